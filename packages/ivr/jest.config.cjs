module.exports = {
  ...require('../../jest.preset.cjs'),
  rootDir: __dirname,
  // Mutation testing keeps copies of the package there.
  modulePathIgnorePatterns: ['<rootDir>/test-results'],
};
