import { survey, type SurveyQuestion } from './survey';
import { setScene } from './testing/scene';

function setSurvey() {
  const { clock, call } = setScene();
  const questions: readonly SurveyQuestion[] = [
    { name: 'solved', kind: 'yesNo', ask: { clock, prompt: 'solved?', attempts: 1 } },
    {
      name: 'stars',
      kind: 'range',
      min: 1,
      max: 10,
      optional: true,
      ask: { clock, prompt: 'stars?', attempts: 1 },
    },
    { name: 'again', kind: 'yesNo', ask: { clock, prompt: 'again?', attempts: 1 } },
  ];
  return { clock, call, questions };
}

describe('survey', () => {
  it('asks one question after the other and tells the answers by name', async () => {
    const { call, questions } = setSurvey();
    call.press('1');
    call.press('10');
    call.press('2');
    expect(await survey(call, { questions })).toEqual({
      kind: 'completed',
      answers: { solved: true, stars: 10, again: false },
    });
  });

  it('goes on when an optional question is not answered, or out of range', async () => {
    const { call, clock, questions } = setSurvey();
    call.press('1');
    const result = survey(call, { questions });
    await clock.advance(1);
    call.press('11');
    await clock.advance(1);
    call.press('1');
    expect(await result).toEqual({ kind: 'completed', answers: { solved: true, again: true } });
  });

  it('stops at any other, with the answers there are', async () => {
    const { call, clock, questions } = setSurvey();
    call.press('2');
    call.press('3#');
    const result = survey(call, { questions });
    await clock.advance(10_000);
    expect(await result).toMatchObject({
      kind: 'stopped',
      question: 'again',
      result: { kind: 'noInput' },
      answers: { solved: false, stars: 3 },
    });
  });

  it('stops with the call, also at an optional question', async () => {
    const { call, clock, questions } = setSurvey();
    call.press('1');
    const result = survey(call, { questions });
    await clock.advance(100);
    call.callerHangsUp();
    expect(await result).toMatchObject({
      kind: 'stopped',
      question: 'stars',
      result: { kind: 'callEnded' },
      answers: { solved: true },
    });
  });

  it.each<[string, Partial<SurveyQuestion>, RegExp]>([
    ['a range that is none', { kind: 'range', min: 5, max: 4 }, /0 <= min <= max/],
    ['a negative range', { kind: 'range', min: -1, max: 4 }, /0 <= min <= max/],
    ['a name twice', {}, /two questions have this name/],
  ])('%s is refused before the first question', async (_, changes, message) => {
    const { call, questions } = setSurvey();
    const wrong = { name: 'solved', kind: 'yesNo', ask: {}, ...changes } as SurveyQuestion;
    await expect(survey(call, { questions: [...questions, wrong] })).rejects.toThrow(message);
    expect(call.plays).toEqual([]);
  });
});
