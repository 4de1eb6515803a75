/**
 * The end-to-end suites: real processes and sockets, built packages (no
 * `@org/source` condition), one suite at a time.
 */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.e2e.ts'],
  transform: require('../jest.preset.cjs').transform,
  maxWorkers: 1,
  testTimeout: 120_000,
  verbose: true,
};
