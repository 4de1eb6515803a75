module.exports = {
  ...require('../../jest.preset.cjs'),
  rootDir: __dirname,
  // A net for what never comes; what a test awaits it awaits as an event, on a busy machine too.
  testTimeout: 60_000,
};
