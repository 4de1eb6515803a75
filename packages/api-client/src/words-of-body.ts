/** Longest part of a PBX's own words that goes into a message. */
const MAX_WORDS = 200;
/** How deep a body may wrap its words. Real ones need two levels. */
const MAX_DEPTH = 4;

/** Where builds and gateways put the sentence; the most telling first. */
const SENTENCES = [
  'reasontext',
  'error_description',
  'message',
  'Message',
  'title',
  'detail',
  'error',
  'reason',
];

/**
 * The sentence a PBX put into an error body, whichever form the body has: an action's
 * result (`reasontext`), OAuth (`error_description`), OData (`error.message` with
 * `details`), a problem document (`title`), plain text, JSON in text, or a web page,
 * whose words are left out. Never throws.
 */
export function wordsOfBody(body: unknown): string {
  return masked(sentenceOf(body, MAX_DEPTH).replace(/\s+/g, ' ').trim()).slice(0, MAX_WORDS);
}

function sentenceOf(body: unknown, depth: number): string {
  if (depth === 0) return '';
  if (typeof body === 'string') return sentenceOfText(body, depth);
  if (typeof body !== 'object' || body === null) return '';
  if (Array.isArray(body)) return sentenceOf(body[0], depth - 1);
  const fields = new Map<string, unknown>(Object.entries(body));
  const nested = fields.get('error');
  if (typeof nested === 'object' && nested !== null) {
    const words = sentenceOf(nested, depth - 1);
    if (words !== '') return words;
  }
  for (const name of SENTENCES) {
    const value = fields.get(name);
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return sentenceOf(fields.get('details') ?? fields.get('errors'), depth - 1);
}

function sentenceOfText(text: string, depth: number): string {
  const trimmed = text.trim();
  if (trimmed.startsWith('<')) return '';
  if (!/^[[{"]/.test(trimmed)) return trimmed;
  try {
    return sentenceOf(JSON.parse(trimmed), depth - 1);
  } catch {
    return '';
  }
}

/** A caller's number or a token may stand in those words; neither belongs in an error. */
function masked(words: string): string {
  return words
    .replace(/[\w-]{16,}\.[\w-]{16,}\.[\w-]*/g, '(token)')
    .replace(/(bearer\s+)\S+/gi, '$1(token)')
    .replace(/((?:secret|password|token)["']?\s*[=:]\s*)\S+/gi, '$1(hidden)')
    .replace(/\+?\d(?:[\d\s().-]{4,}\d)/g, (number) => {
      const digits = number.replace(/\D/g, '');
      return digits.length < 7 ? number : `(number ending in ${digits.slice(-2)})`;
    });
}
