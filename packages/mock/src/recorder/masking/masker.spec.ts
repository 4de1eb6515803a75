import fc from 'fast-check';
import { Masker } from './masker';

const masker = () => new Masker('https://pbx.acme.example:5001');

test.each([
  ['+493012345678', '+15550000001'],
  ['0049 30 / 1234-5678', '15550000001'],
  ['(030) 1234567', '15550000001'],
  ['01.23.45.67.89', '15550000001'],
  ['555.123.4567', '15550000001'],
  ['10001 Trunk (+49301234567)', '10001 Trunk (+15550000001)'],
])('%s is an outside number and becomes %s', (text, expected) => {
  expect(masker().text(text)).toBe(expected);
});

test.each([
  'extension 101, queue 800',
  '2026-11-25T04:15:00.1234567Z',
  '2026-11-25',
  'sip:101@192.168.100.200:5060',
  '20.0.10.1000',
  '6f9619ff-8b86-d011-b42d-00c04fc964ff',
  '+15550000007',
])('%s is none and stays', (text) => {
  expect(masker().text(text)).toBe(text);
});

test('the same number gets the same stand-in, with + and without; another one another', () => {
  const same = masker();
  expect(same.json({ from: '+4930123456', also: ['4930123456', '+4930999999'] })).toEqual({
    from: '+15550000001',
    also: ['15550000001', '+15550000002'],
  });
});

test('secrets and tokens go, by name and wherever else they appear later', () => {
  const known = masker();
  expect(
    known.json({
      access_token: 'abcdef.ghijkl',
      refresh_token: null,
      token_type: 'Bearer',
      expires_in: 3600,
      AuthPassword: 'hunter-22',
      VMPIN: 4711,
      Token: { value: 'nested-secret' },
      note: 'see abcdef.ghijkl and hunter-22',
    }),
  ).toEqual({
    access_token: '[removed]',
    refresh_token: null,
    token_type: 'Bearer',
    expires_in: 3600,
    AuthPassword: '[removed]',
    VMPIN: 0,
    Token: { value: '[removed]' },
    note: 'see [removed] and [removed]',
  });
  expect(known.text('Authorization: Bearer q1w2e3')).toBe('Authorization: Bearer [removed]');
  expect(known.path('/x?access_token=abc&top=5')).toBe('/x?access_token=%5Bremoved%5D&top=5');
});

test('keys pressed become a key that no telephone has; how many they were stays', () => {
  expect(masker().json({ dtmf_input: '12#' })).toEqual({ dtmf_input: 'DDD' });
});

test('people and where they are get stand-ins', () => {
  expect(
    masker().json({
      party_caller_name: 'JONES, PAT',
      EmailAddress: 'pat.jones@acme.example',
      device_id: 'sip:101@phones.acme.example:5060',
      '@odata.context': 'https://pbx.acme.example:5001/xapi/v1/$metadata#Users',
      FQDN: 'pbx.acme.example',
      Name: 'Support',
    }),
  ).toEqual({
    party_caller_name: 'Person 1',
    EmailAddress: 'person-2@example.com',
    device_id: 'sip:101@phones.acme.example:5060',
    '@odata.context': '{origin}/xapi/v1/$metadata#Users',
    FQDN: 'pbx.example.com',
    Name: 'Support',
  });
});

test('ids in paths stay; numbers that are quoted, have a plus or are in the query go', () => {
  const same = masker();
  expect(same.path('/callcontrol/999/participants/1000001/drop')).toBe(
    '/callcontrol/999/participants/1000001/drop',
  );
  expect(decodeURIComponent(same.path("/xapi/v1/Peers/Pbx.GetPeerByNumber(number='+4930123456')"))).toBe(
    "/xapi/v1/Peers/Pbx.GetPeerByNumber(number='+15550000001')",
  );
  expect(decodeURIComponent(same.path("/xapi/v1/Users?$filter=contains(Mobile,'4930123456')&$top=5"))).toBe(
    "/xapi/v1/Users?$filter=contains(Mobile,'15550000001')&$top=5",
  );
  expect(same.path('/callcontrol/999/devices/sip%3A999%40127.0.0.1%3A5483/makecall')).toBe(
    '/callcontrol/999/devices/sip%3A999%40127.0.0.1%3A5483/makecall',
  );
});

describe('whatever a session holds', () => {
  const secret = fc
    .string({ minLength: 8, maxLength: 60, unit: 'grapheme' })
    .filter((text) => text.trim() !== '');
  const number = fc
    .tuple(fc.constantFrom('', '+', '00'), fc.stringMatching(/^[2-9]\d{9,12}$/))
    .map(([prefix, digits]) => ({ written: prefix + digits, digits }));
  const spaced = (digits: string): string => digits.replace(/(\d{3})(?=\d)/g, '$1 ');

  test('a learned secret is in no line, however it is quoted or encoded', () => {
    fc.assert(
      fc.property(secret, fc.json(), (value, other) => {
        const any = masker();
        any.learnSecret(value);
        const line = any.line(
          JSON.stringify({
            body: any.json({ text: `a${value}b`, [value]: other, deep: [{ password: value }] }),
            path: any.path(`/x/${encodeURIComponent(value)}?q=${encodeURIComponent(value)}`),
          }),
        );
        expect(line).not.toContain(value);
        expect(line).not.toContain(JSON.stringify(value).slice(1, -1));
        expect(line).not.toContain(encodeURIComponent(value));
      }),
    );
  });

  test('no outside number is in it, and masking again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), fc.lorem(), (numbers, words) => {
        const any = masker();
        const value = any.json({
          list: numbers.map(({ written }) => ({ number: written, text: `${words} ${written}, ${words}` })),
          spaced: numbers.map(({ digits }) => `tel. ${spaced(digits)}.`),
          did: numbers.map(({ digits }) => Number(digits)),
        });
        const text = JSON.stringify(value);
        for (const { digits } of numbers) {
          expect(text).not.toContain(digits);
          expect(text).not.toContain(spaced(digits));
        }
        expect(any.json(value)).toEqual(value);
        expect(masker().json(value)).toEqual(value);
      }),
    );
  });

  test('no key pressed is in it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9*#]{1,20}$/), (keys) => {
        const frame = { sequence: 1, event: { event_type: 2, attached_data: { dtmf_input: keys } } };
        expect(JSON.stringify(masker().json(frame))).toBe(
          `{"sequence":1,"event":{"event_type":2,"attached_data":{"dtmf_input":"${'D'.repeat(keys.length)}"}}}`,
        );
      }),
    );
  });
});
