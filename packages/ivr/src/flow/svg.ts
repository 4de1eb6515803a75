import type { Flow, FlowStep } from './definition';
import { edgesOf, nodesOf, type FlowEdge } from './graph';
import { titleOf } from './mermaid';

const BOX = { width: 190, height: 46 };
const GAP = { x: 56, y: 64 };
const MARGIN = 24;

interface Placed {
  readonly address: string;
  readonly step: FlowStep;
  readonly x: number;
  readonly y: number;
}

/** The flow as a picture: steps in rows by how many steps they are from the start. */
export function toSvg(flow: Flow): string {
  const nodes = nodesOf(flow);
  const edges = nodes.flatMap((node) => edgesOf(flow, node));
  const placed = place(flow, edges);
  const byAddress = new Map(placed.map((each) => [each.address, each]));
  const width = Math.max(...placed.map(({ x }) => x + BOX.width), 0) + MARGIN + 40;
  const height = Math.max(...placed.map(({ y }) => y + BOX.height), 0) + MARGIN;
  const drawn = placed.flatMap((from) =>
    [...labelsByTarget(edges.filter((edge) => edge.from === from.address))].flatMap(([target, labels]) => {
      const to = byAddress.get(target);
      return to === undefined ? [] : [arrow(labels, from, to)];
    }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" font-family="sans-serif" font-size="11" role="img" aria-label="${escaped(flow.name)}">`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#5a6472"/></marker></defs>',
    `<rect width="${String(width)}" height="${String(height)}" fill="#ffffff"/>`,
    ...drawn,
    ...placed.map(box),
    '</svg>',
    '',
  ].join('\n');
}

/** Several ways to one step are one arrow. */
function labelsByTarget(edges: readonly FlowEdge[]): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, string[]>();
  for (const { to, label } of edges) labels.set(to, [...(labels.get(to) ?? []), label]);
  return labels;
}

function place(flow: Flow, edges: readonly FlowEdge[]): readonly Placed[] {
  const nodes = nodesOf(flow);
  const depth = new Map<string, number>();
  const entries = [flow.start, flow.onError, flow.onHangUp].filter((entry) => entry !== undefined);
  let row = [...new Set(entries)];
  for (let level = 0; row.length > 0; level += 1) {
    for (const address of row) depth.set(address, level);
    const next = edges.filter(({ from }) => row.includes(from)).map(({ to }) => to);
    row = [...new Set(next)].filter((address) => !depth.has(address));
  }
  const last = Math.max(-1, ...depth.values()) + 1;
  const columns = new Map<number, number>();
  return nodes.map(({ address, step }) => {
    const level = depth.get(address) ?? last;
    const column = columns.get(level) ?? 0;
    columns.set(level, column + 1);
    return {
      ...{ address, step },
      x: MARGIN + column * (BOX.width + GAP.x),
      y: MARGIN + level * (BOX.height + GAP.y),
    };
  });
}

const FILLS: Readonly<Partial<Record<FlowStep['do'], string>>> = {
  menu: '#e3f0ff',
  confirm: '#e3f0ff',
  collect: '#e3f0ff',
  authenticate: '#e3f0ff',
  survey: '#e3f0ff',
  record: '#e3f0ff',
  if: '#fff4d6',
  hours: '#fff4d6',
  limit: '#fff4d6',
  transfer: '#e2f6e5',
  hangUp: '#fbe4e4',
  http: '#efe7fb',
  queueFigures: '#efe7fb',
  bookCallback: '#efe7fb',
};

function box({ address, step, x, y }: Placed): string {
  const centre = String(x + BOX.width / 2);
  return [
    `<rect x="${String(x)}" y="${String(y)}" width="${String(BOX.width)}" height="${String(BOX.height)}" rx="6" fill="${FILLS[step.do] ?? '#f4f5f7'}" stroke="#5a6472"/>`,
    `<text x="${centre}" y="${String(y + 19)}" text-anchor="middle" font-weight="bold">${escaped(address)}</text>`,
    `<text x="${centre}" y="${String(y + 35)}" text-anchor="middle" fill="#3a424d">${escaped(shortened(titleOf(step)))}</text>`,
  ].join('');
}

function arrow(labels: readonly string[], from: Placed, to: Placed): string {
  const curve = curveBetween(from, to);
  const [start, first, second, end] = curve.map(({ x, y }) => `${x.toFixed(0)} ${y.toFixed(0)}`);
  const { x, y } = pointOn(curve, 0.62);
  const label = labels.filter((each) => each !== '').join(', ');
  const text =
    label === ''
      ? ''
      : `<text x="${x.toFixed(0)}" y="${y.toFixed(0)}" text-anchor="middle" fill="#1d5fa8" stroke="#ffffff" stroke-width="3" paint-order="stroke">${escaped(label)}</text>`;
  return `<path d="M${start ?? ''}C${first ?? ''} ${second ?? ''} ${end ?? ''}" fill="none" stroke="#5a6472" marker-end="url(#tip)"/>${text}`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

type Curve = readonly [Point, Point, Point, Point];

/** Downwards from bottom to top; a way back or sideways goes round the right, past the steps between. */
function curveBetween(from: Placed, to: Placed): Curve {
  if (to.y > from.y) {
    const start = { x: from.x + BOX.width / 2, y: from.y + BOX.height };
    const end = { x: to.x + BOX.width / 2, y: to.y };
    return [start, { x: start.x, y: start.y + 36 }, { x: end.x, y: end.y - 36 }, end];
  }
  const middle = BOX.height / 2;
  const start = { x: from.x + BOX.width, y: from.y + middle };
  const end = { x: to.x + BOX.width, y: to.y + middle };
  const lift = from === to || from.y > to.y ? 0 : -GAP.y;
  return [start, { x: start.x + 48, y: start.y + lift }, { x: end.x + 48, y: end.y + lift }, end];
}

function pointOn([start, first, second, end]: Curve, t: number): Point {
  const mix = (axis: keyof Point) =>
    (1 - t) ** 3 * start[axis] +
    3 * (1 - t) ** 2 * t * first[axis] +
    3 * (1 - t) * t ** 2 * second[axis] +
    t ** 3 * end[axis];
  return { x: mix('x'), y: mix('y') };
}

function shortened(text: string): string {
  return text.length > 32 ? `${text.slice(0, 31)}…` : text;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
