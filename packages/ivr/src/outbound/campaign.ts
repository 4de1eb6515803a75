import { CallLimitError, RateLimitError, type Timer } from '@org/3cx-core';
import { BehaviorSubject, type Observable } from 'rxjs';
import { haveConversation, type AttemptEnd } from './attempt';
import {
  checkContact,
  planCampaign,
  type CampaignCall,
  type CampaignOptions,
  type CampaignPhone,
  type CampaignPlan,
  type ConversationContext,
} from './campaign-options';
import {
  isFinal,
  newContact,
  plainNumber,
  type AttemptFailure,
  type CampaignContact,
  type ContactState,
} from './contact';
import { leaveToCall, nextContact } from './next-contact';
import { countContacts, type CampaignEvent, type CampaignProgress } from './progress';
import { afterFailure } from './retry-policy';

/** A campaign under way. Whoever started it disposes it. */
export interface Campaign extends AsyncDisposable {
  readonly progress: CampaignProgress;
  /** The progress now and after every change; completes at the end. */
  readonly progress$: Observable<CampaignProgress>;
  /** Every contact as it stands. */
  readonly contacts: readonly ContactState[];
  /** Resolves when every contact is through; an open campaign's never does before `dispose`. */
  readonly done: Promise<CampaignProgress>;
  /**
   * One more contact. One with an id that is known already changes nothing. Resolves once it
   * would survive the end of the process.
   * @throws CampaignOptionsError
   */
  add(contact: CampaignContact): Promise<void>;
  /** No more calls, until `resume`; those under way go on. Kept over a restart. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Stops, and leaves calls under way as they are: a campaign of this name and store goes on with them. */
  dispose(): Promise<void>;
}

/**
 * Calls every contact, and again by the retry policy, until all are through. Each call is noted
 * in the store before it is placed. A campaign that begins with the store of a former one takes
 * over the calls that are still there. An attempt of which nothing is known is not made again,
 * unless the policy says so for `interrupted`: so that nobody is called twice.
 * @throws CampaignOptionsError, and what the store throws
 */
export async function startCampaign(pbx: CampaignPhone, options: CampaignOptions): Promise<Campaign> {
  const campaign = new RunningCampaign(pbx, planCampaign(options));
  await campaign.begin(options.contacts ?? []);
  return campaign;
}

/** How long to wait when the phone system takes no more calls for now. */
const BUSY_MS = 5_000;
const MINUTE_MS = 60_000;

