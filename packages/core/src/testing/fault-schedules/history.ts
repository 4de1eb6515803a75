import type { CallEvent } from '../../events/call-event';
import {
  LONGEST_EVENT_DELAY_MS,
  REQUEST_TIMEOUT_MS,
  SLOWEST_GET_MS,
  type SimulatedPbx,
} from './simulated-pbx';
import type { Conversation, SentEvent, TrueParticipant } from './truth';
import { lived } from './truth';

/** One event as the client told it. */
export interface Told {
  readonly at: number;
  readonly event: CallEvent;
}

export interface History {
  readonly pbx: SimulatedPbx;
  readonly told: readonly Told[];
}

/**
 * The longest that a state which holds may take to be told while the connection is
 * up: an event's delay, a queue of slow GETs, a failed one and the snapshot after it.
 */
const IN_TIME_MS = LONGEST_EVENT_DELAY_MS + 3 * SLOWEST_GET_MS;
/** More, where a request may get no answer at all: its timeout, and the snapshot after it. */
const AFTER_TIMEOUT_MS = REQUEST_TIMEOUT_MS + 2_000;

/** One life of a call as the client told it: the events of one call id on one conversation. */
interface Life {
  readonly conversation: Conversation;
  /** The participant that the call id names. */
  readonly first: TrueParticipant;
  readonly told: Told[];
}

/** What is wrong with a history, one sentence each; empty when it holds. */
export function violationsOf({ pbx, told }: History): string[] {
  const found: string[] = [];
  const ids = new Set<string>();
  for (const { event } of told) {
    if (ids.has(event.eventId)) found.push(`the event id ${event.eventId} comes twice`);
    ids.add(event.eventId);
  }
  const lives = livesOf(pbx, told, found);
  for (const life of lives) found.push(...order(life), ...truth(life, pbx), ...versions(life), ...keys(life));
  found.push(...overlaps(lives), ...gaps(told), ...obligations(pbx, told, lives));
  return found;
}

function livesOf(pbx: SimulatedPbx, told: readonly Told[], found: string[]): Life[] {
  const byNumber = new Map(pbx.conversations.map((one) => [one.number, one]));
  const lives = new Map<string, Life>();
  for (const one of told) {
    const { event } = one;
    if (event.eventType === 'connection_lost' || event.eventType === 'connection_restored') continue;
    const number = event.direction === 'outbound' ? event.toNumber : event.fromNumber;
    const key = `${event.callId} of ${number}`;
    const known = lives.get(key);
    if (known !== undefined) {
      known.told.push(one);
      continue;
    }
    const conversation = byNumber.get(number);
    const id = Number(event.callId.split('-')[2]);
    const first = conversation?.participants.find((participant) => participant.id === id);
    if (conversation === undefined || first === undefined) found.push(`${key} never was: ${event.eventType}`);
    else lives.set(key, { conversation, first, told: [one] });
  }
  return [...lives.values()];
}

const nameOf = ({ first, conversation }: Life): string =>
  `call ${String(first.callid)}-${String(first.id)} of ${conversation.number}`;
const typesOf = (life: Life): string => life.told.map(({ event }) => event.eventType).join(' ');

/** Started once and first; rings, answers and ends at most once; after the end nothing. */
function order(life: Life): string[] {
  const types = typesOf(life);
  const legal =
    /^call_started( call_ringing)?( call_updated| dtmf_received)*( call_answered( call_updated| dtmf_received)*( call_ended)?|( call_missed)?( call_ended)?)$/;
  return legal.test(types) ? [] : [`${nameOf(life)} is out of order or told twice: ${types}`];
}

/** Nothing is told before it was true. */
function truth(life: Life, pbx: SimulatedPbx): string[] {
  const { conversation, first, told } = life;
  const found: string[] = [];
  for (const { at, event } of told) {
    if (event.eventType === 'call_started' && first.addedAt > at)
      found.push(`${nameOf(life)} is told before it began`);
    if (
      event.eventType === 'call_answered' &&
      !conversation.participants.some(({ connectedAt }) => connectedAt !== undefined && connectedAt <= at)
    )
      found.push(`${nameOf(life)} was told answered at ${String(at)} and was not`);
    if (event.eventType === 'call_ended') {
      const alive = conversation.participants.find(
        (one) =>
          one.addedAt <= at &&
          (one.removedAt ?? Infinity) > at &&
          (one === first || (one.shownAt ?? Infinity) < at),
      );
      if (alive !== undefined) found.push(`${nameOf(life)} was told ended at ${String(at)} while it went on`);
    }
  }
  // A call that was seen to go is not brought back by an answer from before.
  const start = told[0];
  const gone = pbx.sent.find(
    ({ kind, participant }) => kind === 'remove' && participant === first,
  )?.deliveredAt;
  if (start !== undefined && gone !== undefined && gone < start.at && isUp(pbx, told, gone, start.at))
    found.push(
      `${nameOf(life)} was told started at ${String(start.at)} after its removal at ${String(gone)}`,
    );
  return found;
}

/** The states of each participant come in the order in which they were true. */
function versions({ told, conversation }: Life): string[] {
  const latest = new Map<string, number>();
  const found: string[] = [];
  for (const { event } of told) {
    const fresh =
      event.eventType === 'call_started' ||
      (event.eventType === 'call_updated' && event.data.changed.includes('callerName'));
    if (!fresh) continue;
    const [id = '', version] = event.callerName.split('.');
    const before = latest.get(id) ?? 0;
    if (Number(version) < before)
      found.push(`${conversation.number}: state ${event.callerName} comes after version ${String(before)}`);
    latest.set(id, Number(version));
  }
  return found;
}

