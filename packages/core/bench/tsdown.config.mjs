import { defineConfig } from 'tsdown';

/** The benchmarks with the core's own modules in one file; the other libraries as built. */
export default defineConfig({
  entry: ['core.bench.ts'],
  outDir: 'dist',
  format: ['esm'],
  dts: false,
  platform: 'node',
  target: 'node20',
  clean: true,
});
