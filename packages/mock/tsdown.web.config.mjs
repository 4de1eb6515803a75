import { defineConfig } from 'tsdown';

/** The page that the mock serves: static files, everything it needs among them. */
export default defineConfig({
  entry: ['web/page.ts', 'web/player-worklet.ts', 'web/microphone-worklet.ts'],
  outDir: 'dist/web',
  format: ['esm'],
  platform: 'browser',
  target: 'es2022',
  tsconfig: 'web/tsconfig.json',
  deps: { alwaysBundle: [/./], onlyBundle: ['zod'] },
  outExtensions: () => ({ js: '.js' }),
  copy: ['web/index.html', 'web/page.css', 'web/icon.svg'].map((from) => ({ from, to: 'dist/web' })),
  dts: false,
  clean: true,
});
