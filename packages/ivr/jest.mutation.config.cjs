const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Mutants are tested in a copy of this folder further down, so the preset is looked for upwards. */
function presetAbove(folder) {
  const preset = join(folder, 'jest.preset.cjs');
  return existsSync(preset) ? preset : presetAbove(dirname(folder));
}

/** The suites that judge the reducer: without sockets, audio or flows. */
module.exports = {
  ...require(presetAbove(dirname(__dirname))),
  rootDir: __dirname,
  setupFiles: ['./jest.mutation-setup.cjs'],
  // Time is virtual: what takes longer waits for something that a mutant has done away with.
  testTimeout: 2_000,
  testSequencer: './jest.mutation-sequencer.cjs',
  testMatch: ['<rootDir>/src/dtmf/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', 'on-sockets', 'key-pattern', 'collect-digits\\.property'],
};
