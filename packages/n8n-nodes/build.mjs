/**
 * Builds what n8n loads: thin node and credential files, and one `dist/shared.js`
 * that all of them require by relative path, so that they share the phone systems
 * of the process. Nothing is left to install: the workspace's libraries and their
 * dependencies are in the bundle, n8n brings `n8n-workflow` itself.
 */
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const shared = join(root, 'src', 'shared.ts');
const dist = join(root, 'dist');

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** Entries take their own folder, n8n's types, and the shared bundle: anything else would be a second copy. */
const throughSharedOnly = (pathToShared) => ({
  name: 'through-shared-only',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
      const target = resolve(resolveDir, path);
      if (target === shared.replace(/\.ts$/, '')) return { path: pathToShared, external: true };
      const isInSrc = !relative(join(root, 'src'), target).startsWith('..');
      return isInSrc ? { errors: [{ text: `Import it through src/shared: ${path}` }] } : undefined;
    });
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (path === 'n8n-workflow' || kind === 'entry-point') return undefined;
      return { errors: [{ text: `A node takes ${path} through src/shared` }] };
    });
  },
});

/** n8n-workflow pins a zod of its own; into the bundle goes the libraries' alone. */
const oneZod = {
  name: 'one-zod',
  setup({ onResolve, resolve: resolveAs }) {
    const resolveDir = join(root, '..', 'ivr');
    onResolve({ filter: /^zod\/v4$/ }, ({ kind }) => resolveAs('zod', { kind, resolveDir }));
  },
};

/** The proxy agents write lines for their own developers through it, to nobody's use here. */
const withoutDebugLines = {
  name: 'without-debug-lines',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^debug$/ }, () => ({ path: 'debug', namespace: 'without-debug-lines' }));
    onLoad({ filter: /.*/, namespace: 'without-debug-lines' }, () => ({
      contents: 'module.exports = () => () => undefined;',
    }));
  },
};

/** The libraries publish JSON Schemas of their data, which nobody asks the bundle for: their writer is left out. */
const withoutJsonSchemas = {
  name: 'without-json-schemas',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/ }, () => ({
      contents: `const none = () => ({});
        export const toJSONSchema = none;
        export const createToJSONSchemaMethod = () => none;
        export const createStandardJSONSchemaMethod = () => none;
        export { none as extractDefs, none as finalize, none as handleUnrepresentable };
        export { none as initializeContext, none as processSchema };`,
    }));
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/ }, () => ({
      contents: 'export const toJSONSchema = () => ({}); export const allProcessors = {};',
    }));
  },
};

/** Errors take their names from their classes, whose names are shortened like all others. */
const namedErrors = {
  name: 'named-errors',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]packages[\\/][^\\/]+[\\/]dist[\\/].+\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        /\b(\w+Error)(?:\$\d+)? = class(?: [\w$]+)?(?: extends [\w$]+)? \{/g,
        '$& static name = "$1";',
      ),
    }));
  },
};

async function buildEntries(folder, suffix, pathToShared) {
  const files = await readdir(join(root, folder), { recursive: true });
  await build({
    ...common,
    entryPoints: files.filter((file) => file.endsWith(suffix)).map((file) => join(folder, file)),
    outbase: '.',
    outdir: 'dist',
    platform: 'node',
    external: ['n8n-workflow'],
    plugins: [throughSharedOnly(pathToShared)],
  });
}

async function buildShared() {
  // Neutral, because under `node` rxjs gives its CommonJS build, which can't be shaken.
  const { metafile } = await build({
    ...common,
    entryPoints: [shared],
    outfile: join(dist, 'shared.js'),
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['es2015', 'module'],
    plugins: [oneZod, withoutDebugLines, withoutJsonSchemas, namedErrors],
    external: ['n8n-workflow', 'bufferutil', 'utf-8-validate', 'node:*', ...builtinModules],
  });
  const sources = Object.keys(metafile.inputs).filter((input) => /^\.\.\/[^/]+\/src\//.test(input));
  if (sources.length > 0) throw new Error(`Bundled from sources instead of the built package: ${sources[0]}`);
}

async function copyAssets() {
  await cp(join(root, 'icons'), join(dist, 'icons'), { recursive: true });
  for (const file of await readdir(join(root, 'nodes'), { recursive: true })) {
    if (file.endsWith('.node.json')) await cp(join(root, 'nodes', file), join(dist, 'nodes', file));
  }
}

await rm(dist, { recursive: true, force: true });
await buildShared();
await buildEntries('nodes', '.node.ts', '../../shared.js');
await buildEntries('credentials', '.credentials.ts', '../shared.js');
await copyAssets();
