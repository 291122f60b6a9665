import {
  calendarView,
  viewOccurrence,
  viewWindow,
} from '../../../testing/calendarFixtures';
import { indexOccurrences } from './occurrenceIndex';

const windows = [
  viewWindow('a'),
  viewWindow('b', { effect: 'maintenance' }),
  viewWindow('c', { enforcement: 'warn' }),
];

describe('indexOccurrences', () => {
  const first = viewOccurrence(
    1,
    '2026-03-01T00:00:00Z',
    '2026-03-02T00:00:00Z',
  );
  const second = viewOccurrence(
    0,
    '2026-03-02T00:00:00Z',
    '2026-03-03T00:00:00Z',
  );
  const third = viewOccurrence(
    1,
    '2026-03-03T00:00:00Z',
    '2026-03-09T00:00:00Z',
  );

  it.each([
    ['in order', [first, second, third]],
    ['in disorder', [third, first, second]],
  ])('takes occurrences %s', (_, occurrences) => {
    const index = indexOccurrences(calendarView(windows, occurrences));
    expect([0, 1, 2].map(index.occurrence)).toEqual([first, second, third]);
    expect(index.window(1).windowId).toBe('a');
    expect([...index.ofWindow(0)]).toEqual([1]);
    expect([...index.ofWindow(1)]).toEqual([0, 2]);
    expect([...index.ofWindow(2)]).toEqual([]);
  });

  it('leaves out what cannot be shown', () => {
    const index = indexOccurrences(
      calendarView(windows, [
        viewOccurrence(0, 'soon', 'later'),
        viewOccurrence(0, '2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z'),
        viewOccurrence(9, '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z'),
        first,
      ]),
    );
    expect(index.count).toBe(1);
    expect(index.occurrence(0)).toBe(first);
  });

  it('puts what closes before what opens, and that before what warns', () => {
    const { rankOf } = indexOccurrences(calendarView(windows, []));
    expect(rankOf[0]).toBeLessThan(rankOf[1]);
    expect(rankOf[1]).toBeLessThan(rankOf[2]);
  });
});
