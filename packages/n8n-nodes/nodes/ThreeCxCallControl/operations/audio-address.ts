import { GuidedError } from '../../../src/shared';

/**
 * A path on the web server of the PBX, or a web address.
 * @throws GuidedError naming the field
 */
export function requireAudioAddress(field: string, address: string): string {
  if (address.startsWith('/') || /^https?:\/\//i.test(address)) return address;
  throw new GuidedError(
    'PARAMETER',
    `${field} is neither a path beginning with / nor a web address`,
    'Paths begin at the root of the 3CX web server, e.g. /prompts/welcome.wav.',
  );
}
