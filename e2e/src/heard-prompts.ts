import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MockControl } from '@org/processes';
import { type Alignment, alignPrompt } from './audio-alignment';
import { ROOT } from './phone-system-with-n8n';
import { telephoneSamples } from './telephone-wav';

/** A prompt that the mock 3CX serves under `/prompts`. */
export interface Prompt {
  readonly samples: Int16Array;
  readonly durationMs: number;
}

export async function readPrompt(name: string): Promise<Prompt> {
  const samples = telephoneSamples(await readFile(join(ROOT, 'packages/mock/prompts/prompts', name)));
  return { samples, durationMs: samples.length / 8 };
}

/** How this caller heard the prompt. */
export async function howHeard(
  control: MockControl,
  callId: string,
  { samples }: Prompt,
): Promise<Alignment> {
  return alignPrompt(telephoneSamples(await control.heard(callId)), samples);
}
