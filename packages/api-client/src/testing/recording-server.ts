import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

/** A request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query, still encoded. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to answer: a status, and a body that is sent as JSON, or as it is when it is text or bytes. */
export interface PlannedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface RecordingServer {
  readonly url: string;
  readonly requests: RecordedRequest[];
  readonly signIns: RecordedRequest[];
  /** How requests are answered; every request gets `{}` until told otherwise. */
  answer: (request: RecordedRequest) => PlannedAnswer;
  close(): Promise<void>;
}

/** A real HTTP server that signs anyone in, keeps every request and answers as planned. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const signIns: RecordedRequest[] = [];
  const recording = { answer: (_: RecordedRequest): PlannedAnswer => ({ body: {} }) };
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        target: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString(),
      };
      const signIn = request.target === '/connect/token';
      (signIn ? signIns : requests).push(request);
      const { status, headers, body } = signIn
        ? { body: { token_type: 'Bearer', expires_in: 3600, access_token: 'token' } }
        : recording.answer(request);
      outgoing.writeHead(status ?? (body === undefined ? 204 : 200), headers);
      outgoing.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    requests,
    signIns,
    get answer() {
      return recording.answer;
    },
    set answer(answer) {
      recording.answer = answer;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
