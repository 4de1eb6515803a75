import { alwaysOpen } from '../configuration/office-hours';
import type { PartialConfiguration } from '../configuration/partial-configuration';
import { RawClient } from '../testing/raw-client';

let client: RawClient;

const withRules = async (configuration: PartialConfiguration) => {
  client = await RawClient.start({ tls: false, configuration });
};
const called = async (more: object) => {
  const id = await client.call('+49891234', undefined, more);
  await client.view(id, 'connected');
  return (await client.view(id)).connectedTo;
};

afterEach(async () => {
  await client[Symbol.asyncDispose]();
});

describe('a call from outside that only says which number was dialled', () => {
  test('goes to the route point when nothing is configured', async () => {
    await withRules({});
    expect(await called({ did: '+15559000' })).toBe('999');
  });

  test.each([
    ['+4989 100', '103'],
    ['+4989101', '999'],
    ['+4989500', '104'],
    ['+4989600', '105'],
    ['+4930999', '101'],
  ])(
    'to %s goes to %s: owners first, then rules by number, by caller, for everything else',
    async (did, to) => {
      await withRules({
        extensions: [
          { number: '101' },
          { number: '103', dids: ['+4989100'] },
          { number: '104' },
          { number: '105' },
        ],
        servicePrincipals: [{ number: '999', dids: ['+4989101'] }],
        queues: [],
        ringGroups: [],
        ivrs: [],
        inboundRules: [
          { condition: 'ForwardAll', officeHours: { to: 'Extension', number: '101' } },
          { condition: 'BasedOnCallerID', mask: '*9999', officeHours: { to: 'None', number: '' } },
          { condition: 'BasedOnDID', mask: '*500', officeHours: { to: 'Extension', number: '104' } },
          { condition: 'BasedOnDID', mask: '+49896*', officeHours: { to: 'Extension', number: '105' } },
        ],
      });
      expect(await called({ did })).toBe(to);
    },
  );

  test.each([
    ['open', '101'],
    ['closed', '102'],
    ['holiday', '103'],
  ] as const)('goes by the clock of the office: %s', async (override, to) => {
    await withRules({
      officeHours: { ...alwaysOpen, override },
      inboundRules: [
        {
          condition: 'ForwardAll',
          officeHours: { to: 'Extension', number: '101' },
          outOfOfficeHours: { to: 'Extension', number: '102' },
          holidays: { to: 'Extension', number: '103' },
        },
      ],
    });
    expect(await called({ did: '+15559000' })).toBe(to);
  });

  test('is refused without a rule, and says so', async () => {
    await withRules({ inboundRules: [] });
    const response = await client.control('POST', '/calls', { from: '+49891234', did: '+15559000' });
    expect(response).toMatchObject({ status: 400, json: { error: 'no-inbound-rule' } });
  });
});

describe('a trunk', () => {
  test('carries as many calls as it can, in and out', async () => {
    await withRules({ trunks: [{ number: '10001', simultaneousCalls: 1 }] });
    await client.call('+15550100', '999');
    expect(await client.control('POST', '/calls', { from: '+15550101', to: '999' })).toMatchObject({
      status: 409,
      json: { error: 'trunk-busy' },
    });
    const leg = await client.onlyParticipant('999');
    expect(await client.act(leg, 'transferto', { destination: '+15550199' })).toMatchObject({
      status: 422,
      json: { reason: 'PhoneBusy' },
    });
  });

  test('shows the number dialled, or withholds it', async () => {
    await withRules({
      trunks: [
        { number: '10001', dids: ['+4989100'] },
        { number: '10002', dids: ['+4989200'], presentDid: false },
      ],
    });
    for (const [did, trunk, shown] of [
      ['+4989100', '10001', '+4989100'],
      ['+4989200', '10002', ''],
    ]) {
      const id = await client.call('+15550100', '999', { did });
      expect(await client.onlyParticipant('999')).toMatchObject({ party_dn: trunk, party_did: shown });
      await client.hangUp(id);
    }
  });
});
