import type { Recording, Step } from './steps';

export function nameOf(recording: Recording): string {
  return typeof recording === 'string' ? recording : `a recording of ${recording.length} bytes`;
}

/** A step in words, as the timeline has it. */
export function describeStep(step: Step): string {
  switch (step.does) {
    case 'waits':
      return `waits ${seconds(step.ms)}`;
    case 'meets':
      return `meets the others: ${step.at}`;
    case 'presses':
      return `presses ${step.keys}`;
    case 'waitsUntilHeHears':
      return `waits until he hears ${nameOf(step.recording)}`;
    case 'speaks':
      return `speaks ${nameOf(step.recording)}`;
    case 'hangsUp':
      return 'hangs up';
    case 'hears':
      return `hears all of ${nameOf(step.recording)}`;
    case 'isNotCut':
      return 'hears it to its end without a hole';
    case 'isConnectedTo':
      return `is connected to ${step.number}`;
    case 'ends':
      return step.by === undefined ? 'finds the call ended' : `finds the call ended by ${step.by}`;
    case 'dials':
      return [
        'dials',
        ...(step.to === undefined ? [] : [step.to]),
        ...(step.did === undefined ? [] : [`(DID ${step.did})`]),
      ].join(' ');
    case 'answers':
      return step.afterMs === undefined ? 'answers' : `answers after ${seconds(step.afterMs)}`;
    case 'isBusy':
      return 'is busy';
    case 'rejects':
      return step.afterMs === undefined ? 'rejects' : `rejects after ${seconds(step.afterMs)}`;
    case 'doesNotAnswer':
      return 'does not answer';
    case 'registers':
      return 'registers';
    case 'unregisters':
      return 'unregisters';
    case 'rings':
      return 'rings';
    case 'logsIn':
      return 'logs in';
    case 'logsOut':
      return 'logs out';
  }
}

/** Milliseconds in words, without needless digits: `0.2 s`, `2 min 30 s`, `6 h`. */
export function seconds(ms: number): string {
  const whole = Math.round(ms);
  const parts = [
    [Math.floor(whole / 3_600_000), 'h'],
    [Math.floor(whole / 60_000) % 60, 'min'],
    [Number(((whole % 60_000) / 1000).toFixed(3)), 's'],
  ] as const;
  const told = parts.filter(([amount]) => amount > 0);
  return told.length === 0 ? '0 s' : told.map(([amount, unit]) => `${amount} ${unit}`).join(' ');
}