/** Every key at most once, in the order pressed. */
function keys(life: Life): string[] {
  const told = keysTold(life);
  const pressed = life.conversation.participants.map((one) => one.pressed).join('');
  let at = 0;
  for (const key of told) {
    at = pressed.indexOf(key, at) + 1;
    if (at === 0) return [`${nameOf(life)}: the keys ${told} were told of ${pressed}`];
  }
  return [];
}

const keysTold = ({ told }: Life): string =>
  told.map(({ event }) => (event.eventType === 'dtmf_received' ? event.data.digits : '')).join('');

/** One conversation is never two calls at once. */
function overlaps(lives: readonly Life[]): string[] {
  const found: string[] = [];
  const previous = new Map<Conversation, Life>();
  for (const life of lives) {
    const before = previous.get(life.conversation);
    const end = before?.told.at(-1);
    const start = life.told[0];
    if (
      end !== undefined &&
      start !== undefined &&
      (end.event.eventType !== 'call_ended' || end.at > start.at)
    )
      found.push(`${nameOf(life)} began before the call it follows had ended`);
    previous.set(life.conversation, life);
  }
  return found;
}

/** Losses and returns alternate, and what is told between them is derived and says so. */
function gaps(told: readonly Told[]): string[] {
  const found: string[] = [];
  let lost = false;
  for (const { event, at } of told) {
    if (event.eventType === 'connection_lost' || event.eventType === 'connection_restored') {
      const isLoss = event.eventType === 'connection_lost';
      if (isLoss === lost) found.push(`${event.eventType} comes twice, at ${String(at)}`);
      lost = isLoss;
    } else if (lost && !event.data.synthetic && event.eventType !== 'dtmf_received') {
      found.push(`${event.eventType} of ${event.callId} in a gap is not marked as derived`);
    }
  }
  return found;
}

/** Whether the client could hear the PBX for the whole stretch. */
function isUp(pbx: SimulatedPbx, told: readonly Told[], from: number, to: number): boolean {
  const lastDown = pbx.downs.filter((at) => at <= to).at(-1);
  if (lastDown === undefined) return true;
  if (lastDown >= from) return false;
  return told.some(
    ({ at, event }) => event.eventType === 'connection_restored' && at >= lastDown && at < from,
  );
}

/** What was true for long enough, and told by an event that arrived, must have been told in turn. */
function obligations(pbx: SimulatedPbx, told: readonly Told[], lives: readonly Life[]): string[] {
  const found: string[] = [];
  const byConversation = new Map<Conversation, Life[]>();
  for (const life of lives)
    byConversation.set(life.conversation, [...(byConversation.get(life.conversation) ?? []), life]);
  const toldBy = (conversation: Conversation, type: CallEvent['eventType'], by: number) =>
    (byConversation.get(conversation) ?? []).some((life) =>
      life.told.some(({ at, event }) => event.eventType === type && at <= by),
    );
  const inTimeMs = IN_TIME_MS + (pbx.timedOut ? AFTER_TIMEOUT_MS : 0);
  /** When an event that arrived must have been told; what came while a snapshot was awaited counts from then. */
  const due = ({ deliveredAt: at }: SentEvent): { at: number; by: number } | undefined => {
    if (at === undefined) return undefined;
    const lastDown = pbx.downs.filter((down) => down <= at).at(-1);
    const restored = told.find(
      (one) => one.event.eventType === 'connection_restored' && one.at >= (lastDown ?? 0),
    );
    if (lastDown !== undefined && restored === undefined) return undefined;
    const by = Math.max(at, lastDown === undefined ? 0 : (restored?.at ?? 0)) + inTimeMs;
    return pbx.downs.some((down) => down >= at && down <= by) ? undefined : { at, by };
  };

  const pressedInTime = new Map<Conversation, number>();
  for (const event of pbx.sent) {
    const { participant, kind, version } = event;
    const { conversation } = participant;
    const when = due(event);
    if (when === undefined || when.by > pbx.clock.now()) continue;
    const who = `${conversation.number} (participant ${String(participant.id)}, told at ${String(when.at)})`;
    if (kind === 'upset' && version === participant.version && lived(participant, when.at, when.by)) {
      if (!toldBy(conversation, 'call_started', when.by)) found.push(`${who} was never told started`);
      if (participant.status === 'Connected' && !toldBy(conversation, 'call_answered', when.by))
        found.push(`${who} was never told answered`);
    }
    if (kind === 'dtmf' && lived(participant, when.at, when.by)) {
      pressedInTime.set(conversation, (pressedInTime.get(conversation) ?? 0) + 1);
    }
    if (kind === 'remove' && hasGone(pbx, conversation, when.at)) {
      const open = (byConversation.get(conversation) ?? []).find(
        (life) =>
          !life.told.some(({ at, event: { eventType } }) => eventType === 'call_ended' && at <= when.by),
      );
      if (open !== undefined) found.push(`${who} was never told ended`);
    }
  }
  for (const [conversation, count] of pressedInTime) {
    const heard = (byConversation.get(conversation) ?? []).map(keysTold).join('').length;
    if (heard < count)
      found.push(`${conversation.number}: ${String(heard)} keys of ${String(count)} were told`);
  }
  return found;
}

/** All participants have gone, and of every one of them the client has been told so. */
function hasGone(pbx: SimulatedPbx, conversation: Conversation, by: number): boolean {
  return conversation.participants.every((one) =>
    pbx.sent.some(
      ({ kind, participant, deliveredAt }) =>
        kind === 'remove' && participant === one && deliveredAt !== undefined && deliveredAt <= by,
    ),
  );
}
