import { byId, element } from './elements';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const letters: Readonly<Record<string, string>> = {
  '2': 'ABC',
  '3': 'DEF',
  '4': 'GHI',
  '5': 'JKL',
  '6': 'MNO',
  '7': 'PQRS',
  '8': 'TUV',
  '9': 'WXYZ',
};
const spoken: Readonly<Record<string, string>> = { '*': 'star', '#': 'hash' };
const shownPressedMs = 150;

/** Twelve keys for mouse, finger and Tab, and the same on the keyboard while nothing is being typed. */
export function keypad(press: (key: string) => void): void {
  const buttons = new Map(
    keys.map((key) => {
      const button = element(
        'button',
        { type: 'button', className: 'key' },
        element('span', { textContent: key }),
        element('small', { textContent: letters[key] ?? '\u00a0', ariaHidden: 'true' }),
      );
      const name = spoken[key];
      if (name !== undefined) button.setAttribute('aria-label', name);
      const pressed = (): void => {
        button.classList.add('pressed');
        setTimeout(() => {
          button.classList.remove('pressed');
        }, shownPressedMs);
        press(key);
      };
      button.addEventListener('click', pressed);
      return [key, { button, pressed }] as const;
    }),
  );
  byId('keypad', HTMLElement).append(...[...buttons.values()].map(({ button }) => button));

  const allowed = byId('keyboard-digits', HTMLInputElement);
  document.addEventListener('keydown', (event) => {
    if (!allowed.checked || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isForTyping(event.target)) return;
    const key = buttons.get(event.key);
    if (!key) return;
    event.preventDefault();
    key.pressed();
  });
}

/** Checkboxes and buttons do nothing with digits; everything else that takes input does. */
function isForTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}
