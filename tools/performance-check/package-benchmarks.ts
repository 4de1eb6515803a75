import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { PackageResults, type BenchmarkCase } from './benchmark-results.ts';

const Manifest = z.object({ name: z.string(), scripts: z.record(z.string(), z.string()).default({}) });

export interface BenchmarkedPackage {
  readonly name: string;
  readonly folder: string;
}

/** The packages that have a `bench` script, by name. */
export async function benchmarkedPackages(root: string): Promise<BenchmarkedPackage[]> {
  const found: BenchmarkedPackage[] = [];
  for (const entry of await readdir(join(root, 'packages'))) {
    const folder = join(root, 'packages', entry);
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const { name, scripts } = Manifest.parse(JSON.parse(text));
    if (scripts.bench !== undefined) found.push({ name, folder });
  }
  return found.toSorted((a, b) => a.name.localeCompare(b.name));
}

/**
 * Runs one package's benchmarks with their output on this terminal.
 * @throws when they end without having written their figures; a missed goal is a figure
 */
export async function benchmark(
  { name, folder }: BenchmarkedPackage,
  { quick }: { readonly quick: boolean },
): Promise<BenchmarkCase[]> {
  const results = await mkdtemp(join(tmpdir(), 'benchmark-'));
  try {
    const file = join(results, 'results.json');
    const args = ['run', '--silent', 'bench', '--', ...(quick ? ['--quick'] : []), '--json', file];
    const child = spawn('npm', args, { cwd: folder, stdio: 'inherit' });
    await once(child, 'close');
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined)
      throw new Error(`The benchmarks of ${name} ended without figures: see what they say above.`);
    return PackageResults.parse(JSON.parse(text)).cases;
  } finally {
    await rm(results, { recursive: true });
  }
}
