import * as z from 'zod';

/** One figure beside its reference of the same run. */
export const BenchmarkCase = z.object({
  name: z.string().min(1),
  value: z.number(),
  unit: z.string(),
  /** What the reference came to; null where there is none. */
  reference: z.number().nullable(),
  /** Value by reference: what can be compared between machines. Null where a quotient says nothing. */
  ratio: z.number().nullable(),
  goal: z.string(),
  holds: z.boolean(),
});
export type BenchmarkCase = z.infer<typeof BenchmarkCase>;

/** What a package's own `bench` writes. */
export const PackageResults = z.object({ cases: z.array(BenchmarkCase) });

/** What `npm run bench -- --json FILE` writes: the cases of all packages. */
export const AllResults = z.object({
  machine: z.object({ node: z.string(), cpu: z.string(), cores: z.number() }),
  cases: z.array(BenchmarkCase.extend({ package: z.string() })),
});
export type AllResults = z.infer<typeof AllResults>;
