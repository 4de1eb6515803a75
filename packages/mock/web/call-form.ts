import { grouped, presets } from './dialable-numbers';
import { byId, element, setText } from './elements';
import type { NewCall } from './mock-client';
import type { Dialable } from './mock-data';

const other = 'other';
const outside = '+15550100';

/** The form that places a call. */
export class CallForm {
  readonly #from = byId('from', HTMLSelectElement);
  readonly #to = byId('to', HTMLSelectElement);
  readonly #fromOther = byId('from-other', HTMLInputElement);
  readonly #toOther = byId('to-other', HTMLInputElement);
  readonly #did = byId('did', HTMLInputElement);
  readonly #name = byId('caller-name', HTMLInputElement);
  readonly #hearAtOnce = byId('hear-at-once', HTMLInputElement);
  readonly #problem = byId('place-problem', HTMLElement);
  #shown = '';

  /** @param place what the button does. */
  constructor(place: (call: NewCall, hearAtOnce: boolean) => void) {
    for (const select of [this.#from, this.#to]) {
      select.addEventListener('change', () => {
        this.#showOthers();
      });
    }
    byId('place', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      const [to, from] = [this.#chosen(this.#to, this.#toOther), this.#chosen(this.#from, this.#fromOther)];
      const missing = from === '' ? this.#fromOther : to === '' ? this.#toOther : undefined;
      this.problem(missing ? 'Give the number first.' : '');
      missing?.focus();
      if (missing) return;
      const [did, name] = [this.#did.value.trim(), this.#name.value.trim()];
      place(
        { from, to, ...(did === '' ? {} : { did }), ...(name === '' ? {} : { name }) },
        this.#hearAtOnce.checked,
      );
    });
  }

  problem(words: string): void {
    setText(this.#problem, words);
  }

  /** Offers these numbers; what is chosen stays chosen. */
  offer(numbers: readonly Dialable[]): void {
    const shown = JSON.stringify(numbers);
    // Nothing is known yet, or the mock is being started anew.
    if (numbers.length === 0 || shown === this.#shown) return;
    this.#shown = shown;
    const extensions = numbers.filter(({ type }) => type === 'Wextension');
    refill(this.#from, [
      option(outside, `${outside} (outside)`),
      ...extensions.map(numbered),
      option(other, 'Another number…'),
    ]);
    refill(this.#to, [
      ...grouped(numbers).map(({ label, numbers: members }) =>
        element('optgroup', { label }, ...members.map(numbered)),
      ),
      option(other, 'Another number…'),
    ]);
    byId('presets', HTMLElement).replaceChildren(
      ...presets(numbers, outside).map(({ text, from, to }) => {
        const button = element('button', { type: 'button', textContent: text });
        button.addEventListener('click', () => {
          this.#from.value = from;
          this.#to.value = to;
          this.#showOthers();
        });
        return button;
      }),
    );
    this.#showOthers();
  }

  #chosen(select: HTMLSelectElement, input: HTMLInputElement): string {
    return select.value === other ? input.value.trim() : select.value;
  }

  #showOthers(): void {
    byId('from-other-field', HTMLElement).hidden = this.#from.value !== other;
    byId('to-other-field', HTMLElement).hidden = this.#to.value !== other;
  }
}

function option(value: string, text: string): HTMLOptionElement {
  return element('option', { value, textContent: text });
}

function numbered({ number, name }: Dialable): HTMLOptionElement {
  return option(number, name === '' || name === number ? number : `${number} ${name}`);
}

function refill(select: HTMLSelectElement, children: readonly HTMLElement[]): void {
  const { value } = select;
  select.replaceChildren(...children);
  if ([...select.options].some((one) => one.value === value)) select.value = value;
}
