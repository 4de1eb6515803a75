import type { FlowEdge } from './graph';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** All ways from one step to another, which are one arrow. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Leads back to where the call has been: drawn upwards. */
  readonly isBack: boolean;
  /** Between the two steps, from the first to the second: a point in each row it passes. */
  readonly via: readonly Point[];
}

export interface Layout {
  /** The middle of each step. */
  readonly places: ReadonlyMap<string, Point>;
  readonly arrows: readonly Arrow[];
}

export interface LayoutSizes {
  /** From the middle of a box to that of its neighbour, at least. */
  readonly columnWidth: number;
  /** The same where an arrow passes beside it. */
  readonly laneWidth: number;
  readonly rowHeight: number;
}

/** How often rows are put in order by their neighbours, and moved beneath each other. */
const SWEEPS = 12;

/**
 * Places steps in rows, each below all that lead to it, so that arrows lead downwards, except
 * those that lead back. Long arrows have a lane of their own in every row they pass, and each
 * row is put in the order that crosses least with its neighbours (Sugiyama's way).
 */
export function layOut(
  addresses: readonly string[],
  entries: readonly string[],
  edges: readonly FlowEdge[],
  sizes: LayoutSizes,
): Layout {
  const pairs = pairsOf(addresses, edges);
  const { order, back } = walk(addresses, entries, pairs);
  const rows = rowsOf(order, pairs, back);
  const chains = pairs.map((pair, index) => chainOf(pair, index, rows, back.has(pair)));
  const grid = gridOf(order, rows, chains);
  const links = linksOf(chains);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) sortRows(grid, links, sweep % 2 === 0);
  const xs = columnsOf(grid, links, sizes);
  const pointOf = (slot: string, row: number): Point => ({ x: xs.get(slot) ?? 0, y: row * sizes.rowHeight });
  return {
    places: new Map(order.map((address) => [address, pointOf(address, rows.get(address) ?? 0)])),
    arrows: chains.map(({ pair, slots }) => {
      const inner = slots.slice(1, -1).map(({ slot, row }) => pointOf(slot, row));
      const isBack = back.has(pair);
      return { ...pair, isBack, via: isBack ? inner.toReversed() : inner };
    }),
  };
}

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

function pairsOf(addresses: readonly string[], edges: readonly FlowEdge[]): readonly Pair[] {
  const known = new Set(addresses);
  const pairs = new Map<string, { from: string; to: string; labels: string[] }>();
  for (const { from, to, label } of edges) {
    if (!known.has(to)) continue;
    const key = `${from} ${to}`;
    const pair = pairs.get(key) ?? { from, to, labels: [] };
    pair.labels.push(label);
    pairs.set(key, pair);
  }
  return [...pairs.values()].map(({ from, to, labels }) => {
    const isPlain = labels.every((label) => label === '');
    return { from, to, label: isPlain ? '' : labels.map((label) => label || 'next').join(', ') };
  });
}

/** Every step once, each before all it leads to but for the arrows that lead back. */
function walk(addresses: readonly string[], entries: readonly string[], pairs: readonly Pair[]) {
  const finished: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const back = new Set<Pair>();
  const visit = (address: string) => {
    state.set(address, 'open');
    for (const pair of pairs.filter(({ from }) => from === address)) {
      if (state.get(pair.to) === 'open') back.add(pair);
      else if (!state.has(pair.to)) visit(pair.to);
    }
    state.set(address, 'done');
    finished.push(address);
  };
  const known = new Set(addresses);
  const roots = [...entries.filter((entry) => known.has(entry)), ...addresses];
  for (const root of roots) if (!state.has(root)) visit(root);
  return { order: finished.toReversed(), back };
}

function rowsOf(
  order: readonly string[],
  pairs: readonly Pair[],
  back: ReadonlySet<Pair>,
): ReadonlyMap<string, number> {
  const rows = new Map(order.map((address) => [address, 0]));
  for (const address of order) {
    const below = (rows.get(address) ?? 0) + 1;
    for (const pair of pairs) {
      if (pair.from !== address || back.has(pair)) continue;
      rows.set(pair.to, Math.max(rows.get(pair.to) ?? 0, below));
    }
  }
  return rows;
}

interface Slot {
  readonly slot: string;
  readonly row: number;
}

interface Chain {
  readonly pair: Pair;
  /** From the upper step to the lower one, with a lane in each row between. */
  readonly slots: readonly Slot[];
}

