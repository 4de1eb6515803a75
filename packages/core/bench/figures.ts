/** One figure beside its reference of the same run. */
export interface Case {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference: number;
  readonly ratio: number;
  readonly goal: string;
  readonly holds: boolean;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const rounded = (value: number): number => Number(value.toPrecision(4));

/** CPU time of this process while `run` runs, microseconds. */
export async function cpuOf(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** Runs both in turn, each round in the other order, so that a noisy moment meets both. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<{ value: number; reference: number; ratio: number }> {
  await reference();
  await ours();
  const pairs: { ours: number; reference: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) pairs.push({ reference: await reference(), ours: await ours() });
    else pairs.push({ ours: await ours(), reference: await reference() });
  }
  return {
    value: rounded(median(pairs.map((pair) => pair.ours))),
    reference: rounded(median(pairs.map((pair) => pair.reference))),
    ratio: rounded(median(pairs.map((pair) => pair.ours / pair.reference))),
  };
}
