import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Readable, Writable } from 'node:stream';
import { maskedContent } from './content';
import { learnCredentials, maskedHeaders } from './masked-headers';
import type { Recording } from './recording';
import { passedOn, requestUpstream } from './upstream';
import type { Target } from './upstream';

export interface RequestRecorderOptions {
  readonly target: Target;
  readonly recording: Recording;
  /** Whether the bytes of streams are recorded too. */
  readonly audio: boolean;
  /** Origin of the recorder itself. */
  readonly ownOrigin: () => string;
}

/** Bodies that take as long as a call. */
const streamPath = /\/stream(\?|$)/;
const textual = /json|text|xml|javascript/i;

/** Passes a request on to the PBX and its answer back, and writes both down. */
export async function recordRequest(
  options: RequestRecorderOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { target, recording } = options;
  const { masker } = recording;
  const id = recording.nextId();
  const path = request.url ?? '/';
  const isStream = streamPath.test(path);
  learnCredentials(request.headers, masker);

  const upstream = requestUpstream(target, request);
  const abort = (): void => {
    upstream.destroy();
  };
  response.once('close', abort);
  const begin = (body: Buffer): void => {
    recording.add({
      kind: 'request',
      id,
      method: request.method ?? 'GET',
      path: masker.path(path),
      headers: maskedHeaders(request.headers, masker),
      ...maskedContent(body, request.headers['content-type'] ?? '', masker, options.audio),
    });
  };
  try {
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      upstream.once('response', resolve);
      upstream.once('error', reject);
    });
    answered.catch(() => undefined);
    if (isStream && request.method === 'POST') {
      begin(Buffer.alloc(0));
      upstream.flushHeaders();
      pass(options, id, 'client', request, upstream);
    } else {
      const body = await buffer(request);
      begin(body);
      upstream.end(body);
    }
    const answer = await answered;
    if (isStream && request.method === 'GET' && answer.statusCode === 200) {
      recording.add({
        kind: 'response',
        id,
        status: answer.statusCode,
        headers: maskedHeaders(answer.headers, masker),
        isStreamed: true,
      });
      response.writeHead(answer.statusCode, passedOn(answer.headers));
      response.flushHeaders();
      pass(options, id, 'server', answer, response);
      return;
    }
    await passAnswer(options, id, answer, response);
  } catch {
    upstream.destroy();
    recording.add({ kind: 'failure', id });
    if (response.headersSent || response.destroyed) response.destroy();
    else {
      response
        .writeHead(502, { 'content-type': 'application/json' })
        .end(
          JSON.stringify({ error: 'bad_gateway', error_description: 'The PBX did not answer the recorder.' }),
        );
    }
  }
}

async function passAnswer(
  { target, recording, audio, ownOrigin }: RequestRecorderOptions,
  id: number,
  answer: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { masker } = recording;
  const bytes = await buffer(answer);
  const type = answer.headers['content-type'] ?? '';
  recording.add({
    kind: 'response',
    id,
    status: answer.statusCode ?? 0,
    headers: maskedHeaders(answer.headers, masker),
    ...maskedContent(bytes, type, masker, audio),
  });
  // Links to the PBX would lead the client past the recorder.
  const redirected = textual.test(type)
    ? Buffer.from(bytes.toString().replaceAll(target.origin, ownOrigin()))
    : bytes;
  const { location } = answer.headers;
  response.writeHead(answer.statusCode ?? 502, {
    ...passedOn(answer.headers),
    ...(location === undefined ? {} : { location: location.replace(target.origin, ownOrigin()) }),
    'content-length': redirected.length,
  });
  response.end(redirected);
}

/** Passes a body on as it comes. */
function pass(
  { recording, audio }: RequestRecorderOptions,
  id: number,
  from: 'client' | 'server',
  source: Readable,
  sink: Writable,
): void {
  let isOver = false;
  const over = (who: 'client' | 'server', how: 'complete' | 'cut'): void => {
    if (!isOver) recording.add({ kind: 'end', id, from: who, how });
    isOver = true;
  };
  source.on('data', (chunk: Buffer) => {
    recording.add({
      kind: 'audio',
      id,
      from,
      bytes: chunk.length,
      ...(audio ? { base64: chunk.toString('base64') } : {}),
    });
    if (!sink.write(chunk)) source.pause();
  });
  sink.on('drain', () => source.resume());
  source.once('end', () => {
    over(from, 'complete');
    sink.end();
  });
  source.once('error', () => undefined);
  sink.once('error', () => undefined);
  sink.once('close', () => {
    over(from === 'client' ? 'server' : 'client', 'cut');
  });
  source.once('close', () => {
    over(from, 'cut');
    if (!source.readableEnded) sink.destroy();
  });
}
