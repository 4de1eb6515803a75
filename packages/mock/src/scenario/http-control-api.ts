import { Agent, request as httpRequest } from 'node:http';
import { request as httpsRequest, Agent as SecureAgent } from 'node:https';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import { systemClock } from '../clock';
import type { ControlAnswer, ControlApiPort } from './control-api-port';
import { ScenarioError } from './scenario-error';

const clock = z.object({ timeMs: z.number() });

export type PbxTime = Pick<ControlApiPort, 'now' | 'after'>;

/**
 * The control API of a mock over HTTP, on connections of its own. Whoever opens it closes it.
 * @param time the mock's time when it is in this process; otherwise the mock is asked.
 * @throws ScenarioError when nothing answers there.
 */
export async function openControlApi(
  controlUrl: string,
  time?: PbxTime,
): Promise<ControlApiPort & Disposable> {
  const secure = controlUrl.startsWith('https:');
  const agent = secure ? new SecureAgent({ keepAlive: true }) : new Agent({ keepAlive: true });

  const request: ControlApiPort['request'] = (method, path, body) =>
    new Promise<ControlAnswer>((resolve, reject) => {
      const isBytes = body instanceof Uint8Array;
      const headers = { 'content-type': isBytes ? 'audio/wav' : 'application/json' };
      const sent = (secure ? httpsRequest : httpRequest)(
        new URL(path, controlUrl),
        { method, agent, ...(body === undefined ? {} : { headers }) },
        (response) => {
          buffer(response).then((bytes) => {
            resolve({ status: response.statusCode ?? 0, bytes });
          }, reject);
        },
      );
      sent.on('error', (error) => {
        const sentence = `No control API answers at ${controlUrl}: start a mock with "3cx mock" and give its controlUrl.`;
        reject(new ScenarioError('no-control-api', sentence, { cause: error }));
      });
      sent.end(isBytes ? body : body === undefined ? undefined : JSON.stringify(body));
    });

  const close = (): void => {
    agent.destroy();
  };
  try {
    return { request, ...(time ?? (await timeOf(request))), [Symbol.dispose]: close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The mock's time reckoned from this machine's. */
async function timeOf(request: ControlApiPort['request']): Promise<PbxTime> {
  const asked = systemClock.now();
  const { bytes } = await request('GET', '/clock');
  const { timeMs } = clock.parse(JSON.parse(Buffer.from(bytes).toString()));
  const offset = timeMs - (asked + systemClock.now()) / 2;
  return { now: () => systemClock.now() + offset, after: (ms, action) => systemClock.after(ms, action) };
}
