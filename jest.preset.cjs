/**
 * One jest configuration for every package: swc turns TypeScript (and the few
 * dependencies published as ES modules only) into CommonJS, and workspace
 * packages are tested from their sources.
 */
const { mkdirSync } = require('node:fs');

// jest writes its --outputFile only into a folder that exists.
mkdirSync('test-results', { recursive: true });

module.exports = {
  testEnvironment: 'node',
  // A net for what never comes; what a test awaits it awaits as an event, on a busy machine too.
  testTimeout: 60_000,
  testEnvironmentOptions: { customExportConditions: ['@org/source', 'node', 'require', 'default'] },
  testMatch: [
    '<rootDir>/src/**/*.spec.ts',
    '<rootDir>/nodes/**/*.spec.ts',
    '<rootDir>/credentials/**/*.spec.ts',
  ],
  transform: {
    '^.+\\.(t|j|mj)s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // Published as ES modules only: msw's parts, the MP3 decoder with what it needs, and fastify's `cookie`.
  transformIgnorePatterns: [
    '/node_modules/(?!(rettime|until-async|@open-draft/deferred-promise|mpg123-decoder|@wasm-audio-decoders|simple-yenc|cookie)/)',
  ],
};
