import { RateLimitError } from '@org/3cx-api-client';
import { CommandJournal } from './journal';

function journal() {
  let time = 0;
  let count = 0;
  const it = new CommandJournal(() => time);
  return {
    it,
    run: (key: string | undefined, what = 'transfer call-1-1') =>
      it.run(key, what, () => Promise.resolve((count += 1))),
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('the journal of commands', () => {
  it('gives a retry the first result, also while the first is under way', async () => {
    const { run } = journal();
    expect(await Promise.all([run('a'), run('a')])).toEqual([1, 1]);
    expect(await run('a')).toBe(1);
    expect(await run('b')).toBe(2);
  });

  it('runs a command without a key each time', async () => {
    const { run } = journal();
    expect([await run(undefined), await run(undefined)]).toEqual([1, 2]);
  });

  it('gives a retry the first error', async () => {
    const { it, run } = journal();
    const failing = () => Promise.reject(new Error('gone'));
    await expect(it.run('a', 'transfer call-1-1', failing)).rejects.toThrow('gone');
    await expect(run('a')).rejects.toThrow('gone');
  });

  it('runs again what the PBX turned away unread', async () => {
    const { it, run } = journal();
    const refused = () => Promise.reject(new RateLimitError('slow down', 1_000));
    await expect(it.run('a', 'transfer call-1-1', refused)).rejects.toThrow('slow down');
    expect(await run('a')).toBe(1);
  });

  it('refuses one key for two commands', async () => {
    const { run } = journal();
    await run('a');
    await expect(run('a', 'transfer call-2-2')).rejects.toMatchObject({ code: 'COMMAND_KEY' });
  });

  it('forgets after a day, and the oldest of very many', async () => {
    const { run, pass } = journal();
    await run('a');
    pass(24 * 3_600_000);
    expect(await run('a')).toBe(2);
    for (let count = 0; count < 10_000; count += 1) await run(`many ${String(count)}`);
    expect(await run('a')).toBe(10_003);
  });
});
