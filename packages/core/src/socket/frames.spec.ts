import fc from 'fast-check';
import { decodeFrame } from './frames';

const frame = (event_type: number, entity: string, attached_data: unknown = null) =>
  decodeFrame(JSON.stringify({ sequence: 17, event: { event_type, entity, attached_data } }));

describe('WebSocket messages', () => {
  it('name a participant that was created or changed', () => {
    expect(frame(0, '/callcontrol/999/participants/325')).toEqual({
      kind: 'upset',
      dn: '999',
      id: 325,
      sequence: 17,
    });
  });

  it('name a participant that has gone', () => {
    expect(frame(1, '/callcontrol/ai/participants/7')).toEqual({
      kind: 'remove',
      dn: 'ai',
      id: 7,
      sequence: 17,
    });
  });

  it.each(['1', '12#'])('carry the keys %j', (digits) => {
    expect(frame(2, '/callcontrol/999/participants/325', { dtmf_input: digits })).toEqual({
      kind: 'dtmf',
      dn: '999',
      id: 325,
      digits,
      sequence: 17,
    });
  });

  it('are read with the names of the documentation too', () => {
    const message = JSON.stringify({
      Sequence: 1,
      Event: { EventType: 1, Entity: '/callcontrol/999/participants/1', AttachedData: null },
    });
    expect(decodeFrame(message)).toEqual({ kind: 'remove', dn: '999', id: 1, sequence: 1 });
  });

  it.each([
    [3, '/callcontrol/999/participants/325', 'ignored'],
    [4, '/somewhere/else', 'ignored'],
    [0, '/callcontrol/101', 'devices-changed'],
    [0, '/callcontrol/101/devices/sip%3A101%4010.0.0.21', 'devices-changed'],
    [2, '/callcontrol/999/participants/325', 'malformed'],
  ])('of type %d about %s are %s', (type, entity, kind) => {
    expect(frame(type, entity)).toMatchObject({ kind });
  });

  it.each([
    ['without a number', undefined],
    ['with a number that is none', 'many'],
  ])('%s are read all the same', (_which, sequence) => {
    const event = { event_type: 0, entity: '/callcontrol/999/participants/1', attached_data: null };
    expect(decodeFrame(JSON.stringify({ sequence, event }))).toEqual({ kind: 'upset', dn: '999', id: 1 });
  });

  it('of any content never throw and never say what they do not know', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.constant('{"__proto__":{"polluted":true}}')),
        (text) => {
          expect(['malformed', 'ignored', 'devices-changed']).toContain(decodeFrame(text).kind);
        },
      ),
      { numRuns: 2000 },
    );
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});
