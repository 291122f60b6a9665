import { fromRule, movedTo, recurrenceOf, toRule } from './recurrenceForm';

const START = '2026-11-30T18:00:00';

describe('a rule in the editor', () => {
  it.each([
    ['FREQ=DAILY', 'daily'],
    ['FREQ=DAILY;INTERVAL=3;COUNT=5', 'daily'],
    ['FREQ=WEEKLY;BYDAY=MO,FR', 'weekly'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20271231', 'weekly'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'monthlyByDate'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'monthlyByWeekday'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'monthlyByWeekday'],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', 'yearly'],
  ])('%s has controls and comes back as it is', (rule, repeats) => {
    const form = fromRule(rule, START);
    expect(form.repeats).toBe(repeats);
    expect(toRule(form)).toBe(rule);
  });

  it.each([
    ['BYDAY=FR,MO;FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=MO,FR'],
    ['freq=monthly;interval=1;bymonthday=-1', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ])('%s means the same as %s', (written, expected) => {
    expect(toRule(fromRule(written, START))).toBe(expected);
  });

  it.each([
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=MO;WKST=SU',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYDAY=5FR',
    'FREQ=YEARLY',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    'FREQ=DAILY;UNTIL=20271231T180000Z',
    'FREQ=HOURLY;INTERVAL=6',
    'not a rule',
  ])('%s is shown as it is written', rule => {
    const form = fromRule(rule, START);
    expect(form.repeats).toBe('raw');
    expect(toRule(form)).toBe(rule);
  });

  it('of a window that occurs once is none', () => {
    expect(toRule(fromRule(undefined, START))).toBeUndefined();
  });

  it('proposes what the first day suggests', () => {
    expect(recurrenceOf(START)).toMatchObject({
      weekdays: ['MO'],
      monthDay: 30,
      ordinal: -1,
      month: 11,
    });
    expect(recurrenceOf('2026-11-10').ordinal).toBe(2);
    expect(recurrenceOf('').weekdays).toEqual(['MO']);
  });

  it('goes with the first day, but for what somebody chose', () => {
    const friday = movedTo(recurrenceOf(START), START, '2026-12-04');
    expect(toRule({ ...friday, repeats: 'weekly' })).toBe(
      'FREQ=WEEKLY;BYDAY=FR',
    );
    expect(toRule({ ...friday, repeats: 'yearly' })).toBe(
      'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4',
    );
    const chosen = fromRule('FREQ=WEEKLY;BYDAY=TU,TH', START);
    expect(toRule(movedTo(chosen, START, '2026-12-04'))).toBe(
      'FREQ=WEEKLY;BYDAY=TU,TH',
    );
    // A date field is empty while it is typed in.
    const typing = movedTo(recurrenceOf(START), START, '');
    expect(movedTo(typing, '', '2026-12-04')).toEqual(friday);
  });

  it('is not endless while the day on which it ends is missing', () => {
    const form = recurrenceOf(START);
    expect(toRule({ ...form, repeats: 'daily', ends: 'until' })).toBe(
      'FREQ=DAILY;UNTIL=',
    );
  });
});
