import { confirm } from './confirm';
import { runMenu } from './menu';
import { NOTHING_OPEN, openThings, setScene, waitingKeys } from './testing/scene';

const choices = { '1': 'sales', '2': 'support' } as const;

describe('runMenu', () => {
  it('tells what the key stands for', async () => {
    const scene = setScene();
    const { clock, call } = scene;
    const result = runMenu(call, { clock, prompt: 'menu', choices });
    await clock.advance(500);
    call.press('2');
    expect(await result).toEqual({
      kind: 'chosen',
      choice: 'support',
      attempts: 1,
      ignoredDigits: 0,
      flushedDigits: 0,
      gap: false,
    });
    expect(openThings(scene)).toEqual(NOTHING_OPEN);
  });

  it('refuses any other key at once and asks again', async () => {
    const { clock, call } = setScene();
    const result = runMenu(call, { clock, prompts: { initial: 'menu', noMatch: ['wrong'] }, choices });
    call.press('3');
    await clock.advance(1);
    expect(call.plays.at(-1)).toMatchObject({ source: 'wrong' });
    call.press('1');
    expect(await result).toMatchObject({ kind: 'chosen', choice: 'sales', attempts: 2 });
  });

  it('drops the # that follows a choice from habit, unless it is a choice', async () => {
    const { clock, call } = setScene();
    call.press('1#');
    expect(await runMenu(call, { clock, choices })).toMatchObject({ choice: 'sales' });
    expect(waitingKeys(call)).toBe('');
    const withHash = { ...choices, '#': 'operator', '*': 'back' } as const;
    call.press('1#');
    expect(await runMenu(call, { clock, choices: withHash })).toMatchObject({ choice: 'sales' });
    expect(await runMenu(call, { clock, choices: withHash })).toMatchObject({ choice: 'operator' });
  });

  it('ends as collecting does when nothing is chosen', async () => {
    const { clock, call } = setScene();
    const result = runMenu(call, { clock, choices });
    await clock.advance(15_000);
    expect(await result).toMatchObject({ kind: 'failed', reason: 'noInput', attempts: 3 });
    const ended = runMenu(call, { clock, choices });
    call.callerHangsUp();
    expect(await ended).toMatchObject({ kind: 'callEnded' });
  });

  it('without choices, or with one that is a terminator too, is refused', async () => {
    const { clock, call } = setScene();
    await expect(runMenu(call, { clock, choices: {} })).rejects.toMatchObject({
      code: 'COLLECT_OPTIONS_INVALID',
    });
    const both = runMenu(call, { clock, choices: { '*': 1 }, terminators: '*' });
    await expect(both).rejects.toThrow(/\* can't be in validDigits too/);
  });
});

describe('confirm', () => {
  it.each([
    ['1', true],
    ['2', false],
  ])('%s is %s', async (key, answer) => {
    const { clock, call } = setScene();
    call.press(key);
    expect(await confirm(call, { clock })).toMatchObject({ kind: 'confirmed', answer });
  });

  it('may have other keys', async () => {
    const { clock, call } = setScene();
    call.press('#');
    expect(await confirm(call, { clock, yes: '#', no: '*' })).toMatchObject({ answer: true });
    await expect(confirm(call, { clock, yes: '1', no: '1' })).rejects.toThrow(/keys of their own/);
  });

  it('without an answer ends as collecting does', async () => {
    const { clock, call } = setScene();
    const result = confirm(call, { clock, attempts: 1 });
    await clock.advance(5_000);
    expect(await result).toMatchObject({ kind: 'noInput' });
  });
});
