import { once } from 'node:events';
import http from 'node:http';
import * as z from 'zod';
import type { ServerProcess } from './servers';

/** As the official pacing writes: 4096 bytes, 256 ms of audio. */
const slice = Buffer.alloc(4096, 1);
const sliceMs = 256;

const Token = z.object({ access_token: z.string() });
const Participants = z.array(z.object({ id: z.number(), status: z.string() }));
const Call = z.object({ state: z.string(), heardMs: z.number(), gaps: z.number() });

/** Audio streams of many calls, kept open until closed. */
export interface Streams {
  readonly open: () => number;
  /** How much of what a telephone would have carried was sent, from 0 to 1. */
  readonly sentShare: () => number;
  /** Bytes. */
  readonly received: () => number;
  readonly close: () => void;
}

/** Signs in and lets `count` people call the route point. @returns paths of their streams, and the token. */
export async function placeCalls({ url, controlUrl }: ServerProcess, count: number) {
  const form = new URLSearchParams({
    client_id: '999',
    client_secret: 'mock-secret',
    grant_type: 'client_credentials',
  });
  const signedIn = await fetch(`${url}/connect/token`, { method: 'POST', body: form });
  const token = Token.parse(await signedIn.json()).access_token;
  for (let placed = 0; placed < count; placed += 50) {
    await Promise.all(
      Array.from({ length: Math.min(50, count - placed) }, async (_, index) => {
        const from = `+1555${String(placed + index).padStart(7, '0')}`;
        const answer = await fetch(`${controlUrl}/calls`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ from, to: '999' }),
        });
        await answer.arrayBuffer();
      }),
    );
  }
  const paths = async (): Promise<readonly string[]> => {
    const listed = await fetch(`${url}/callcontrol/999/participants`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return Participants.parse(await listed.json())
      .filter(({ status }) => status === 'Connected')
      .map(({ id }) => `/callcontrol/999/participants/${String(id)}/stream`);
  };
  return { token, paths };
}

/** How many of the calls in progress heard without a gap, and for how long at least. */
export async function hearing({ controlUrl }: ServerProcess) {
  const answer = await fetch(`${controlUrl}/calls`);
  const calls = z
    .array(Call)
    .parse(await answer.json())
    .filter(({ state }) => state === 'connected');
  return {
    whole: calls.filter(({ gaps }) => gaps === 0).length,
    leastMs: Math.min(...calls.map(({ heardMs }) => heardMs)),
  };
}

/** Opens a stream to every caller, and one from every caller too when `listen`; writes at the pace of a telephone. */
export async function openStreams(
  url: string,
  paths: readonly string[],
  { token, listen }: { readonly token: string; readonly listen: boolean },
): Promise<Streams> {
  const { hostname, port } = new URL(url);
  const agent = new http.Agent({ maxSockets: Infinity });
  const speaking = new Set<http.ClientRequest>();
  const hearingFrom: http.ClientRequest[] = [];
  let received = 0;
  const request = (path: string, method: string) =>
    http.request({ hostname, port, path, method, agent, headers: { authorization: `Bearer ${token}` } });

  const connected: Promise<unknown>[] = [];
  for (const path of paths) {
    const speaker = request(path, 'POST');
    speaker.on('error', () => speaking.delete(speaker));
    speaker.on('close', () => speaking.delete(speaker));
    // Two slices ahead, as a player keeps a lead.
    speaker.write(slice);
    speaker.write(slice);
    speaking.add(speaker);
    connected.push(once(speaker, 'socket'));
    if (!listen) continue;
    const listener = request(path, 'GET');
    listener.on('error', () => undefined);
    listener.on('response', (response) => {
      response.on('data', (data: Buffer) => (received += data.length));
      response.on('error', () => undefined);
    });
    listener.end();
    hearingFrom.push(listener);
  }
  await Promise.all(connected);

  // Every caller is due once in 256 ms, a sixteenth of them at a time; beats missed are made up for.
  const beatMs = sliceMs / 16;
  const since = performance.now();
  let beat = 0;
  let sent = 0;
  const timer = setInterval(() => {
    for (; beat < (performance.now() - since) / beatMs; beat += 1) {
      let index = 0;
      for (const speaker of speaking) {
        if (index % 16 === beat % 16) {
          speaker.write(slice);
          sent += slice.length;
        }
        index += 1;
      }
    }
  }, beatMs);
  return {
    open: () => speaking.size,
    sentShare: () => sent / (paths.length * 16 * (performance.now() - since)),
    received: () => received,
    close() {
      clearInterval(timer);
      for (const stream of [...speaking, ...hearingFrom]) stream.destroy();
      agent.destroy();
    },
  };
}
