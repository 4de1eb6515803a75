import type { INodeProperties } from 'n8n-workflow';
import { parametersOf } from './parameters';

const properties: INodeProperties[] = [
  { displayName: 'Max Digits', name: 'maxDigits', type: 'number', default: 1 },
  { displayName: 'Target', name: 'target', type: 'resourceLocator', default: { mode: 'number', value: '' } },
  { displayName: 'Trigger On', name: 'eventTypes', type: 'multiOptions', default: ['a'] },
  { displayName: 'Mode', name: 'mode', type: 'options', default: 'a' },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    default: {},
    options: [
      { displayName: 'Interruptible', name: 'interruptible', type: 'boolean', default: true },
      { displayName: 'Extensions', name: 'extensions', type: 'string', default: '' },
    ],
  },
];

const given = (values: Readonly<Record<string, unknown>>) => parametersOf((name) => values[name], properties);

describe('the parameters of a node', () => {
  it('have the default of their field when the workflow holds none', () => {
    const parameters = given({ maxDigits: null });
    expect(parameters.integer('maxDigits', { min: 1, max: 9 })).toBe(1);
    expect(parameters.flag('options.interruptible')).toBe(true);
    expect(parameters.list('options.extensions')).toEqual([]);
    expect(parameters.choices('eventTypes', ['a', 'b'])).toEqual(['a']);
  });

  it.each([['4'], [' 4 '], [4]])('take a number that an expression gives as %j', (maxDigits) => {
    expect(given({ maxDigits }).integer('maxDigits', { min: 1, max: 9 })).toBe(4);
  });

  it.each([0, 10, 1.5, 'x', '', true, {}])(
    'refuse %j as a whole number, by the name of the field',
    (maxDigits) => {
      expect(() => given({ maxDigits }).integer('maxDigits', { min: 1, max: 9 })).toThrow(
        "'Max Digits' must be a whole number from 1 to 9",
      );
    },
  );

  it.each([['101'], [101], [{ __rl: true, mode: 'number', value: '101' }], [{ value: 101 }]])(
    'take a locator as %j',
    (target) => {
      expect(given({ target }).text('target', { required: true })).toBe('101');
    },
  );

  it('refuse an empty locator that is needed', () => {
    expect(() =>
      given({ target: { __rl: true, mode: 'number', value: '' } }).text('target', { required: true }),
    ).toThrow("'Target' is empty");
  });

  it('refuse a text in another form', () => {
    const rule = { pattern: /^\d+$/, patternMeaning: 'a number inside 3CX' };
    expect(() => given({ target: 'x y' }).text('target', rule)).toThrow(
      "'Target' must be a number inside 3CX",
    );
  });

  it('refuse an unknown choice by name', () => {
    expect(() => given({ mode: 'c' }).choice('mode', ['a', 'b'])).toThrow("'Mode' doesn't know \"c\"");
    expect(() => given({ eventTypes: ['a', 'call_parked'] }).choices('eventTypes', ['a', 'b'])).toThrow(
      "'Trigger On' doesn't know \"call_parked\"",
    );
  });

  it('refuse an empty choice where one is needed', () => {
    expect(() => given({ eventTypes: [] }).choices('eventTypes', ['a'])).toThrow("'Trigger On' is empty");
    expect(given({ eventTypes: [] }).anyChoices('eventTypes', ['a'])).toEqual([]);
  });

  it.each([['101, 102,'], [['101', 102]]])('take a list as %j', (extensions) => {
    expect(given({ 'options.extensions': extensions }).list('options.extensions')).toEqual(['101', '102']);
  });

  it('refuse a flag that is none', () => {
    expect(() => given({ 'options.interruptible': 'perhaps' }).flag('options.interruptible')).toThrow(
      "'Interruptible' must be true or false",
    );
  });
});
