import { endCall } from './route-to';
import type { RouteTo } from './route-to';

/** A key of a digital receptionist. */
export interface IvrKey {
  readonly key: string;
  readonly route: RouteTo;
}

/** A digital receptionist: answers, plays its prompt, and sends the caller on. */
export interface IvrConfiguration {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  /** File of the web server, e.g. `/prompts/menu-main.wav`. */
  readonly promptFile: string;
  readonly keys: readonly IvrKey[];
  /** How long it waits for a key after the prompt, seconds. */
  readonly timeoutSeconds: number;
  readonly timeout: RouteTo;
  /** What an unassigned key does; undefined plays the prompt again. */
  readonly invalidKey: RouteTo | undefined;
}

export type NewIvr = { readonly number: string } & Partial<Omit<IvrConfiguration, 'id' | 'number'>>;

export function ivrFrom(given: NewIvr, id: number): IvrConfiguration {
  return {
    id,
    name: `Digital receptionist ${given.number}`,
    promptFile: '/prompts/menu-main.wav',
    keys: [],
    timeoutSeconds: 10,
    timeout: endCall,
    invalidKey: undefined,
    ...given,
  };
}
