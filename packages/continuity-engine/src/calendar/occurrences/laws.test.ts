import fc from 'fast-check';
import { mergeIntervals, type Interval } from '../../time';
import {
  anyDeclaration,
  read,
} from '../declaration/__testUtils__/anyDeclaration';
import type { FreezeCalendar, FreezeWindow } from '../types';
import { expandWindow } from './expandWindow';
import { createWindowIndex } from './WindowIndex';

const FROM = Date.UTC(2024, 11, 1);
const TO = Date.UTC(2027, 6, 1);
const WHOLE = { from: FROM, to: TO, limit: 100_000 };

/** Before the end: what begins with it is no part of what is listed. */
const moment = fc
  .integer({ min: FROM / 60_000, max: TO / 60_000 - 1 })
  .map(minutes => minutes * 60_000);

const anyWindow = anyDeclaration.map(read);

const times = (spans: readonly Interval[]) =>
  spans.map(({ start, end }) => [start, end]);

function calendarOf(window: FreezeWindow): FreezeCalendar {
  return {
    ref: 'freezecalendar:default/c',
    title: 'C',
    owner: 'group:default/o',
    origin: { kind: 'catalog' },
    windows: [window],
  };
}

function indexOf(window: FreezeWindow) {
  const index = createWindowIndex([calendarOf(window)]);
  return { index, indexed: index.windows[0] };
}

describe('occurrences', () => {
  it('are in order, each starts once, and none is empty', () => {
    fc.assert(
      fc.property(anyWindow, window => {
        const { occurrences } = expandWindow(window, WHOLE);
        const starts = occurrences.map(({ start }) => start);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        for (const { start, end, startLocal, endLocal } of occurrences) {
          expect(end).toBeGreaterThan(start);
          expect([Date.parse(startLocal), Date.parse(endLocal)]).toEqual([
            start,
            end,
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are found whatever part of their time is asked for', () => {
    fc.assert(
      fc.property(anyWindow, moment, moment, (window, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const { occurrences } = expandWindow(window, WHOLE);
        expect(expandWindow(window, { from, to }).occurrences).toEqual(
          occurrences.filter(({ start, end }) => start < to && end > from),
        );
        const some = occurrences.slice(0, 3).concat(occurrences.slice(-3));
        for (const one of some) {
          for (const at of [one.start, one.end - 1]) {
            expect(
              expandWindow(window, { from: at, to: at + 1 }).occurrences,
            ).toContainEqual(one);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same in an index, in words and in numbers, whatever was asked before', () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.array(fc.tuple(moment, moment), { minLength: 1, maxLength: 6 }),
        (window, asked) => {
          const { index, indexed } = indexOf(window);
          const { occurrences } = expandWindow(window, WHOLE);
          for (const [a, b] of asked) {
            const [start, end] = [Math.min(a, b), Math.max(a, b) + 1];
            const expected = occurrences.filter(
              one => one.start < end && one.end > start,
            );
            const stretch = { start, end };
            expect(index.occurrencesBetween(indexed, stretch)).toEqual(
              expected,
            );
            const spans: Interval[] = [];
            index.spansBetween(indexed, stretch, (from, to) =>
              spans.push({ start: from, end: to }),
            );
            expect(times(spans)).toEqual(times(expected));
            const { active, next } = index.occurrencesAt(indexed, a);
            const inForce = occurrences.filter(
              one => one.start <= a && a < one.end,
            );
            expect(active?.end).toBe(
              inForce.length > 0
                ? Math.max(...inForce.map(one => one.end))
                : undefined,
            );
            const listed = occurrences.find(
              one => one.start > a && one.start < a + index.lookaheadMs,
            );
            // What is listed ends before the lookahead from the latest moment does.
            const isListed = a + index.lookaheadMs < TO;
            expect(next).toEqual(isListed ? listed : next);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are the same for questions in a row as for each alone, at every edge too', () => {
    fc.assert(
      fc.property(
        anyWindow,
        moment,
        fc.constantFrom('P2D', 'P30D', 'P400D'),
        (window, first, lookahead) => {
          const calendar = calendarOf(window);
          const index = createWindowIndex([calendar], { lookahead });
          let at = first;
          for (let asked = 0; asked < 12; asked++) {
            const answer = index.occurrencesAt(index.windows[0], at);
            const alone = createWindowIndex([calendar], { lookahead });
            const expected = alone.occurrencesAt(alone.windows[0], at);
            expect([answer.active, answer.next]).toEqual([
              expected.active,
              expected.next,
            ]);
            const edges = [answer.active?.end, answer.next?.start].flatMap(
              edge => edge ?? [],
            );
            const edge = Math.min(at + 40 * 86_400_000, ...edges);
            // Just before the edge, on it, and a little later.
            at =
              asked % 3 === 0 && at < edge - 1 ? edge - 1 : edge + (asked % 2);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('do not depend on the order in which dates and differences are listed', () => {
    fc.assert(
      fc.property(anyWindow, window => {
        const turned = {
          ...window,
          rdates: window.rdates.toReversed(),
          exdates: window.exdates.toReversed(),
          overrides: window.overrides.toReversed(),
        };
        expect(expandWindow(turned, WHOLE)).toEqual(
          expandWindow(window, WHOLE),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('never cover more time when one is cancelled', () => {
    fc.assert(
      fc.property(anyDeclaration, fc.nat(), (declaration, which) => {
        const { exdates = [], overrides = [] } = declaration;
        const window = read(declaration);
        const starts = expandWindow(
          { ...window, exdates: [], overrides: [] },
          { ...WHOLE, limit: 50 },
        ).occurrences.map(({ startLocal }) => startLocal.slice(0, 19));
        const taken = new Set([
          ...exdates.map(text => text.slice(0, 10)),
          ...overrides.map(({ occurrence }) => occurrence.slice(0, 10)),
        ]);
        const start = starts[which % starts.length];
        // A start that the clocks moved is not the clock time that was declared.
        fc.pre(!taken.has(start.slice(0, 10)));
        const fewer = { ...window, exdates: [...window.exdates, start].sort() };
        const covered = mergeIntervals(expandWindow(window, WHOLE).occurrences);
        for (const one of expandWindow(fewer, WHOLE).occurrences) {
          expect(
            covered.some(
              whole => whole.start <= one.start && one.end <= whole.end,
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('that were overridden leave all others as they were', () => {
    fc.assert(
      fc.property(anyWindow, window => {
        const without = new Set(
          expandWindow(
            {
              ...window,
              exdates: [
                ...window.exdates,
                ...window.overrides.map(({ occurrence }) => occurrence),
              ],
              overrides: [],
            },
            WHOLE,
          ).occurrences.map(({ start }) => start),
        );
        const found = expandWindow(window, WHOLE).occurrences;
        for (const start of without) {
          expect(found.some(one => one.start === start)).toBe(true);
        }
        expect(found.length).toBeLessThanOrEqual(
          without.size + window.overrides.length,
        );
      }),
      { numRuns: 50 },
    );
  });
});
