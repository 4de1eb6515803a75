import type { Flow, FlowStep } from './definition';
import { edgesOf, nodesOf } from './graph';
import { layOut, type Arrow, type Point } from './layout';
import { titleOf } from './mermaid';

const BOX = { width: 190, height: 46 };
const SIZES = { columnWidth: 216, laneWidth: 72, rowHeight: 112 };
const MARGIN = 24;
/** A way back leaves and arrives beside the ways down. */
const BESIDE = BOX.width / 4;

interface Placed extends Point {
  readonly address: string;
  readonly step: FlowStep;
}

/** The flow as a picture: each step below those that lead to it; ways back are dashed. */
export function toSvg(flow: Flow): string {
  const nodes = nodesOf(flow);
  const addresses = nodes.map(({ address }) => address);
  const entries = [flow.start, flow.onError, flow.onHangUp].filter((entry) => entry !== undefined);
  const edges = nodes.flatMap((node) => edgesOf(flow, node));
  const { places, arrows } = layOut(addresses, entries, edges, SIZES);
  const moved = ({ x, y }: Point) => ({ x: x + MARGIN + BOX.width / 2, y: y + MARGIN + BOX.height / 2 });
  const placed = nodes.map(({ address, step }): Placed => ({
    ...{ address, step },
    ...moved(places.get(address) ?? { x: 0, y: 0 }),
  }));
  const byAddress = new Map(placed.map((each) => [each.address, each]));
  const drawn = arrows.flatMap((arrow) => {
    const [from, to] = [byAddress.get(arrow.from), byAddress.get(arrow.to)];
    return from === undefined || to === undefined ? [] : [drawArrow(arrow, from, to, arrow.via.map(moved))];
  });
  const points = [...placed, ...arrows.flatMap(({ via }) => via.map(moved))];
  const width = Math.max(...points.map(({ x }) => x), 0) + BOX.width / 2 + MARGIN + 40;
  const height = Math.max(...points.map(({ y }) => y), 0) + BOX.height / 2 + MARGIN;
  const [w, h] = [width.toFixed(0), height.toFixed(0)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" font-family="sans-serif" font-size="11" role="img" aria-label="${escaped(flow.name)}">`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#5a6472"/></marker></defs>',
    `<rect width="${w}" height="${h}" fill="#ffffff"/>`,
    ...drawn.map(({ line }) => line),
    ...placed.map(box),
    ...drawn.map(({ text }) => text).filter((text) => text !== ''),
    '</svg>',
    '',
  ].join('\n');
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
  const [centre, left, top] = [x, x - BOX.width / 2, y - BOX.height / 2].map((each) => each.toFixed(0));
  return [
    `<rect x="${left ?? ''}" y="${top ?? ''}" width="${String(BOX.width)}" height="${String(BOX.height)}" rx="6" fill="${FILLS[step.do] ?? '#f4f5f7'}" stroke="#5a6472"/>`,
    `<text x="${centre ?? ''}" y="${(y - 4).toFixed(0)}" text-anchor="middle" font-weight="bold">${escaped(address)}</text>`,
    `<text x="${centre ?? ''}" y="${(y + 12).toFixed(0)}" text-anchor="middle" fill="#3a424d">${escaped(shortened(titleOf(step)))}</text>`,
  ].join('');
}

function drawArrow(
  { label, isBack }: Arrow,
  from: Placed,
  to: Placed,
  via: readonly Point[],
): { readonly line: string; readonly text: string } {
  const half = BOX.height / 2;
  const legs =
    from === to
      ? [loopAt(from)]
      : isBack
        ? legsBetween([
            { x: from.x + BESIDE, y: from.y - half },
            ...via.flatMap(({ x, y }) => [
              { x, y: y + half },
              { x, y: y - half },
            ]),
            { x: to.x + BESIDE, y: to.y + half },
          ])
        : legsBetween([
            { x: from.x, y: from.y + half },
            ...via.flatMap(({ x, y }) => [
              { x, y: y - half },
              { x, y: y + half },
            ]),
            { x: to.x, y: to.y - half },
          ]);
  const [first = loopAt(from)] = legs;
  const path = legs.map(([, a, b, end]) => `C${place(a)} ${place(b)} ${place(end)}`).join('');
  const { x, y } = pointOn(first, isBack ? 0.4 : 0.55);
  const dashes = isBack ? ' stroke-dasharray="5 3"' : '';
  return {
    line: `<path d="M${place(first[0])}${path}" fill="none" stroke="#5a6472"${dashes} marker-end="url(#tip)"/>`,
    text:
      label === ''
        ? ''
        : `<text x="${x.toFixed(0)}" y="${(y + 4).toFixed(0)}" text-anchor="middle" fill="#1d5fa8" stroke="#ffffff" stroke-width="3" paint-order="stroke">${escaped(label)}</text>`,
  };
}

type Curve = readonly [Point, Point, Point, Point];

function place({ x, y }: Point): string {
  return `${x.toFixed(0)} ${y.toFixed(0)}`;
}

/** Curves from point to point that begin and end upright. */
function legsBetween(points: readonly Point[]): readonly Curve[] {
  return points.slice(1).map((end, index): Curve => {
    const start = points[index] ?? end;
    const bend = (end.y - start.y) * 0.55;
    return [start, { x: start.x, y: start.y + bend }, { x: end.x, y: end.y - bend }, end];
  });
}

/** From the right side of a box back to it. */
function loopAt({ x, y }: Placed): Curve {
  const right = x + BOX.width / 2;
  return [
    { x: right, y: y + 8 },
    { x: right + 40, y: y + 16 },
    { x: right + 40, y: y - 16 },
    { x: right, y: y - 8 },
  ];
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