class RunningCampaign implements Campaign {
  readonly #contacts = new Map<string, ContactState>();
  readonly #talks = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #paused = false;
  readonly #progress = new BehaviorSubject<CampaignProgress>(this.#told(undefined));
  #finish: (progress: CampaignProgress) => void = () => undefined;
  readonly done = new Promise<CampaignProgress>((resolve) => (this.#finish = resolve));
  #connection: { unsubscribe(): void } | undefined;
  #timer: Timer | undefined;
  /** Whether contacts are being looked through, and whether that has to begin anew. */
  #pumping: 'no' | 'yes' | 'again' = 'no';
  /** No call before this time: the phone system is full, or the gate is closed. Milliseconds since 1970. */
  #heldUntil = 0;

  constructor(
    private readonly pbx: CampaignPhone,
    private readonly plan: CampaignPlan,
  ) {}

  get progress(): CampaignProgress {
    return this.#told(this.#progress.value.latest);
  }

  get progress$(): Observable<CampaignProgress> {
    return this.#progress.asObservable();
  }

  get contacts(): readonly ContactState[] {
    return [...this.#contacts.values()];
  }

  async begin(given: readonly CampaignContact[]): Promise<void> {
    const saved = await this.plan.store.load(this.plan.name);
    this.#paused = saved.paused;
    for (const contact of saved.contacts) this.#contacts.set(contact.id, contact);
    const fresh = new Map(given.map(newContact).map((contact) => [contact.id, contact]));
    for (const { id } of saved.contacts) fresh.delete(id);
    for (const contact of fresh.values()) this.#contacts.set(contact.id, contact);
    if (fresh.size > 0) await this.plan.store.save(this.plan.name, [...fresh.values()]);
    this.#progress.next(this.#told(undefined));
    for (const contact of saved.contacts) if (contact.status === 'calling') this.#takeOver(contact);
    this.#connection = this.pbx.connection$.subscribe((state) => {
      if (state === 'connected') this.#pump();
    });
    this.#pump();
  }

  async add(contact: CampaignContact): Promise<void> {
    checkContact(contact, this.plan.hoursIn);
    const added = newContact(contact);
    if (this.#contacts.has(added.id)) return;
    await this.plan.store.save(this.plan.name, [added]);
    // It may have been added twice at once.
    if (this.#contacts.has(added.id)) return;
    this.#contacts.set(added.id, added);
    this.#progress.next(this.#told({ kind: 'added', contact: added.id }));
    this.#pump();
  }

  async pause(): Promise<void> {
    await this.#setPaused(true, { kind: 'paused', why: 'asked' });
  }

  async resume(): Promise<void> {
    await this.#setPaused(false, { kind: 'resumed' });
    this.#pump();
  }

  async dispose(): Promise<void> {
    this.#stop.abort(new Error('The campaign was disposed'));
    this.#timer?.cancel();
    this.#connection?.unsubscribe();
    await Promise.all(this.#talks);
    this.#progress.complete();
    this.#finish(this.progress);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  get #stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  get #now(): number {
    return this.plan.now().getTime();
  }

  #told(latest: CampaignEvent | undefined): CampaignProgress {
    const counts = countContacts(this.#contacts.values());
    return { total: this.#contacts.size, counts, paused: this.#paused, latest };
  }

  async #setPaused(paused: boolean, event: CampaignEvent): Promise<void> {
    if (this.#paused === paused) return;
    this.#paused = paused;
    this.#progress.next(this.#told(event));
    await this.plan.store.savePaused(this.plan.name, paused);
  }

  /** Takes the contact's new state, tells of it, and keeps it. */
  async #change(contact: ContactState, event?: CampaignEvent): Promise<void> {
    this.#contacts.set(contact.id, contact);
    if (event !== undefined) this.#progress.next(this.#told(event));
    await this.plan.store.save(this.plan.name, [contact]);
  }

  /** Begins what calls can be begun now. */
  #pump(): void {
    if (this.#pumping !== 'no') {
      this.#pumping = 'again';
      return;
    }
    const run = async () => {
      do {
        this.#pumping = 'yes';
        while (await this.#callNext());
      } while (this.#isPumpedAgain());
      this.#pumping = 'no';
      this.#settle();
    };
    run().catch((error: unknown) => {
      this.#pumping = 'no';
      this.#refused(error);
    });
  }

  #isPumpedAgain(): boolean {
    return this.#pumping === 'again';
  }

  /** Ends the campaign when all are through, or sets the time at which to look again. */
  #settle(): void {
    this.#timer?.cancel();
    if (this.#stopped) return;
    const waiting = this.contacts.filter(({ status }) => status === 'waiting');
    if (!this.plan.open && this.contacts.every(isFinal) && this.#talks.size === 0) {
      this.#connection?.unsubscribe();
      this.#progress.complete();
      this.#finish(this.progress);
      return;
    }
    if (waiting.length === 0 || this.#paused) return;
    const now = this.#now;
    const due = Math.min(...waiting.map(({ notBefore }) => notBefore));
    const soonest = Math.max(due, this.#heldUntil);
    // Calling hours begin with a minute; with nothing to wait for but a free line, an end wakes us.
    const at = soonest > now ? soonest : now - (now % MINUTE_MS) + MINUTE_MS;
    this.#timer = this.plan.clock.after(Math.min(at - now, MINUTE_MS), () => {
      this.#pump();
    });
  }

  /** @returns whether it is worth looking for another one at once */
  async #callNext(): Promise<boolean> {
    const contact = this.#nextContact();
    if (contact === undefined) return false;
    const leave = await leaveToCall(contact, this.plan);
    if (leave === 'later') {
      this.#heldUntil = this.#now + this.plan.gateMs;
      return false;
    }
    if (leave === 'never') {
      await this.#change({ ...contact, status: 'doNotCall' }, { kind: 'doNotCall', contact: contact.id });
      return true;
    }
    // Something may have happened while we asked.
    if (this.#nextContact()?.id !== contact.id) return true;
    const attempt = contact.attempts + 1;
    const calling: ContactState = { ...contact, status: 'calling', attempts: attempt, callId: undefined };
    try {
      await this.#change(calling, { kind: 'dialling', contact: contact.id, attempt });
    } catch (error) {
      // What can't be noted isn't done.
      this.#contacts.set(contact.id, contact);
      throw error;
    }
    this.#follow(this.#dial(calling, contact));
    return true;
  }

  /** The first contact that could be called at this very moment. */
  #nextContact(): ContactState | undefined {
    if (this.#stopped || this.#paused || this.pbx.connection !== 'connected') return undefined;
    const now = this.plan.now();
    if (this.#heldUntil > now.getTime()) return undefined;
    return nextContact(this.contacts, now, this.plan);
  }

  #follow(talk: Promise<void>): void {
    const followed = talk
      .catch((error: unknown) => {
        this.#refused(error);
      })
      .finally(() => {
        this.#talks.delete(followed);
        this.#pump();
      });
    this.#talks.add(followed);
  }

  /** The phone system, or the store, does not work for us: there is no sense in going on. */
  #refused(error: unknown): void {
    if (this.#stopped) return;
    this.plan.logger?.error('The campaign is paused, as it can not go on', {
      campaign: this.plan.name,
      error: error instanceof Error ? error.message : String(error),
    });
    this.#setPaused(true, { kind: 'paused', why: 'refused by the phone system' }).catch(() => undefined);
  }

  async #dial(calling: ContactState, before: ContactState): Promise<void> {
    const { from, timeoutSeconds } = this.plan;
    const placed = this.pbx.makeCall({
      to: calling.number,
      timeoutSeconds,
      ...(from !== undefined && { from }),
    });
    let outcome: Awaited<typeof placed>;
    try {
      outcome = await placed;
    } catch (error) {
      if (this.#stopped) return;
      if (error instanceof CallLimitError || error instanceof RateLimitError)
        this.#heldUntil = this.#now + BUSY_MS;
      else this.#refused(error);
      // No call was placed, so that the attempt doesn't count.
      return this.#change(before);
    }
    if (outcome.kind === 'failed') return this.#failed(calling, 'refused');
    const call = outcome.kind === 'succeeded' ? outcome.call : this.#callTo(calling);
    if (call === undefined) return this.#failed(calling, 'interrupted');
    return this.#converse(call, calling, false);
  }

  async #converse(call: CampaignCall, contact: ContactState, resumed: boolean): Promise<void> {
    const known = { ...contact, callId: call.id };
    const { id, attempts: attempt } = contact;
    try {
      await this.#change(known, resumed ? { kind: 'adopted', contact: id, attempt } : undefined);
    } catch (error) {
      // Somebody is being called: that goes on, and could be found by its number.
      this.#refused(error);
    }
    let end: AttemptEnd;
    try {
      end = await haveConversation(call, this.#contextOf(contact, resumed), this.plan, () => {
        this.#progress.next(this.#told({ kind: 'answered', contact: id, attempt }));
      });
    } catch (error) {
      if (this.#stopped) return;
      throw error;
    }
    await this.#ended(known, end);
  }

  async #ended(contact: ContactState, end: AttemptEnd): Promise<void> {
    if (end.kind === 'failed') return this.#failed(contact, end.failure);
    const { verdict } = end;
    if (verdict.kind === 'again') return this.#failed(contact, 'again', verdict.afterMs);
    if (verdict.kind === 'failed') return this.#failed(contact, 'conversation');
    const reached: ContactState = {
      ...contact,
      callId: undefined,
      status: 'reached',
      ...(verdict.values && { result: verdict.values }),
    };
    await this.#change(reached, { kind: 'reached', contact: contact.id, attempt: contact.attempts });
  }

  async #failed(contact: ContactState, failure: AttemptFailure, afterMs?: number): Promise<void> {
    const now = this.#now;
    const next = afterFailure(
      contact,
      { failure, now, ...(afterMs !== undefined && { afterMs }) },
      this.plan.retry,
    );
    const { id, attempts: attempt } = contact;
    const againAt = next.status === 'waiting' ? next.notBefore : undefined;
    await this.#change(
      next,
      next.status === 'unknown'
        ? { kind: 'unknown', contact: id }
        : { kind: 'failed', contact: id, attempt, failure, againAt },
    );
  }

