import * as z from 'zod';
import type { BenchmarkCase } from './benchmark-results.ts';

/** The ratios that a change is held against, by the name of the case. */
export const StoredRatios = z.object({
  /**
   * By how much a ratio may be above the stored one, as a share of it, before it counts as
   * worse: what one machine differs from another by, and one run from the next.
   */
  margin: z.number().positive(),
  cases: z.record(
    z.string(),
    z.object({
      ratio: z.number().positive(),
      /** For a case that differs more from run to run than the others. */
      margin: z.number().positive().optional(),
    }),
  ),
});
export type StoredRatios = z.infer<typeof StoredRatios>;

/** What a measured case came to beside its stored ratio. */
export type Verdict =
  | {
      readonly kind: 'as before' | 'worse';
      readonly name: string;
      readonly ratio: number;
      readonly stored: number;
      readonly limit: number;
    }
  | { readonly kind: 'not stored'; readonly name: string; readonly ratio: number }
  | { readonly kind: 'not measured'; readonly name: string };

type Measured = Pick<BenchmarkCase, 'name' | 'ratio'>;

/** Holds what was measured against what is stored. Cases without a ratio have their own goals and don't count here. */
export function verdicts(stored: StoredRatios, measured: readonly Measured[]): Verdict[] {
  const found = bestOf(measured);
  const known = Object.entries(stored.cases).map(([name, { ratio: before, margin }]): Verdict => {
    const ratio = found.get(name);
    if (ratio === undefined) return { kind: 'not measured', name };
    const limit = before * (1 + (margin ?? stored.margin));
    return { kind: ratio > limit ? 'worse' : 'as before', name, ratio, stored: before, limit };
  });
  const others = [...found].filter(([name]) => stored.cases[name] === undefined);
  return [...known, ...others.map(([name, ratio]): Verdict => ({ kind: 'not stored', name, ratio }))];
}

export function isBad({ kind }: Verdict): boolean {
  return kind === 'worse' || kind === 'not measured';
}

/** Of several runs the best: a busy moment makes a figure worse, and nothing makes it better. */
function bestOf(measured: readonly Measured[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const { name, ratio } of measured) {
    if (ratio === null) continue;
    best.set(name, Math.min(ratio, best.get(name) ?? Infinity));
  }
  return best;
}

/** The stored ratios with those of these runs instead, their margins kept. */
export function updated(stored: StoredRatios, measured: readonly Measured[]): StoredRatios {
  const entries = [...bestOf(measured)].map(
    ([name, ratio]) => [name, { ...stored.cases[name], ratio: Number(ratio.toPrecision(3)) }] as const,
  );
  return { ...stored, cases: Object.fromEntries(entries) };
}

const shown = (ratio: number): string => ratio.toFixed(2);

/** One line for people. */
export function sentence(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'as before':
      return `ok     ${verdict.name}: ${shown(verdict.ratio)} (stored ${shown(verdict.stored)})`;
    case 'worse':
      return `WORSE  ${verdict.name}: ${shown(verdict.ratio)} (stored ${shown(verdict.stored)}, up to ${shown(verdict.limit)} would do)`;
    case 'not stored':
      return `new    ${verdict.name}: ${shown(verdict.ratio)}, not stored yet: --update stores it`;
    case 'not measured':
      return `GONE   ${verdict.name}: stored, but measured no more: --update forgets it`;
  }
}
