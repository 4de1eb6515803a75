import { defineConfig } from 'tsdown';

/** The benchmarks in one file, the mock as it ships. */
export default defineConfig({
  entry: ['mock.bench.ts'],
  outDir: 'dist',
  format: ['esm'],
  dts: false,
  platform: 'node',
  target: 'node20',
  clean: true,
  external: [/^@org\//, 'selfsigned'],
});
