import { namedFigures, queueFiguresOf } from './queue-figures';
import { PhoneLine } from './testing/phone-line';

describe('the figures of a queue', () => {
  it('count who waits in it, not who talks to an agent or to somebody else', async () => {
    await using line = await PhoneLine.open();
    const figures = queueFiguresOf(line.pbx);
    await line.phone('100', { answer: 'never' });
    await line.phone('101', { answer: 'never' });
    await line.callComes();
    expect(await figures('800')).toEqual({ waiting: 0 });
    await line.callsIn('800');
    await line.callsIn('800');
    await line.callsIn('102');
    expect(await figures('800')).toEqual({ waiting: 2 });
    expect(await figures('80')).toEqual({ waiting: 0 });
  }, 20_000);

  it('have the names that a flow gives them; the position is that of one more caller', () => {
    expect(namedFigures({ waiting: 3, agentsFree: 1 }, { ahead: 'waiting', place: 'position' })).toEqual({
      ahead: 3,
      place: 4,
    });
    expect(namedFigures({ waiting: 3 }, { minutes: 'averageWaitSeconds' })).toEqual({});
  });
});
