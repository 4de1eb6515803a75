import type { ReadVariable } from './condition';
import type { FlowPrompt } from './definition';
import { fillInUrl } from './template';

/** How a call is spoken to: its language, the one to fall back on, and what `{{variable}}` stands for. */
export interface Speech {
  readonly language: string;
  readonly fallback: string;
  readonly read: ReadVariable;
}

/** The prompts in a language, or in the flow's own where that one has none. */
export function spoken(
  prompt: FlowPrompt | undefined,
  { language, fallback, read }: Speech,
): readonly string[] {
  if (prompt === undefined) return [];
  return addressesIn(prompt, language, fallback).map((address) => fillInUrl(address, read));
}

function addressesIn(prompt: FlowPrompt, language: string, fallback: string): readonly string[] {
  if (typeof prompt === 'string') return [prompt];
  if (Array.isArray(prompt)) return prompt;
  const addresses = prompt[language] ?? prompt[fallback] ?? [];
  return typeof addresses === 'string' ? [addresses] : addresses;
}

/** Every address of a prompt as written, in all languages. */
export function addressesOf(prompt: FlowPrompt): readonly string[] {
  if (typeof prompt === 'string') return [prompt];
  return Array.isArray(prompt) ? prompt : Object.values(prompt).flat();
}
