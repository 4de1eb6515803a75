import type { Flow, FlowInput, FlowStepInput } from './definition';
import { parseFlow } from './parse-flow';

type Targets<Steps> = Extract<keyof Steps, string>;

/** Fields of steps that name another step. */
type Way =
  | ('next' | 'failed' | 'noInput' | 'noMatch' | 'then' | 'else' | 'yes' | 'no')
  | ('open' | 'closed' | 'holiday' | 'exceeded' | 'denied' | 'lockedOut' | 'empty');

/** The step, its ways narrowed to steps that are there. */
type Routed<Step, Names extends string> = Step extends unknown
  ? {
      readonly [Field in keyof Step]: Field extends Way
        ? Names | Extract<Step[Field], undefined>
        : Field extends 'choices'
          ? Readonly<Record<string, Names>>
          : Step[Field];
    }
  : never;

type RoutedSteps<Names extends string> = Readonly<Record<Names, Routed<FlowStepInput, Names>>>;

type TypedFlow<Names extends string> = Omit<
  FlowInput,
  'version' | 'steps' | 'start' | 'onError' | 'onHangUp'
> & {
  readonly start: NoInfer<Names>;
  readonly onError?: NoInfer<Names>;
  readonly onHangUp?: NoInfer<Names>;
  readonly steps: RoutedSteps<Names>;
};

/**
 * A flow written in TypeScript: the same data, but a way to a step that isn't there doesn't
 * compile. Sub-flows are checked by `lintFlow`.
 * @throws FlowDefinitionError
 */
export function defineFlow<const Steps extends Record<string, unknown>>(
  flow: TypedFlow<Targets<Steps>> & { readonly steps: Steps },
): Flow {
  return parseFlow({ version: 1, ...flow });
}
