import type { MockContext } from '../mock-context';
import type { Device, Dn } from '../switch/party';
import { refusal, success } from './call-control-result';
import type { Answer } from './call-control-result';
import { ringTimeoutMs } from './command-body';
import type { CommandBody } from './command-body';
import { participantJson } from './participant-json';

/**
 * Starts a call from a device; answered when the leg exists, not when anyone
 * picks up. Without a device, an extension with several phones has all of them rung first, as does a phone
 * that can't be made to call (3CX facts 4.2).
 */
export function makeCall(
  context: MockContext,
  source: Dn,
  device: Device | undefined,
  body: CommandBody,
  { anyOfSeveral = false } = {},
): Answer {
  const { settings, directory, exchange } = context;
  const refused = (why: string) => refusal(settings.refusedMakeCallStatus, why, 'NoDestinations');
  if (body.destination === undefined) return refusal(422, 'destination is missing');
  if (!device) return refusal(422, 'The number has no registered device to call from.', 'PhoneNotRegistered');
  const destination = directory.resolve(body.destination);
  if (!destination || (destination.kind === 'parking' && !settings.parkByNumber))
    return refused('No route: nothing answers to that number.');
  if (destination.dn.number === source.number) return refused('A number can not call itself.');
  const leg = exchange.makeCall({
    source,
    device: anyOfSeveral ? undefined : device,
    ringsFirst: anyOfSeveral || !device.directControl,
    destination,
    dialled: body.destination,
    timeoutMs: ringTimeoutMs(body, settings),
    attached: body.attacheddata ?? {},
  });
  return success(participantJson(leg, settings.presentDid));
}
