import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { createMockPbx } from '@org/3cx-mock';
import { generate } from 'selfsigned';
import * as z from 'zod';

/** What a process of the benchmark can be: the mock, or what it is measured against. */
export const roles = ['mock', 'mock-unmetered', 'plain', 'mock-ready', 'plain-ready'] as const;
export type Role = (typeof roles)[number];

const Started = z.object({ url: z.string(), controlUrl: z.string(), readyMs: z.number() });
const CpuUsed = z.object({ cpuMs: z.number() });

export interface ServerProcess extends z.infer<typeof Started> {
  /** CPU time the process has used so far, milliseconds. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a process of its own, so that its CPU time is nobody else's. */
export async function startServer(role: Role): Promise<ServerProcess> {
  const child = fork(process.argv[1] ?? '', ['--role', role]);
  const next = async (): Promise<unknown> => {
    const [message] = z.array(z.unknown()).parse(await once(child, 'message'));
    return message;
  };
  const started = Started.parse(await next());
  return {
    ...started,
    async cpuMs() {
      const answer = next();
      child.send('cpu');
      return CpuUsed.parse(await answer).cpuMs;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

/** The other side of `startServer`, in the process that was started. */
export async function serve(role: Role): Promise<void> {
  const before = performance.now();
  const { url, controlUrl } = await listening(role);
  process.send?.({ url, controlUrl, readyMs: performance.now() - before });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000 });
  });
}

async function listening(role: Role): Promise<{ readonly url: string; readonly controlUrl: string }> {
  switch (role) {
    case 'mock':
      return createMockPbx({ tls: false });
    case 'mock-unmetered':
      return createMockPbx({ tls: false, audioMetering: false });
    case 'mock-ready':
      return createMockPbx();
    case 'plain':
      return plain(http.createServer(takeAndGive));
    case 'plain-ready': {
      const { private: key, cert } = await generate([{ name: 'commonName', value: 'plain' }], {
        keyType: 'ec',
      });
      return plain(https.createServer({ key, cert }, takeAndGive));
    }
  }
}

async function plain(server: http.Server): Promise<{ readonly url: string; readonly controlUrl: string }> {
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = `http://127.0.0.1:${String(port)}`;
  return { url, controlUrl: url };
}

const chunk = Buffer.alloc(16 * 50);

/** The least a server of audio streams can do: read a POST to its end, answer a GET with 50 ms every 50 ms. */
function takeAndGive(request: http.IncomingMessage, response: http.ServerResponse): void {
  if (request.method === 'POST') {
    request.resume();
    request.on('end', () => response.end());
    request.on('error', () => undefined);
    return;
  }
  const timer = setInterval(() => response.write(chunk), 50);
  response.on('close', () => {
    clearInterval(timer);
  });
}
