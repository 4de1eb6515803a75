import type { Dialable } from './mock-data';

/** DN types, as the Call Control API names them, in the order and words people look for them. */
const groups: readonly (readonly [type: string, label: string])[] = [
  ['Wroutepoint', 'Route points'],
  ['Wextension', 'Extensions'],
  ['Wqueue', 'Queues'],
  ['Wringgroup', 'Ring groups'],
  ['Wivr', 'Digital receptionists'],
  ['Wparking', 'Parking'],
];
const notDialled = 'Wexternalline';

export interface NumberGroup {
  readonly label: string;
  readonly numbers: readonly Dialable[];
}

/** What can be dialled, by kind. Kinds the page has never heard of come last. */
export function grouped(numbers: readonly Dialable[]): readonly NumberGroup[] {
  const known = new Set(groups.map(([type]) => type));
  const others = numbers.filter(({ type }) => !known.has(type) && type !== notDialled);
  return [
    ...groups.map(([type, label]) => ({ label, numbers: numbers.filter((one) => one.type === type) })),
    { label: 'Others', numbers: others },
  ].filter((group) => group.numbers.length > 0);
}

export interface Preset {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

/** One example of each kind of call that is possible here. */
export function presets(numbers: readonly Dialable[], outside: string): readonly Preset[] {
  const first = (type: string): Dialable | undefined => numbers.find((one) => one.type === type);
  const fromOutside = groups.flatMap(([type, label]) => {
    const to = first(type);
    const kind =
      { Wroutepoint: 'route point', Wqueue: 'queue', Wextension: 'extension' }[type] ?? label.toLowerCase();
    return to && type !== 'Wparking'
      ? [{ text: `Outside to ${kind} ${to.number}`, from: outside, to: to.number }]
      : [];
  });
  const [one, other] = numbers.filter(({ type }) => type === 'Wextension');
  const inside =
    one && other ? [{ text: `${one.number} to ${other.number}`, from: one.number, to: other.number }] : [];
  return [...fromOutside, ...inside];
}
