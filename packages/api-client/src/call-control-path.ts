import type { paths } from './generated/call-control';

/** The paths of the description, less the sign-in and the event socket. */
export type CallControlPath = Exclude<keyof paths, '/connect/token' | '/callcontrol/ws'>;

/** One value for each pair of braces in a path. */
type ValuesOf<Path extends string> = Path extends `${string}{${string}}${infer Rest}`
  ? readonly [string | number, ...ValuesOf<Rest>]
  : readonly [];

/** The parts of each path between its parameters, worked out once: odd ones are names. */
const parts = new Map<string, readonly string[]>();

function partsOf(path: string): readonly string[] {
  let known = parts.get(path);
  if (known === undefined) {
    known = path.split(/[{}]/);
    parts.set(path, known);
  }
  return known;
}

/**
 * A path of the description with its parameters filled in, in their order, each as one
 * segment: a device id holds `:` and `@`.
 */
export function callControlPath<Path extends CallControlPath>(path: Path, ...values: ValuesOf<Path>): string {
  const known = partsOf(path);
  let filled = known[0] ?? '';
  for (let index = 1; index < known.length; index += 2) {
    filled += encodeURIComponent(values[(index - 1) / 2] ?? '') + (known[index + 1] ?? '');
  }
  return filled;
}
