import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/index.ts', msw: 'src/msw/msw.ts' },
  format: ['esm', 'cjs'],
  dts: true,
  platform: 'node',
  target: 'node20',
  clean: true,
});
