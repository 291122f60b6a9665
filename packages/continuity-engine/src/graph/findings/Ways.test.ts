import fc from 'fast-check';
import { pathSteps, shortPath, SHOWN_STEPS, Ways } from './Ways';

const chain = (size: number) =>
  new Ways(size, node => (node + 1 < size ? node + 1 : -1));

const upTo = (end: number) => Array.from({ length: end }, (_, at) => at);

it.each<[string, number[], number, number[]]>([
  ['a node that leads nowhere', [-1], 0, [0]],
  ['a node that leads to itself', [0], 0, [0]],
  ['to the end', [1, 2, -1], 0, [0, 1, 2]],
  ['to a node that leads to itself', [1, 1], 0, [0, 1]],
  ['from the middle', [1, 2, -1], 1, [1, 2]],
])('follows %s', (_, next, start, path) => {
  const ways = new Ways(next.length, node => next[node]);
  expect([ways.shown(start), ways.end(start), ways.length(start)]).toEqual([
    { path, leftOut: 0 },
    path[path.length - 1],
    path.length,
  ]);
});

it.each([
  [SHOWN_STEPS - 1, 0],
  [SHOWN_STEPS, 1],
  [SHOWN_STEPS + 5, 6],
])('shows both ends of %d steps after one more', (size, leftOut) => {
  const { path, ...rest } = chain(size).shown(0, [-7]);
  expect(rest).toEqual({ leftOut });
  expect(path).toEqual(
    leftOut === 0
      ? [-7, ...upTo(size)]
      : [-7, ...upTo(SHOWN_STEPS - 2), size - 1],
  );
});

it('goes through each node once, however many ask', () => {
  let walked = 0;
  const size = 10_000;
  const ways = new Ways(size, node => {
    walked++;
    return node + 1 < size ? node + 1 : -1;
  });
  for (let node = 0; node < size; node++) {
    expect(ways.end(node)).toBe(size - 1);
  }
  expect(walked).toBe(size);
});

it('shows what the whole path would be shortened to', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 600 }),
      fc.integer({ min: 0, max: 1_000_000 }),
      (size, seed) => {
        // Each leads to one before it, so that there are no circles.
        const next = upTo(size).map(at =>
          at === 0 ? -1 : Math.max(0, at - 1 - ((seed * at) % 3)),
        );
        const ways = new Ways(size, node => next[node]);
        for (let start = 0; start < size; start += 7) {
          const whole = [-7];
          for (let node = start; node >= 0; node = next[node]) whole.push(node);
          expect(ways.shown(start, [-7])).toEqual(shortPath(whole));
        }
      },
    ),
    { numRuns: 50 },
  );
});

it('says how many are left out where they are', () => {
  expect(pathSteps({ path: ['a', 'b', 'z'], leftOut: 0 })).toEqual([
    'a',
    'b',
    'z',
  ]);
  expect(pathSteps({ path: ['a', 'b', 'z'], leftOut: 5 })).toEqual([
    'a',
    'b',
    '5 more',
    'z',
  ]);
});
