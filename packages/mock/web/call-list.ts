import { KeyedList, byId, element, setText } from './elements';
import type { Call } from './mock-data';
import { callState, callTitle, ending } from './words';

const mostShown = 40;

interface Item {
  readonly call: Call;
  readonly chosen: boolean;
}

/** The calls there are, and the last that have ended; one of them is chosen. */
export class CallList {
  readonly #rows: KeyedList<Item, { element: HTMLElement; update(item: Item): void }>;

  constructor(choose: (id: number) => void) {
    this.#rows = new KeyedList(
      byId('calls', HTMLUListElement),
      ({ call }) => String(call.id),
      ({ call }) => {
        const title = element('span', { className: 'title' });
        const state = element('span', { className: 'quiet' });
        const button = element('button', { type: 'button', className: 'row' }, title, state);
        button.addEventListener('click', () => {
          choose(call.id);
        });
        return {
          element: element('li', {}, button),
          update: (item) => {
            setText(title, `${item.call.id}: ${callTitle(item.call)}`);
            const { endedBy, endReason } = item.call;
            setText(
              state,
              endedBy === null || endReason === null
                ? callState(item.call)
                : `ended: ${ending(endedBy, endReason)}`,
            );
            button.dataset.state = item.call.state;
            button.setAttribute('aria-pressed', String(item.chosen));
          },
        };
      },
    );
  }

  show(calls: readonly Call[], chosenId: number | undefined): void {
    const shown = calls.slice(0, mostShown);
    this.#rows.show(shown.map((call) => ({ call, chosen: call.id === chosenId })));
    byId('no-calls', HTMLElement).hidden = calls.length > 0;
    const more = calls.length - shown.length;
    setText(byId('more-calls', HTMLElement), more > 0 ? `And ${more} more.` : '');
  }
}
