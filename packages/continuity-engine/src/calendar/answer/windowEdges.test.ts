import fc from 'fast-check';
import { anyWindows } from './__testUtils__/anyWindow';
import { hour, indexOf } from './__testUtils__/windows';
import type { AskedOperation } from './operation';
import { outlookFrom } from './Outlooks';
import { windowTimeline } from './windowTimeline';

const anyAsked = fc.constantFrom<AskedOperation>(
  {},
  { operation: 'rollback' },
  { operation: 'rollback', rollbackProven: true },
);

describe('EdgeSweep', () => {
  it('merges calendars into the same course as going over every window does', () => {
    fc.assert(
      fc.property(
        anyWindows,
        fc.infiniteStream(fc.constantFrom('finance', 'payments', 'platform')),
        anyAsked,
        (given, names, asked) => {
          const { index, scoped } = indexOf(
            given.map(one => ({
              ...one,
              calendarRef: `freezecalendar:default/${names.next().value}`,
            })),
          );
          const { course } = outlookFrom(index, scoped, hour(0), 864e5, asked);
          const slow = windowTimeline(index, scoped, course.period, asked);
          expect(course.runs).toEqual(slow.runs);
        },
      ),
    );
  });
});
