import { systemClock, ThreeCxError, type Call, type Logger, type PhoneSystem } from '@org/3cx-core';
import * as z from 'zod';
import type { CollectingClock, ConnectionStates } from '../dtmf/collect-options';
import type { FlowValue } from '../flow/definition';
import { officeHoursSchema, type OfficeHours } from '../flow/office-hours';
import type { FlowCall } from '../flow/run-flow-options';
import { createMemoryCampaignStore, type CampaignStore } from './campaign-store';
import { plainNumber, type CampaignContact } from './contact';
import type { RetryPolicy } from './retry-policy';

/** A call that a campaign has placed. */
export type CampaignCall = FlowCall &
  Pick<Call, 'status' | 'direction'> & {
    readonly events$: {
      subscribe(next: (event: { readonly eventType: string }) => void): { unsubscribe(): void };
    };
  };

type Placed = Parameters<PhoneSystem['makeCall']>[0];

/** What a campaign needs of the phone system. */
export interface CampaignPhone extends Pick<PhoneSystem, 'connection'> {
  readonly connection$: ConnectionStates;
  readonly calls: readonly CampaignCall[];
  makeCall(
    options: Placed,
  ): Promise<
    | { readonly kind: 'succeeded'; readonly call: CampaignCall }
    | { readonly kind: 'failed'; readonly reason: string }
    | { readonly kind: 'unknown' }
  >;
}

/** Whom a conversation is with, and under which circumstances. */
export interface ConversationContext {
  readonly contact: Required<Pick<CampaignContact, 'id' | 'number' | 'values'>>;
  /** Counts from 1. */
  readonly attempt: number;
  /** A former process has begun it. */
  readonly resumed: boolean;
  readonly connection$: ConnectionStates;
  /** Aborted when the campaign is disposed: leave the call as it is. */
  readonly signal: AbortSignal;
}

/**
 * What came of a conversation. `done`: the contact was reached. `again`: call once more, by the
 * retry policy or after `afterMs`. `failed`: something went wrong.
 */
export type Verdict =
  | { readonly kind: 'done'; readonly values?: Readonly<Record<string, FlowValue>> }
  | { readonly kind: 'again'; readonly afterMs?: number }
  | { readonly kind: 'failed' };

/** What is said to whoever answers. */
export interface Conversation {
  /** The call has been answered. When it settles, the call is hung up unless it has ended. */
  talk(call: CampaignCall, context: ConversationContext): Promise<Verdict>;
  /**
   * A former process was in a call that has ended since. Says what came of it, if that is known;
   * undefined: it isn't, or nobody had answered.
   */
  ended?(callId: string, context: ConversationContext): Promise<Verdict | undefined>;
}

/** When one may call, in the contact's own time zone. */
export type CallingHours = Omit<z.input<typeof officeHoursSchema>, 'timeZone'>;

export interface CampaignOptions {
  /** Names the campaign in its store. */
  readonly name: string;
  readonly contacts?: readonly CampaignContact[];
  readonly conversation: Conversation;
  /** Calls at the same time. 1–1 000, default 1. The phone system has a limit of its own (`maxOutboundCalls`). */
  readonly concurrency?: number;
  /** Default: at any time. Needs `timeZone`, or one for each contact. */
  readonly hours?: CallingHours;
  /** The time zone of contacts that have none. */
  readonly timeZone?: string;
  readonly retry?: RetryPolicy;
  /** Numbers not to be called: a list, or a function asked before each call. */
  readonly doNotCall?: Iterable<string> | ((number: string) => boolean | Promise<boolean>);
  /** Asked before each call; false holds the campaign back, and is asked again after `gateMs`. */
  readonly mayCall?: () => boolean | Promise<boolean>;
  /** Milliseconds, default 5 000. */
  readonly gateMs?: number;
  /** The extension that calls. Default: the route point. */
  readonly from?: string;
  /** How long a contact may ring. Seconds, 1–120, default 30. */
  readonly timeoutSeconds?: number;
  /** Keeps the campaign over a restart. Default: in memory. */
  readonly store?: CampaignStore;
  /** Goes on when all contacts are through, for more to be added. Default false. */
  readonly open?: boolean;
  readonly logger?: Logger;
  /** The wall clock, for calling hours and waits between attempts. */
  readonly now?: () => Date;
  readonly clock?: CollectingClock;
}

