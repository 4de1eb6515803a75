/** One chunk of a RIFF file. */
export interface RiffChunk {
  /** Four characters, e.g. `fmt `. */
  readonly id: string;
  /** Of the first byte after the chunk's header. */
  readonly offset: number;
  /** As the file says. It may reach beyond the file. */
  readonly size: number;
}

const FILE_HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;

const chunkAt = (view: DataView, offset: number): RiffChunk | undefined => {
  if (offset + CHUNK_HEADER_BYTES > view.byteLength) return undefined;
  const id = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(offset + byte)));
  return { id, offset: offset + CHUNK_HEADER_BYTES, size: view.getUint32(offset + 4, true) };
};

/** Whether what lies at `offset` reads as a chunk that ends within the file. */
export function isWholeRiffChunk(view: DataView, offset: number): boolean {
  const chunk = chunkAt(view, offset);
  if (chunk === undefined) return false;
  return /^[\x20-\x7e]{4}$/.test(chunk.id) && chunk.offset + chunk.size <= view.byteLength;
}

/** The chunks of a file, in order. Each step moves on by at least a chunk header, so hostile sizes can't hold it up. */
export function* riffChunks(view: DataView): Generator<RiffChunk, void> {
  let chunk = chunkAt(view, FILE_HEADER_BYTES);
  while (chunk) {
    yield chunk;
    // Chunks begin at even offsets: one of odd size is followed by a padding byte.
    chunk = chunkAt(view, chunk.offset + chunk.size + (chunk.size % 2));
  }
}
