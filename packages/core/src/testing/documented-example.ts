import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';

/**
 * A TypeScript example of a page, as a function of what it is surrounded by.
 * @param page path from the root of the workspace
 * @param before what stands right before the example on the page
 */
export function documentedExample(
  page: string,
  before: string,
): (surroundings: Readonly<Record<string, unknown>>) => Promise<void> {
  const text = readFileSync(join(__dirname, '../../../..', page), 'utf8');
  const [, after] = text.split(before);
  const source = /^\s+```ts\n([\s\S]*?)```/.exec(after ?? '')?.[1];
  if (source === undefined) throw new Error(`${page} has no example after "${before}".`);
  const body = source.replace(/import (\{[^}]*\}) from ('[^']*');/g, 'const $1 = load($2);');
  return async (surroundings) => {
    const { code } = transformSync(
      `module.exports = async (${Object.keys(surroundings).join(', ')}) => {${body}};`,
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, isModule: false },
    );
    const compiled: { exports: unknown } = { exports: undefined };
    const define: unknown = compileFunction(code, ['module']);
    if (typeof define === 'function') Reflect.apply(define, undefined, [compiled]);
    const { exports } = compiled;
    if (typeof exports !== 'function') throw new Error(`The example of ${page} can't be run.`);
    await Reflect.apply(exports, undefined, Object.values(surroundings));
  };
}
