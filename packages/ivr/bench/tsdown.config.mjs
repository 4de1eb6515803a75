import { defineConfig } from 'tsdown';

/** The benchmarks in one file; the libraries as built. */
export default defineConfig({
  entry: ['ivr.bench.ts'],
  outDir: 'dist',
  format: ['esm'],
  dts: false,
  platform: 'node',
  target: 'node20',
  clean: true,
});