function chainOf(pair: Pair, index: number, rows: ReadonlyMap<string, number>, isBack: boolean): Chain {
  const [upper, lower] = isBack ? [pair.to, pair.from] : [pair.from, pair.to];
  const [top, bottom] = [rows.get(upper) ?? 0, rows.get(lower) ?? 0];
  const lanes = Array.from({ length: Math.max(0, bottom - top - 1) }, (_, between) => ({
    slot: `lane ${String(index)} ${String(between)}`,
    row: top + 1 + between,
  }));
  return { pair, slots: [{ slot: upper, row: top }, ...lanes, { slot: lower, row: bottom }] };
}

/** The slots of each row, in order. */
function gridOf(
  order: readonly string[],
  rows: ReadonlyMap<string, number>,
  chains: readonly Chain[],
): string[][] {
  const grid: string[][] = [];
  const put = (slot: string, row: number) => (grid[row] ??= []).push(slot);
  for (const address of order) put(address, rows.get(address) ?? 0);
  for (const { slots } of chains) for (const { slot, row } of slots.slice(1, -1)) put(slot, row);
  return grid;
}

interface Links {
  readonly above: ReadonlyMap<string, readonly string[]>;
  readonly below: ReadonlyMap<string, readonly string[]>;
}

function linksOf(chains: readonly Chain[]): Links {
  const [above, below] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const link = (map: Map<string, string[]>, from: string, to: string) => {
    map.set(from, [...(map.get(from) ?? []), to]);
  };
  for (const { slots } of chains) {
    slots.slice(1).forEach(({ slot }, index) => {
      const upper = slots[index]?.slot ?? '';
      if (upper === slot) return;
      link(above, slot, upper);
      link(below, upper, slot);
    });
  }
  return { above, below };
}

/** Puts each row in the order of the middle of what its slots are linked with in the row before. */
function sortRows(grid: string[][], { above, below }: Links, downwards: boolean): void {
  const rows = downwards ? grid.slice(1) : grid.slice(0, -1).toReversed();
  const at = new Map(grid.flatMap((row) => row.map((slot, index) => [slot, index] as const)));
  for (const row of rows) {
    const middle = (slot: string) => {
      const linked = (downwards ? above : below).get(slot) ?? [];
      return mean(linked.map((each) => at.get(each) ?? 0)) ?? at.get(slot) ?? 0;
    };
    const keys = new Map(row.map((slot) => [slot, middle(slot)]));
    row.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
    row.forEach((slot, index) => at.set(slot, index));
  }
}

/** Moves slots beneath what they are linked with, as far as their neighbours let them. */
function columnsOf(
  grid: readonly (readonly string[])[],
  { above, below }: Links,
  sizes: LayoutSizes,
): ReadonlyMap<string, number> {
  const isLane = (slot: string) => slot.startsWith('lane ');
  const gap = (a: string, b: string) => {
    const halves = [a, b].map((slot) => (isLane(slot) ? sizes.laneWidth : sizes.columnWidth) / 2);
    return (halves[0] ?? 0) + (halves[1] ?? 0);
  };
  const xs = new Map<string, number>();
  const place = (row: readonly string[], wanted: readonly number[]) => {
    const fromLeft: number[] = [];
    row.forEach((slot, index) => {
      const least = index === 0 ? -Infinity : (fromLeft[index - 1] ?? 0) + gap(row[index - 1] ?? '', slot);
      fromLeft.push(Math.max(wanted[index] ?? 0, least));
    });
    const fromRight: number[] = [];
    for (let index = row.length - 1; index >= 0; index -= 1) {
      const next = row[index + 1];
      const most = next === undefined ? Infinity : (fromRight[index + 1] ?? 0) - gap(row[index] ?? '', next);
      fromRight[index] = Math.min(wanted[index] ?? 0, most);
    }
    // Both keep their distances, and so does what lies half-way between.
    row.forEach((slot, index) => xs.set(slot, ((fromLeft[index] ?? 0) + (fromRight[index] ?? 0)) / 2));
  };
  for (const row of grid)
    place(
      row,
      row.map(() => 0),
    );
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const downwards = sweep % 2 === 0;
    for (const row of downwards ? grid : grid.toReversed()) {
      const wanted = row.map((slot) => {
        const linked = (downwards ? above : below).get(slot) ?? [];
        return mean(linked.map((each) => xs.get(each) ?? 0)) ?? xs.get(slot) ?? 0;
      });
      place(row, wanted);
    }
  }
  const left = Math.min(...xs.values());
  return new Map([...xs].map(([slot, x]) => [slot, x - left]));
}

function mean(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined;
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
