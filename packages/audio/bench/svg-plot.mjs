const WIDTH = 760;
const HEIGHT = 340;
const LEFT = 64;
const RIGHT = 20;
const TOP = 40;
const BOTTOM = 52;
const COLOURS = ['#1f6feb', '#c2410c', '#4d7c0f'];

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * A line plot as SVG. Axes are { label, min, max, step }; lines { name, points: [x, y][] };
 * marks are vertical bands { from, to, label }.
 */
export function svgPlot({ title, x, y, lines, bands = [] }) {
  const atX = (value) => LEFT + ((value - x.min) / (x.max - x.min)) * (WIDTH - LEFT - RIGHT);
  const atY = (value) => HEIGHT - BOTTOM - ((value - y.min) / (y.max - y.min)) * (HEIGHT - TOP - BOTTOM);
  const within = (value, { min, max }) => Math.min(max, Math.max(min, value));
  const ticks = ({ min, max, step }) =>
    Array.from({ length: Math.floor((max - min) / step + 1.0001) }, (_, index) => min + index * step);
  const text = (px, py, content, more = '') =>
    `<text x="${px.toFixed(1)}" y="${py.toFixed(1)}" ${more}>${escaped(content)}</text>`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#24292f" role="img" aria-label="${escaped(title)}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(LEFT, 20, title, 'font-size="14" font-weight="600"'),
    ...bands.map(
      ({ from, to, label }) =>
        `<rect x="${atX(from).toFixed(1)}" y="${TOP}" width="${(atX(to) - atX(from)).toFixed(1)}" height="${HEIGHT - TOP - BOTTOM}" fill="#f3e8d0"/>${text(atX(from) + 3, TOP + 13, label, 'fill="#7a5b12"')}`,
    ),
    ...ticks(y).map(
      (value) =>
        `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${atY(value).toFixed(1)}" y2="${atY(value).toFixed(1)}" stroke="#d8dee4"/>${text(LEFT - 8, atY(value) + 4, String(Number(value.toFixed(6))), 'text-anchor="end"')}`,
    ),
    ...ticks(x).map((value) =>
      text(atX(value), HEIGHT - BOTTOM + 18, String(Number(value.toFixed(6))), 'text-anchor="middle"'),
    ),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, x.label, 'text-anchor="middle"'),
    `<text transform="translate(16 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escaped(y.label)}</text>`,
  ];
  lines.forEach(({ name, points }, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const path = points
      .map(([px, py]) => `${atX(within(px, x)).toFixed(1)},${atY(within(py, y)).toFixed(1)}`)
      .join(' ');
    parts.push(`<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.6"/>`);
    const legendX = WIDTH - RIGHT - 190 * (lines.length - index) + 20;
    parts.push(
      `<line x1="${legendX}" x2="${legendX + 22}" y1="30" y2="30" stroke="${colour}" stroke-width="2"/>`,
      text(legendX + 28, 34, name),
    );
  });
  return `${parts.join('\n')}\n</svg>\n`;
}
