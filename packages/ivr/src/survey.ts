import { collectDigits, type CollectingCall } from './dtmf/collect-digits';
import { CollectOptionsError } from './dtmf/collect-errors';
import type { CollectOptions } from './dtmf/collect-options';
import { confirm, type ConfirmOptions } from './confirm';
import type { Unanswered } from './menu';

interface QuestionBase {
  /** Under which name the answer is told. */
  readonly name: string;
  /** Go on with the next question when this one isn't answered. Default false: the survey ends. */
  readonly optional?: boolean;
}

export interface YesNoQuestion extends QuestionBase {
  readonly kind: 'yesNo';
  readonly ask: ConfirmOptions;
}

export interface RangeQuestion extends QuestionBase {
  readonly kind: 'range';
  /** Whole numbers, 0 or more. */
  readonly min: number;
  readonly max: number;
  readonly ask: Omit<CollectOptions, 'minDigits' | 'maxDigits' | 'validDigits' | 'pattern' | 'validate'>;
}

export type SurveyQuestion = YesNoQuestion | RangeQuestion;
export type SurveyAnswers = Readonly<Record<string, boolean | number>>;

export type SurveyResult =
  | { readonly kind: 'completed'; readonly answers: SurveyAnswers }
  /** `question` was not answered; the answers before it are there. */
  | {
      readonly kind: 'stopped';
      readonly question: string;
      readonly result: Unanswered;
      readonly answers: SurveyAnswers;
    };

/**
 * Asks one question after the other. The answers given so far are in the result, however it ends.
 * @throws CollectOptionsError, also when two questions share a name or a range is none
 * @throws as `collectDigits` does
 */
export async function survey(
  call: CollectingCall,
  { questions }: { readonly questions: readonly SurveyQuestion[] },
): Promise<SurveyResult> {
  checkQuestions(questions);
  const answers: Record<string, boolean | number> = {};
  for (const question of questions) {
    const answer =
      question.kind === 'yesNo' ? await askYesNo(call, question) : await askRange(call, question);
    if (answer.kind === 'answered') answers[question.name] = answer.value;
    else if (question.optional !== true || answer.result.kind === 'callEnded') {
      return { kind: 'stopped', question: question.name, result: answer.result, answers };
    }
  }
  return { kind: 'completed', answers };
}

type Answer =
  | { readonly kind: 'answered'; readonly value: boolean | number }
  | { readonly kind: 'unanswered'; readonly result: Unanswered };

async function askYesNo(call: CollectingCall, { ask }: YesNoQuestion): Promise<Answer> {
  const result = await confirm(call, ask);
  return result.kind === 'confirmed'
    ? { kind: 'answered', value: result.answer }
    : { kind: 'unanswered', result };
}

async function askRange(call: CollectingCall, { ask, min, max }: RangeQuestion): Promise<Answer> {
  const result = await collectDigits(call, {
    ...ask,
    maxDigits: String(max).length,
    validate: (digits) => Number(digits) >= min && Number(digits) <= max,
  });
  return result.kind === 'match'
    ? { kind: 'answered', value: Number(result.digits) }
    : { kind: 'unanswered', result };
}

function checkQuestions(questions: readonly SurveyQuestion[]): void {
  const problems = questions.flatMap((question, index) => {
    const { name } = question;
    const first = questions.findIndex((each) => each.name === name);
    const twice = first < index ? [`${name}: two questions have this name`] : [];
    if (question.kind !== 'range') return twice;
    const { min, max } = question;
    const proper = Number.isSafeInteger(min) && Number.isSafeInteger(max) && min >= 0 && min <= max;
    return proper ? twice : [...twice, `${name}: min and max are whole numbers with 0 <= min <= max`];
  });
  if (problems.length > 0)
    throw new CollectOptionsError(`Check the questions of survey. ${problems.join('. ')}.`);
}
