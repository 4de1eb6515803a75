/** A file out of a multipart form. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first file of a `multipart/form-data` body; undefined when there is none. */
export function multipartFile(contentType: string, body: Buffer): SentFile | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`--${boundary}`);
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    const end = body.indexOf(delimiter, start + delimiter.length);
    if (end === -1) return undefined;
    const part = body.subarray(start + delimiter.length, end);
    const headEnd = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, Math.max(0, headEnd)).toString();
    const name = /^content-disposition:.*;\s*filename="([^"]*)"/im.exec(head)?.[1];
    // The line break before the next boundary belongs to the boundary.
    if (name !== undefined)
      return { name, bytes: new Uint8Array(part.subarray(headEnd + 4, part.length - 2)) };
    start = end;
  }
  return undefined;
}
