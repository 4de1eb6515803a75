import * as fc from 'fast-check';
import { layOut, type Layout } from './layout';

const sizes = { columnWidth: 200, laneWidth: 50, rowHeight: 100 };

const graphs = fc.integer({ min: 1, max: 14 }).chain((count) => {
  const step = fc.integer({ min: 0, max: count - 1 }).map((index) => `s${String(index)}`);
  return fc.record({
    addresses: fc.constant(Array.from({ length: count }, (_, index) => `s${String(index)}`)),
    entries: fc.array(step, { minLength: 1, maxLength: 3 }),
    edges: fc.array(fc.record({ from: step, to: step, label: fc.constantFrom('', '1', '2') }), {
      maxLength: 30,
    }),
  });
});

function rowOf({ places }: Layout, address: string): number {
  return (places.get(address)?.y ?? NaN) / sizes.rowHeight;
}

describe('the layout of a picture', () => {
  it('places every step once, none upon another, and arrows lead down unless they lead back', () => {
    fc.assert(
      fc.property(graphs, ({ addresses, entries, edges }) => {
        const layout = layOut(addresses, entries, edges, sizes);
        const places = addresses.map((address) => layout.places.get(address) ?? { x: NaN, y: NaN });
        expect(layout.places.size).toBe(addresses.length);
        for (const [index, { x, y }] of places.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          for (const other of places.slice(index + 1)) {
            if (other.y === y)
              expect(Math.abs(other.x - x)).toBeGreaterThanOrEqual(sizes.columnWidth - 0.001);
          }
        }
        for (const { from, to, isBack, via } of layout.arrows) {
          const [upper, lower] = isBack ? [to, from] : [from, to];
          const rows = rowOf(layout, lower) - rowOf(layout, upper);
          if (from === to) expect([isBack, via]).toEqual([true, []]);
          else expect(rows).toBeGreaterThanOrEqual(1);
          expect(via).toHaveLength(Math.max(0, rows - 1));
        }
        const pairs = new Set(edges.map(({ from, to }) => `${from} ${to}`));
        expect(layout.arrows.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([...pairs].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('says of one arrow for several ways what each is for', () => {
    const edge = (label: string) => ({ from: 'a', to: 'b', label });
    const label = (...labels: string[]) =>
      layOut(['a', 'b'], ['a'], labels.map(edge), sizes).arrows.map((arrow) => arrow.label);
    expect(label('', '')).toEqual(['']);
    expect(label('', 'failed')).toEqual(['next, failed']);
    expect(label('1', '2')).toEqual(['1, 2']);
  });
});
