import { KeyedList, byId, element, setText } from './elements';
import { answerModes } from './mock-data';
import type { AnswerMode, Call, Phone } from './mock-data';
import { phoneActivities, phoneState } from './words';

const modes: Record<AnswerMode, string> = {
  auto: 'answers by itself',
  manual: 'rings until you answer',
  never: 'is not answered',
  busy: 'is busy',
  reject: 'declines',
};

export interface PhoneCommands {
  set(dn: string, answer: AnswerMode): void;
  byHand(dn: string, action: 'answer' | 'reject' | 'hangup', call: number): void;
}

interface Item {
  readonly phone: Phone;
  readonly calls: readonly Call[];
}

/** The extensions' phones: what each does, and what can be done on it. */
export class PhoneList {
  readonly #rows: KeyedList<Item, { element: HTMLElement; update(item: Item): void }>;

  constructor(commands: PhoneCommands) {
    this.#rows = new KeyedList(
      byId('phones', HTMLUListElement),
      ({ phone }) => phone.number,
      ({ phone }) => phoneRow(phone.number, commands),
    );
  }

  show(phones: readonly Phone[], calls: readonly Call[]): void {
    this.#rows.show(phones.map((phone) => ({ phone, calls })));
  }
}

function phoneRow(
  number: string,
  commands: PhoneCommands,
): { element: HTMLElement; update(item: Item): void } {
  const name = element('span', { className: 'title' });
  const state = element('span', { className: 'quiet' });
  const select = element(
    'select',
    { ariaLabel: `What ${number} does when it is called` },
    ...answerModes.map((mode) => element('option', { value: mode, textContent: modes[mode] })),
  );
  select.addEventListener('change', () => {
    const mode = answerModes.find((one) => one === select.value);
    if (mode) commands.set(number, mode);
  });
  let target = 0;
  const button = (action: 'answer' | 'reject' | 'hangup', text: string, className: string) => {
    const made = element('button', { type: 'button', textContent: text, className, hidden: true });
    made.setAttribute('aria-label', `${text} ${number}`);
    made.addEventListener('click', () => {
      commands.byHand(number, action, target);
    });
    return made;
  };
  const answer = button('answer', 'Answer', 'primary');
  const reject = button('reject', 'Reject', '');
  const hangUp = button('hangup', 'Hang up', 'danger');
  const buttons = [answer, reject, hangUp];
  const row = element(
    'li',
    { className: 'phone' },
    element('div', { className: 'phone-head' }, name, state),
    element('div', { className: 'actions' }, ...buttons, select),
  );
  return {
    element: row,
    update: ({ phone, calls }) => {
      const activities = phoneActivities(phone, calls);
      const [first] = activities;
      target = first?.call ?? 0;
      setText(name, phone.name === '' ? phone.number : `${phone.number} ${phone.name}`);
      setText(state, phoneState(phone, activities));
      row.dataset.state = first?.status ?? 'idle';
      if (document.activeElement !== select) select.value = phone.answer;
      const focused = buttons.find((one) => one === document.activeElement);
      answer.hidden = first?.status !== 'Ringing';
      reject.hidden = first?.status !== 'Ringing';
      hangUp.hidden = first === undefined || first.status === 'Ringing';
      // The focus goes where the hand would: to what can be done next.
      if (focused?.hidden) (buttons.find(({ hidden }) => !hidden) ?? select).focus();
    },
  };
}
