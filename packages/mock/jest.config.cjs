const preset = require('../../jest.preset.cjs');

module.exports = {
  ...preset,
  rootDir: __dirname,
  testMatch: [...preset.testMatch, '<rootDir>/web/**/*.spec.ts'],
  // `cookie`, needed by fastify's inject, is published as an ES module only.
  transformIgnorePatterns: preset.transformIgnorePatterns.map((pattern) =>
    pattern.replace('(?!(', '(?!(cookie|'),
  ),
};
