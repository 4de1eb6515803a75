import { officeStateAt } from '../flow/office-hours';
import type { CampaignPlan } from './campaign-options';
import { plainNumber, type ContactState } from './contact';

/**
 * The first contact that may be called now: it is due, its hours are open, nobody else with its
 * number is being called, and there is room for one more call. Pure.
 */
export function nextContact(
  contacts: readonly ContactState[],
  now: Date,
  { concurrency, hoursIn }: Pick<CampaignPlan, 'concurrency' | 'hoursIn'>,
): ContactState | undefined {
  const calling = contacts.filter(({ status }) => status === 'calling');
  if (calling.length >= concurrency) return undefined;
  const engaged = new Set(calling.map(({ number }) => plainNumber(number)));
  const open = new Map<string | undefined, boolean>();
  const isOpen = (zone: string | undefined): boolean => {
    const known = open.get(zone);
    if (known !== undefined) return known;
    const hours = hoursIn(zone);
    const state = hours === undefined || officeStateAt(hours, now) === 'open';
    open.set(zone, state);
    return state;
  };
  return contacts.find(
    ({ status, notBefore, number, timeZone }) =>
      status === 'waiting' &&
      notBefore <= now.getTime() &&
      !engaged.has(plainNumber(number)) &&
      isOpen(timeZone),
  );
}

/** Asks the gate and the do-not-call list. Whoever can't be asked has not given leave: it is asked again later. */
export async function leaveToCall(
  { number }: ContactState,
  { name, mayCall, isBarred, logger }: Pick<CampaignPlan, 'name' | 'mayCall' | 'isBarred' | 'logger'>,
): Promise<'now' | 'later' | 'never'> {
  try {
    if (!(await mayCall())) return 'later';
    return (await isBarred(plainNumber(number))) ? 'never' : 'now';
  } catch (error) {
    logger?.warn('Whether a contact may be called could not be found out; the campaign waits', {
      campaign: name,
      error: error instanceof Error ? error.message : String(error),
    });
    return 'later';
  }
}
