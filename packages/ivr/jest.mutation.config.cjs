const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Mutants are tested in a copy of this folder further down, so the preset is looked for upwards. */
function presetAbove(folder) {
  const preset = join(folder, 'jest.preset.cjs');
  return existsSync(preset) ? preset : presetAbove(dirname(folder));
}

/**
 * What judges the reducer under mutation: the stories, against the reference model. The suites
 * that go through `collectDigits` would kill more, but a mutant makes them wait in vain.
 */
module.exports = {
  ...require(presetAbove(dirname(__dirname))),
  rootDir: __dirname,
  setupFiles: ['./jest.mutation-setup.cjs'],
  testMatch: ['<rootDir>/src/dtmf/collector.spec.ts'],
};
