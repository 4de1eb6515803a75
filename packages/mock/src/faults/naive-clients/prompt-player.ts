import type { Participant, RawClient } from '../../testing/raw-client';
import { openRequest } from '../../testing/raw-http';

const bytesPerMs = 16;
/** For the way to the PBX. */
const marginMs = 1000;

/** Believes that a prompt has been heard when its length, and a little, has passed since it was written. */
export async function playPrompt(
  raw: RawClient,
  url: string,
  { dn, id }: Participant,
  prompt: Buffer,
): Promise<'heard in full'> {
  const request = openRequest(`${url}/callcontrol/${dn}/participants/${id}/stream`, {
    method: 'POST',
    ca: raw.pbx.certificate,
    headers: { authorization: `Bearer ${raw.token}`, 'content-type': 'application/octet-stream' },
  });
  request.on('error', () => undefined);
  request.write(prompt);
  await new Promise((resolve) => setTimeout(resolve, prompt.length / bytesPerMs + marginMs));
  return 'heard in full';
}
