import type { PromptSource } from '@org/3cx-core';
import type { CollectOptions } from '../dtmf/collect-options';
import type { PromptList, Story } from './reference-model';

export interface World {
  /** What to play for a prompt of that name. */
  readonly prompt: (name: string) => PromptSource;
  readonly after: (ms: number) => Promise<void>;
}

/** What one would write to have `collectDigits` put the question of a story. */
export function optionsOf({ question, verdicts }: Story, { prompt, after }: World): CollectOptions {
  const { prompts, attempts, pattern, ...rest } = question;
  const list = (prompts_: PromptList) => prompts_.map(({ name }) => prompt(name));
  const coming = [...(verdicts ?? [])];
  const validate = async () => {
    const { says, afterMs } = coming.shift() ?? { says: 'yes', afterMs: 0 };
    await after(afterMs);
    if (says === 'throws') throw new Error('told to');
    return says === 'yes';
  };
  return {
    ...rest,
    prompts: {
      initial: list(prompts.initial),
      retry: list(prompts.retry),
      noInput: prompts.noInput.map(list),
      noMatch: prompts.noMatch.map(list),
    },
    attempts:
      rest.profile === '3cx'
        ? { total: attempts.total }
        : {
            noInput: Math.min(attempts.noInput, attempts.total),
            noMatch: Math.min(attempts.noMatch, attempts.total),
            total: attempts.total,
          },
    ...(pattern !== undefined && { pattern }),
    ...(verdicts && { validate }),
  };
}
