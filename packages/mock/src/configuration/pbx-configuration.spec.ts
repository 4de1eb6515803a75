import { settingsFrom } from '../settings';
import { ConfigurationError } from './configuration-error';
import { matchesMask } from './inbound-rule';
import { alwaysOpen, officeStateAt } from './office-hours';
import type { PartialConfiguration } from './partial-configuration';
import { PbxConfiguration } from './pbx-configuration';

const configured = (configuration: PartialConfiguration = {}) =>
  new PbxConfiguration(settingsFrom({ configuration }));

const refusalOf = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('the configuration of a phone system', () => {
  test('is by default a route point, six extensions, a queue, a ring group, an IVR, a trunk and ten parkings', () => {
    const pbx = configured();
    expect(pbx.servicePrincipals.all.map(({ number, secret }) => [number, secret])).toEqual([
      ['999', 'mock-secret'],
    ]);
    expect(pbx.extensions.all.map(({ number }) => number)).toEqual([
      '100',
      '101',
      '102',
      '103',
      '104',
      '105',
    ]);
    expect(pbx.extensions.find('100')?.devices).toEqual([
      { id: 'sip:100@127.0.0.1:5060', userAgent: 'Mock Phone', directControl: true },
    ]);
    expect(pbx.queues.find('800')?.agents.map(({ number }) => number)).toEqual(['100', '101']);
    expect(pbx.dn('810')?.kind).toBe('ring-group');
    expect(pbx.dn('820')?.kind).toBe('ivr');
    expect(pbx.dn('10001')?.kind).toBe('trunk');
    expect(pbx.parkings.all).toHaveLength(10);
    expect(pbx.officeStateAt(Date.now())).toBe('open');
  });

  test('takes a list that is given in place of the default one', () => {
    const pbx = configured({
      extensions: [{ number: '200', firstName: 'Jane', lastName: 'Doe' }],
      queues: [],
      ringGroups: [],
      ivrs: [],
      servicePrincipals: [{ number: 'ai', peers: ['200'] }],
      inboundRules: [],
    });
    expect(pbx.extensions.all.map(({ number }) => number)).toEqual(['200']);
    expect(pbx.dn('ai')?.kind).toBe('route-point');
    expect(pbx.dn('100')).toBeUndefined();
  });

  test.each<[string, PartialConfiguration, string, string]>([
    ['two entities of one number', { extensions: [{ number: '800' }] }, 'number-taken', 'number'],
    ['a number no one can dial', { extensions: [{ number: '1 0' }] }, 'bad-value', 'number'],
    [
      'a destination that is not there',
      { ringGroups: [{ number: '811', noAnswer: { to: 'Queue', number: '100' } }] },
      'no-such-destination',
      'noAnswer',
    ],
    [
      'an agent that is no extension',
      { queues: [{ number: '800', agents: ['700'] }] },
      'no-such-destination',
      'agents',
    ],
    ['a time zone that does not exist', { officeHours: { timeZone: 'Mars/Base' } }, 'bad-value', 'timeZone'],
  ])('refuses %s', (_, given, code, property) => {
    expect(refusalOf(() => configured(given))).toMatchObject({ name: 'ConfigurationError', code, property });
  });

  test('tells those who subscribed what changed, and leaves everything as it was when refused', () => {
    const pbx = configured();
    const changes: unknown[] = [];
    const end = pbx.subscribe((part, change) => changes.push([part, change.kind]));
    const jane = pbx.extensions.add({ number: '110', firstName: 'Jane' });
    pbx.extensions.change(jane.id, { currentProfile: 'Away' });
    expect(() => pbx.extensions.change(jane.id, { devices: [...jane.devices, ...jane.devices] })).toThrow(
      ConfigurationError,
    );
    expect(pbx.extensions.find('110')).toMatchObject({ currentProfile: 'Away', devices: jane.devices });
    pbx.extensions.remove(jane.id);
    pbx.dialCodes.change({ park: '*00' });
    end();
    pbx.extensions.add({ number: '111' });
    expect(changes).toEqual([
      ['extensions', 'added'],
      ['extensions', 'changed'],
      ['extensions', 'removed'],
      ['dialCodes', 'settings'],
    ]);
    expect(pbx.dialCodes.value.park).toBe('*00');
    expect(refusalOf(() => pbx.extensions.remove(jane.id))).toMatchObject({ code: 'no-such-entity' });
  });

  test('finds the next free number of a kind', () => {
    const pbx = configured();
    expect(pbx.freeNumber('extension')).toBe('106');
    expect(pbx.freeNumber('queue')).toBe('801');
    expect(pbx.freeNumber('parking')).toBe('SP10');
  });
});

describe('office hours', () => {
  const hours = {
    ...alwaysOpen,
    timeZone: 'Europe/Berlin',
    periods: [{ day: 'Monday', start: '09:00', stop: '17:00' }] as const,
    holidays: [{ name: 'New Year', from: '2000-12-31', to: '2000-01-01', recurrent: true }],
  };

  test.each([
    ['2026-11-23T08:00:00Z', 'open'],
    ['2026-11-23T07:59:59Z', 'closed'],
    ['2026-11-23T16:00:00Z', 'closed'],
    ['2026-11-24T09:00:00Z', 'closed'],
    ['2029-01-01T10:00:00Z', 'holiday'],
  ])('at %s on the office clock are %s', (at, state) => {
    expect(officeStateAt(hours, Date.parse(at))).toBe(state);
  });

  test('give way to what was set by hand', () => {
    expect(officeStateAt({ ...hours, override: 'open' }, Date.parse('2026-11-24T09:00:00Z'))).toBe('open');
  });
});

test.each([
  ['+49 (89) 1234', '49891234', true],
  ['+49891234', '*1234', true],
  ['+49891234', '4989*', true],
  ['+49891234', '*99', false],
  ['+49891234', '*', true],
  ['', '', false],
])('the number %s under the mask %s: %s', (number, mask, matches) => {
  expect(matchesMask(number, mask)).toBe(matches);
});