  /** A former process was calling this contact. */
  #takeOver(contact: ContactState): void {
    const call = this.#callTo(contact);
    if (call !== undefined) {
      this.#follow(this.#converse(call, contact, true));
      return;
    }
    this.#follow(this.#seeTo(contact));
  }

  async #seeTo(contact: ContactState): Promise<void> {
    const { conversation } = this.plan;
    const verdict =
      contact.callId === undefined
        ? undefined
        : await conversation.ended?.(contact.callId, this.#contextOf(contact, true));
    if (this.#stopped) return;
    await this.#ended(
      contact,
      verdict === undefined ? { kind: 'failed', failure: 'interrupted' } : { kind: 'verdict', verdict },
    );
  }

  /** The call to this contact that is under way, by its id or by whom it is to. */
  #callTo({ callId, number }: ContactState): CampaignCall | undefined {
    const live = this.pbx.calls.filter(({ status }) => status !== 'ended');
    if (callId !== undefined) return live.find(({ id }) => id === callId);
    const taken = new Set(this.contacts.map((each) => each.callId));
    return live.find(
      ({ id, direction, toNumber }) =>
        direction !== 'inbound' && plainNumber(toNumber) === plainNumber(number) && !taken.has(id),
    );
  }

  #contextOf({ id, number, values, attempts }: ContactState, resumed: boolean): ConversationContext {
    return {
      contact: { id, number, values },
      attempt: attempts,
      resumed,
      connection$: this.pbx.connection$,
      signal: this.#stop.signal,
    };
  }
}
