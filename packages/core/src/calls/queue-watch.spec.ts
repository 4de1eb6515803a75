import type { Participant } from '@org/3cx-api-client';
import { participant } from '../testing/participants';
import { QueueWatch } from './queue-watch';

function watch() {
  const it = new QueueWatch((dn) => (dn === '801' ? 'Wqueue' : 'Wextension'));
  return (changes: Partial<Participant>) =>
    it
      .apply({
        kind: 'added',
        synthetic: false,
        participant: participant({
          dn: '101',
          on_behalf_of_dn: '800',
          on_behalf_of_type: 'Wqueue',
          ...changes,
        }),
      })
      .map(({ kind, queueId, participant: { dn } }) => `${kind} ${queueId} at ${dn}`);
}

describe('calls in a queue', () => {
  it('wait when the first agent rings, and are answered once, by whoever takes them', () => {
    const apply = watch();
    expect(apply({ id: 1, status: 'Ringing' })).toEqual(['waiting 800 at 101']);
    expect(apply({ id: 2, dn: '102', status: 'Ringing' })).toEqual([]);
    expect(apply({ id: 2, dn: '102' })).toEqual(['answered 800 at 102']);
    expect(apply({ id: 2, dn: '102', party_caller_name: 'Pat' })).toEqual([]);
  });

  it('are no new calls when the next round rings', () => {
    const apply = watch();
    apply({ id: 1, status: 'Ringing' });
    expect(apply({ id: 3, status: 'Ringing' })).toEqual([]);
  });

  it('seen answered at first sight have waited', () => {
    expect(watch()({ id: 1 })).toEqual(['waiting 800 at 101', 'answered 800 at 101']);
  });

  it('of a queue that is granted wait there, though the queue itself is connected', () => {
    const apply = watch();
    const atQueue = { dn: '801', on_behalf_of_dn: '', on_behalf_of_type: '' };
    expect(apply(atQueue)).toEqual(['waiting 801 at 801']);
    expect(apply({ id: 9, on_behalf_of_dn: '801' })).toEqual(['answered 801 at 101']);
  });

  it('are told apart after a restart', () => {
    const apply = watch();
    apply({ id: 1, status: 'Ringing' });
    expect(apply({ id: 1, status: 'Ringing', party_caller_id: '+4930' })).toEqual(['waiting 800 at 101']);
  });

  it('are not those that come to a phone directly', () => {
    expect(watch()({ on_behalf_of_dn: '', on_behalf_of_type: '' })).toEqual([]);
    expect(watch()({ on_behalf_of_dn: '102', on_behalf_of_type: 'Wextension' })).toEqual([]);
  });
});
