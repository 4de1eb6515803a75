import { spawnSync } from 'node:child_process';

/** Programs that judge our audio from outside, and the Debian package that each comes in. */
const PACKAGES = {
  sox: 'sox',
  ffmpeg: 'ffmpeg',
  'multimon-ng': 'multimon-ng',
  'espeak-ng': 'espeak-ng',
} as const;

export type OracleProgram = keyof typeof PACKAGES;

/**
 * Runs one with `input` on its standard input and gives its standard output.
 * @throws Error, also when it isn't installed: a test without its judge proves nothing
 */
export function oracle(program: OracleProgram, args: readonly string[], input: Uint8Array): Buffer {
  const run = spawnSync(program, args, { input, maxBuffer: 256 * 1024 * 1024 });
  if (run.error !== undefined && 'code' in run.error && run.error.code === 'ENOENT') {
    throw new Error(
      `These tests compare with ${program}, which is not installed: run \`sudo apt-get install -y ${PACKAGES[program]}\`.`,
    );
  }
  if (run.error !== undefined) throw run.error;
  if (run.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${run.stderr.toString()}`);
  return run.stdout;
}

/** Samples of 16-bit little-endian bytes. */
export function samplesOf(pcm: Uint8Array): Int16Array {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  return Int16Array.from({ length: Math.floor(pcm.length / 2) }, (_, index) =>
    view.getInt16(index * 2, true),
  );
}
