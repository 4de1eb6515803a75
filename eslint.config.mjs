import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Which layer may import which: the arrows of docs/architecture.md. */
const layers = [
  { sourceTag: 'layer:audio', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:api', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:core', onlyDependOnLibsWithTags: ['layer:api', 'layer:audio'] },
  { sourceTag: 'layer:ivr', onlyDependOnLibsWithTags: ['layer:core'] },
  { sourceTag: 'layer:mock', onlyDependOnLibsWithTags: ['layer:audio'] },
  {
    sourceTag: 'layer:cli',
    onlyDependOnLibsWithTags: ['layer:api', 'layer:audio', 'layer:core', 'layer:ivr', 'layer:mock'],
  },
  { sourceTag: 'layer:n8n', onlyDependOnLibsWithTags: ['layer:core', 'layer:ivr'] },
  { sourceTag: 'layer:e2e', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'layer:tools', onlyDependOnLibsWithTags: ['*'] },
];

/** Tests may start the mock 3CX whatever their layer; nothing that ships may. */
const layersOfTests = layers.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
  sourceTag,
  onlyDependOnLibsWithTags: onlyDependOnLibsWithTags.includes('*')
    ? ['*']
    : [...onlyDependOnLibsWithTags, 'layer:mock'],
}));

const boundaries = (depConstraints, more = {}) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow: [],
    depConstraints,
    banTransitiveDependencies: false,
    ...more,
  },
];

export default tseslint.config(
  { ignores: ['**/dist', '**/out-tsc', '**/test-results', '**/generated', '**/node_modules', '.nx'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.{ts,mts,mjs}'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaries(layers) },
  },
  {
    files: ['**/*.spec.ts', '**/src/testing/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(layersOfTests),
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    // A benchmark measures the package as it ships, so it imports that by its name.
    files: ['packages/*/bench/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(layersOfTests, { allowCircularSelfDependency: true }),
    },
  },
  {
    // The mock exists to prove the core wrong: of our code it takes audio file formats, nothing else.
    files: ['packages/mock/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@org/3cx-audio',
              allowImportNames: ['decodeWav', 'encodeWav', 'AudioDecodeError', 'resample'],
              message:
                'The mock takes file formats from the audio library, never the pacer or the play-out clock.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'module',
          'require',
          '__dirname',
          'Buffer',
          'URL',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'AbortSignal',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
