import { constants, open } from 'node:fs/promises';
import { InvalidPromptError, PromptNotFoundError } from '../../errors';

const tooLarge = (what: string, maxBytes: number): InvalidPromptError =>
  new InvalidPromptError(`${what} is larger than ${String(maxBytes)} bytes, too large for a prompt.`);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'error';

/** A local file. @throws PromptNotFoundError, InvalidPromptError when it isn't a file or too large */
export async function bytesOfFile(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    // Not to wait for ever when the path is a pipe.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw new InvalidPromptError(`${path} is not a file: it can't be played.`);
      if (stats.size > maxBytes) throw tooLarge(path, maxBytes);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof InvalidPromptError) throw cause;
    throw new PromptNotFoundError(
      `Audio file not found or invalid format: ${path} can't be read (${codeOf(cause)}). Check the path on this machine, and that it may be read.`,
      { cause },
    );
  }
}

/** A stream, whole. @throws InvalidPromptError when it brings too much; what the stream throws */
export async function bytesOfStream(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let received = 0;
  // Leaving the loop ends the stream.
  for await (const chunk of stream) {
    received += chunk.length;
    if (received > maxBytes) throw tooLarge('The given stream', maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
