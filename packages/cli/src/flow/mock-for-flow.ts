import { encodeWav } from '@org/3cx-audio';
import { lintFlow, type Flow } from '@org/3cx-ivr';
import { createMockPbx, type MockPbx } from '@org/3cx-mock';
import { startFailure } from '../start-failure';
import type { Terminal } from '../terminal';
import { promptsAt } from './prompt-source';

const BEEP = { hertz: 440, ms: 600, samplesPerMs: 8, volume: 6_000 };

/** A mock 3CX on which a flow can be tried: a beep stands in for each prompt that it doesn't have. */
export async function mockFor(flow: Flow, terminal: Terminal): Promise<MockPbx> {
  const plain = await started({});
  const missing = await missingPrompts(flow, plain.url);
  if (missing.length === 0) return plain;
  await plain.dispose();
  terminal.err(`A beep stands in for what the mock does not have: ${missing.join(', ')}`);
  const beep = beepWav();
  return started(Object.fromEntries(missing.map((path) => [path, beep])));
}

async function started(files: Readonly<Record<string, Uint8Array>>): Promise<MockPbx> {
  try {
    return await createMockPbx({ tls: false, files });
  } catch (error) {
    throw startFailure(error);
  }
}

/** Paths on the PBX, in the order of the flow. URLs of other servers are theirs to answer. */
async function missingPrompts(flow: Flow, place: string): Promise<readonly string[]> {
  const isThere = promptsAt(place);
  const missing: string[] = [];
  await lintFlow(flow, {
    async promptExists(source) {
      if (source.startsWith('/') && !(await isThere(source))) missing.push(source);
      return true;
    },
  });
  return missing;
}

function beepWav(): Uint8Array {
  const { hertz, ms, samplesPerMs, volume } = BEEP;
  const samples = Int16Array.from({ length: ms * samplesPerMs }, (_, at) =>
    Math.round(volume * Math.sin((2 * Math.PI * hertz * at) / (samplesPerMs * 1_000))),
  );
  return encodeWav(samples);
}
