/** The text fields of a URL-encoded or multipart form; a malformed one has none. */
export function formFields(contentType: string, body: string): Record<string, string> {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return Object.fromEntries(new URLSearchParams(body));
  const fields: [string, string][] = [];
  for (const part of body.split(`--${boundary}`)) {
    const [, head = '', value] = /^\r\n([^]*?)\r\n\r\n([^]*)\r\n$/.exec(part) ?? [];
    const name = /^content-disposition:.*;\s*name="([^"]*)"/im.exec(head)?.[1];
    if (name !== undefined && value !== undefined) fields.push([name, value]);
  }
  return Object.fromEntries(fields);
}
