import type { MockContext } from '../mock-context';
import type { Call } from '../switch/call';

/**
 * The person presses keys, one every `gapMs`, until done or the call has ended.
 * The PBX passes on those pressed while connected to the route point.
 * @returns how many were passed on.
 */
export async function pressKeys(
  { exchange, timers, settings }: MockContext,
  call: Call,
  digits: string,
  gapMs: number,
): Promise<number> {
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      timers.after(gapMs, resolve);
    });
  const keys = Array.from(digits);
  let heard = 0;
  let grouped = '';
  for (const [index, key] of keys.entries()) {
    if (index > 0) await pause();
    if (call.ending) break;
    if (settings.dtmfGrouping === 'grouped') grouped += key;
    else if (exchange.pressKeys(call, key)) heard += 1;
  }
  if (grouped !== '' && exchange.pressKeys(call, grouped)) heard = grouped.length;
  return heard;
}
