import type { Call, LogEntry, Mark, Phone, Timeline } from './mock-data';

/** `4.2 s`, `1 min 05.0 s`. */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)} min ${rest.toFixed(1).padStart(4, '0')} s`;
}

/** Who ended a call: `caller`, `callee`, `system`, `xapi`, or the number that hung up. */
function who(by: string): string {
  const known: Readonly<Record<string, string>> = {
    caller: 'The caller',
    callee: 'The person called',
    system: 'The phone system',
    xapi: 'Someone in the management console',
  };
  return known[by] ?? by;
}

export function ending(by: string, reason: string): string {
  const happened: Readonly<Record<string, string>> = {
    'hung up': `${who(by)} hung up.`,
    rejected: by === 'system' ? 'The call was declined.' : `${who(by)} declined the call.`,
    busy: 'The phone called was busy.',
    'no answer': 'Nobody answered.',
    'not registered': 'The phone called is not registered.',
    restarted: 'The phone system restarted.',
  };
  return happened[reason] ?? `${who(by)}: ${reason}.`;
}

/** What a call is doing: `ringing 101`, `connected to 999`, `ended`. */
export function callState(call: Call): string {
  if (call.state === 'ended') return 'ended';
  const ringing = [...new Set(call.legs.filter(({ status }) => status === 'Ringing').map(({ dn }) => dn))];
  if (call.state === 'connected' && call.connectedTo !== null) {
    const meanwhile = ringing.length > 0 ? `, ringing ${ringing.join(', ')}` : '';
    return `connected to ${call.connectedTo}${call.onHold ? ', on hold' : ''}${meanwhile}`;
  }
  return ringing.length > 0 ? `ringing ${ringing.join(', ')}` : `calling ${call.to}`;
}

export function callTitle(call: Call): string {
  return `${call.from} calls ${call.to}${call.did === '' ? '' : ` (dialled ${call.did})`}`;
}

export interface PhoneActivity {
  readonly call: number;
  readonly status: 'Dialing' | 'Ringing' | 'Connected';
  readonly other: string;
}

/** What a phone is doing in the calls there are, ringing first. Its devices ring together and count once. */
export function phoneActivities(phone: Phone, calls: readonly Call[]): readonly PhoneActivity[] {
  return calls
    .flatMap((call) =>
      call.legs
        .filter(({ dn }) => dn === phone.number)
        .map(({ status, party_caller_id }) => ({ call: call.id, status, other: party_caller_id }))
        .slice(0, 1),
    )
    .toSorted((a, b) => Number(b.status === 'Ringing') - Number(a.status === 'Ringing'));
}

export function phoneState(phone: Phone, activities: readonly PhoneActivity[]): string {
  if (!phone.registered) return 'not registered';
  const [first] = activities;
  if (!first) return 'idle';
  const more = activities.length > 1 ? ` and ${activities.length - 1} more` : '';
  const doing = { Ringing: 'ringing:', Connected: 'talking to', Dialing: 'calling' }[first.status];
  return `${doing} ${first.other}${first.status === 'Ringing' ? ' calls' : ''}${more}`;
}

/** A line of the event log. */
export function entryInWords({ kind, detail }: LogEntry): string {
  const text = (name: string): string => String(detail[name] ?? '');
  switch (kind) {
    case 'call':
      if (text('state') === 'ended') return `Call ${text('call')} ended (by ${text('endedBy')})`;
      if (text('connectedTo') !== '') return `Call ${text('call')} connected to ${text('connectedTo')}`;
      return `Call ${text('call')} ${text('state')}`;
    case 'event': {
      const name = { 0: 'Upset', 1: 'Remove', 2: 'DTMF' }[text('type')] ?? `Event ${text('type')}`;
      return `${name} ${text('entity')}${text('type') === '0' ? ` (${text('status')})` : ''}`;
    }
    case 'request':
      return `${text('method')} ${text('route')} answered ${text('status')}`;
    case 'token':
      return detail.granted === true ? 'A token was granted' : 'A token was refused';
    case 'socket':
      if (detail.refused !== undefined) return `An event socket was refused (${text('refused')})`;
      return detail.open === true ? 'An event socket was opened' : 'An event socket was closed';
    case 'stream':
      return `Audio ${text('direction').replaceAll('-', ' ')} ${detail.open === true ? 'opened' : 'closed'} (participant ${text('participant')})`;
    case 'phone':
      return `Phone ${text('dn')} now answers: ${text('answer')}`;
    case 'fault':
      return detail.name === 'none' ? 'All faults ended' : `Fault: ${text('name')}`;
    default:
      return Object.entries(detail)
        .map(([name, value]) => `${name} ${value ?? 'none'}`)
        .join(', ');
  }
}

export function markInWords(mark: Mark): string {
  switch (mark.kind) {
    case 'keys':
      return `${mark.keys.length === 1 ? 'Key' : 'Keys'} ${mark.keys} pressed`;
    case 'transfer':
      return `Transferred from ${mark.from} to ${mark.to}`;
    case 'ended':
      return ending(mark.by, mark.reason);
  }
}

const statusInWords = { Dialing: 'dials', Ringing: 'rings', Connected: 'is connected' } as const;
const heardInWords = { audio: 'Audio is heard', silence: 'Silence', held: 'Hold music' } as const;

/** The whole story of a call, one sentence per thing that happened, in order. */
export function timelineInWords(timeline: Timeline): readonly string[] {
  const told: { readonly atMs: number; readonly text: string }[] = [
    ...timeline.legs.flatMap((leg) =>
      leg.spans.map(({ status, fromMs }) => ({
        atMs: fromMs,
        text: `${leg.number} ${statusInWords[status]}`,
      })),
    ),
    ...timeline.heard.map(({ kind, fromMs, toMs }) => ({
      atMs: fromMs,
      text: `${heardInWords[kind]}${toMs === null ? '' : ` for ${duration(toMs - fromMs)}`}`,
    })),
    ...timeline.marks.map((mark) => ({ atMs: mark.atMs, text: markInWords(mark) })),
  ];
  return told.toSorted((a, b) => a.atMs - b.atMs).map(({ atMs, text }) => `${duration(atMs)}: ${text}`);
}