/** The campaign can't be begun as it was described; the message says what to mend. */
export class CampaignOptionsError extends ThreeCxError {
  readonly code = 'CAMPAIGN_OPTIONS';
}

export interface CampaignPlan {
  readonly name: string;
  readonly conversation: Conversation;
  readonly concurrency: number;
  readonly hoursIn: (timeZone: string | undefined) => OfficeHours | undefined;
  readonly retry: RetryPolicy;
  readonly isBarred: (number: string) => boolean | Promise<boolean>;
  readonly mayCall: () => boolean | Promise<boolean>;
  readonly gateMs: number;
  readonly from: string | undefined;
  readonly timeoutSeconds: number;
  readonly store: CampaignStore;
  readonly open: boolean;
  readonly logger: Logger | undefined;
  readonly now: () => Date;
  readonly clock: CollectingClock;
}

const count = z.number().int().min(1).max(100);
const wait = z
  .number()
  .min(0)
  .max(30 * 86_400_000);
const rule = z.union([z.literal(false), z.object({ attempts: count.optional(), delayMs: wait.optional() })]);
const checked = z.object({
  name: z.string().min(1),
  concurrency: z.number().int().min(1).max(1_000).default(1),
  timeoutSeconds: z.number().min(1).max(120).default(30),
  gateMs: z.number().min(100).max(3_600_000).default(5_000),
  retry: z
    .object({
      attempts: count.optional(),
      delayMs: wait.optional(),
      factor: z.number().min(1).max(10).optional(),
      maxDelayMs: wait.optional(),
      reasons: z.record(z.string(), rule).optional(),
    })
    .optional(),
});

/** @throws CampaignOptionsError */
export function planCampaign(options: CampaignOptions): CampaignPlan {
  const parsed = checked.safeParse(options);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw refusal(problems.join('. '));
  }
  const { name, concurrency, timeoutSeconds, gateMs } = parsed.data;
  const { doNotCall = [], hours, timeZone } = options;
  const zones = new Map<string, OfficeHours>();
  const hoursIn = (own: string | undefined): OfficeHours | undefined => {
    if (hours === undefined) return undefined;
    const zone = own ?? timeZone;
    if (zone === undefined)
      throw refusal('timeZone: calling hours need the time zone of each contact, or one here');
    const known = zones.get(zone);
    if (known !== undefined) return known;
    const made = officeHoursSchema.safeParse({ ...hours, timeZone: zone });
    if (!made.success) throw refusal(made.error.issues.map(({ message }) => message).join('. '));
    zones.set(zone, made.data);
    return made.data;
  };
  for (const contact of options.contacts ?? []) checkContact(contact, hoursIn);
  return {
    ...{ name, concurrency, timeoutSeconds, gateMs, hoursIn },
    conversation: options.conversation,
    retry: options.retry ?? {},
    isBarred: typeof doNotCall === 'function' ? doNotCall : memberOf(doNotCall),
    mayCall: options.mayCall ?? (() => true),
    from: options.from,
    store: options.store ?? createMemoryCampaignStore(),
    open: options.open ?? false,
    logger: options.logger,
    now: options.now ?? (() => new Date()),
    clock: options.clock ?? systemClock,
  };
}

/** @throws CampaignOptionsError */
export function checkContact(
  { id, number, timeZone }: CampaignContact,
  hoursIn: CampaignPlan['hoursIn'],
): void {
  if (plainNumber(number) === '') throw refusal(`contacts: ${id ?? 'one'} has no number`);
  hoursIn(timeZone);
}

function memberOf(numbers: Iterable<string>): (number: string) => boolean {
  const barred = new Set(Array.from(numbers, plainNumber));
  return (number) => barred.has(number);
}

function refusal(problems: string): CampaignOptionsError {
  return new CampaignOptionsError(`Check the options of the campaign. ${problems}.`);
}
