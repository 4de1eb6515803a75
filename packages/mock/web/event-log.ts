import { byId, element } from './elements';
import type { LogEntry } from './mock-data';
import { duration, entryInWords } from './words';

const mostShown = 500;
/** Scrolled so close to the end, the log follows what comes, pixels. */
const nearEnd = 40;

/** The list of what happens. It follows the latest unless someone has scrolled back to read. */
export class EventLog {
  readonly #window = byId('events', HTMLElement);
  readonly #list = byId('event-list', HTMLOListElement);
  readonly #kind = byId('kind', HTMLSelectElement);

  constructor() {
    this.#kind.addEventListener('change', () => {
      for (const row of this.#list.children) this.#filter(row);
      this.#scrollToEnd();
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
    const { scrollHeight, scrollTop, clientHeight } = this.#window;
    const follows = scrollHeight - scrollTop - clientHeight < nearEnd;
    this.#filter(row);
    this.#list.append(row);
    while (this.#list.childElementCount > mostShown) this.#list.firstElementChild?.remove();
    if (follows) this.#scrollToEnd();
  }

  #scrollToEnd(): void {
    this.#window.scrollTop = this.#window.scrollHeight;
  }

  #filter(row: Element): void {
    if (!(row instanceof HTMLElement)) return;
    const { kind } = row.dataset;
    row.hidden = this.#kind.value !== '' && kind !== undefined && kind !== this.#kind.value;
  }
}
