import { formFields } from '../tokens/form';
import type { Masker } from './masking/masker';
import type { Content } from './session-entry';

/** A body or frame as it goes into a recording; nothing when it is empty. */
export function maskedContent(bytes: Buffer, type: string, masker: Masker): { body?: Content } {
  if (bytes.length === 0) return {};
  if (/x-www-form-urlencoded|multipart\/form-data/i.test(type))
    return { body: { form: form(bytes, type, masker) } };
  if (/octet-stream|audio|image|video|zip|pdf|font/i.test(type)) return { body: { bytes: bytes.length } };
  const text = bytes.toString();
  if (!Buffer.from(text).equals(bytes)) return { body: { bytes: bytes.length } };
  const json = parsedJson(text);
  return { body: json === undefined ? { text: masker.text(text) } : { json: masker.json(json) } };
}

/** Files in a form are left out. */
function form(bytes: Buffer, type: string, masker: Masker): Record<string, string> {
  const fields = Object.entries(formFields(type, bytes.toString()));
  return Object.fromEntries(fields.map(([name, value]) => [name, String(masker.json(value, name))]));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
