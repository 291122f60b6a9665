import type { GraphPicture } from '@continuity/plugin-continuity-common';
import fc from 'fast-check';
import { graphNode, picture } from '../../../testing/graphFixtures';
import { BOX, layoutPicture } from './layoutPicture';
import { nextBox } from './useBoxFocus';

const columns = (layout: ReturnType<typeof layoutPicture>) =>
  Object.fromEntries(layout.boxes.map(({ id, column }) => [id, column]));

it('has who needs it on the left and whom it needs on the right', () => {
  expect(columns(layoutPicture(picture, 'neighbourhood'))).toEqual({
    checkout: -1,
    reports: -1,
    rest: -1,
    'payments-api': 0,
    ledger: 1,
  });
});

it('has what fails to the right of what is down', () => {
  const { nodes, edges } = picture;
  const layout = layoutPicture(
    {
      nodes: nodes.map(({ node, hops }) => ({ node, hops })),
      edges,
      groups: [],
    },
    'impact',
  );
  expect(columns(layout)).toMatchObject({ 'payments-api': 0, checkout: 1 });
});

it('draws every edge between drawn boxes, soft ones apart', () => {
  const { lines } = layoutPicture(picture, 'neighbourhood');
  expect(lines.map(({ from, to, soft }) => [from, to, soft])).toEqual([
    ['checkout', 'payments-api', false],
    ['reports', 'payments-api', true],
    ['payments-api', 'ledger', false],
    ['rest', 'payments-api', false],
  ]);
});

const anyPicture: fc.Arbitrary<GraphPicture> = fc
  .array(fc.record({ hops: fc.nat(6), left: fc.boolean() }), {
    minLength: 1,
    maxLength: 60,
  })
  .chain(nodes =>
    fc
      .array(fc.tuple(fc.nat(nodes.length - 1), fc.nat(nodes.length - 1)), {
        maxLength: 100,
      })
      .map(edges => ({
        nodes: nodes.map(({ hops, left }, index) => ({
          node: graphNode(`n${index}`),
          hops,
          direction: left ? ('dependants' as const) : ('dependencies' as const),
        })),
        edges: edges.map(([from, to]) => ({
          from: `n${from}`,
          to: `n${to}`,
          strength: 'hard' as const,
          source: 'depends-on' as const,
        })),
        groups: [],
      })),
  );

it('never puts one box onto another, nor outside of the drawing', () => {
  fc.assert(
    fc.property(anyPicture, any => {
      const { boxes, width, height } = layoutPicture(any, 'neighbourhood');
      expect(boxes).toHaveLength(any.nodes.length);
      for (const box of boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + BOX.width).toBeLessThanOrEqual(width);
        expect(box.y + BOX.height).toBeLessThanOrEqual(height);
        for (const other of boxes) {
          if (other === box) continue;
          const apart =
            Math.abs(box.x - other.x) >= BOX.width ||
            Math.abs(box.y - other.y) >= BOX.height;
          expect(apart).toBe(true);
        }
      }
    }),
    { numRuns: 50 },
  );
});

it('has room for lines that bow beside the last column', () => {
  fc.assert(
    fc.property(anyPicture, any => {
      const { lines, width } = layoutPicture(any, 'impact');
      const reach = lines.flatMap(({ path }) =>
        [...path.matchAll(/([\d.]+),/g)].map(([, x]) => Number(x)),
      );
      expect(Math.max(0, ...reach)).toBeLessThanOrEqual(width);
    }),
    { numRuns: 50 },
  );
});

it('is walked by arrow keys, to the nearest box of the next column', () => {
  const { boxes } = layoutPicture(picture, 'neighbourhood');
  const box = (id: string) => {
    const found = boxes.find(one => one.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  expect(nextBox(boxes, box('payments-api'), 'ArrowRight')?.id).toBe('ledger');
  expect(nextBox(boxes, box('ledger'), 'ArrowLeft')?.id).toBe('payments-api');
  expect(nextBox(boxes, box('ledger'), 'ArrowRight')).toBeUndefined();
  const left = nextBox(boxes, box('payments-api'), 'ArrowLeft');
  expect(left?.column).toBe(-1);
  expect(nextBox(boxes, box('ledger'), 'x')).toBeUndefined();
});
