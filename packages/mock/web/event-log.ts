import { byId, element } from './elements';
import type { LogEntry } from './mock-data';
import { duration, entryInWords } from './words';

const mostShown = 500;
/** Scrolled so close to the end, the log follows what comes, pixels. */
const nearEnd = 40;

/** The list of what happens. It follows the latest unless someone has scrolled back to read. */
export class EventLog {
  readonly #list = byId('events', HTMLOListElement);
  readonly #kind = byId('kind', HTMLSelectElement);

  constructor() {
    this.#kind.addEventListener('change', () => {
      for (const row of this.#list.children) this.#filter(row);
      this.#list.scrollTop = this.#list.scrollHeight;
    });
    byId('clear-events', HTMLButtonElement).addEventListener('click', () => {
      this.#list.replaceChildren();
    });
  }

  entry(entry: LogEntry): void {
    const row = element(
      'li',
      {},
      element('time', { textContent: duration(entry.timeMs) }),
      element('span', { className: 'kind', textContent: entry.kind }),
      element('span', { textContent: entryInWords(entry) }),
    );
    row.dataset.kind = entry.kind;
    this.#add(row);
  }

  note(words: string): void {
    this.#add(element('li', { className: 'note', textContent: words }));
  }

  #add(row: HTMLElement): void {
    const list = this.#list;
    const follows = list.scrollHeight - list.scrollTop - list.clientHeight < nearEnd;
    this.#filter(row);
    list.append(row);
    while (list.childElementCount > mostShown) list.firstElementChild?.remove();
    if (follows) list.scrollTop = list.scrollHeight;
  }

  #filter(row: Element): void {
    if (!(row instanceof HTMLElement)) return;
    const { kind } = row.dataset;
    row.hidden = this.#kind.value !== '' && kind !== undefined && kind !== this.#kind.value;
  }
}
