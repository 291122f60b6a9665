import { parseRule } from './parseRule';

it.each([
  [
    'freeze:freezecalendar:default/close#month-end',
    {
      kind: 'freeze',
      calendarRef: 'freezecalendar:default/close',
      windowId: 'month-end',
    },
  ],
  [
    'maintenance:businessfunction:default/trading#nights',
    {
      kind: 'maintenance',
      calendarRef: 'businessfunction:default/trading',
      windowId: 'nights',
    },
  ],
  [
    'check:rollback-plan-current',
    { kind: 'check', check: 'rollback-plan-current' },
  ],
  ['catalog', undefined],
  ['calendar:freezecalendar:default/close', undefined],
  ['freeze:more', undefined],
])('reads %s', (rule, expected) => {
  expect(parseRule(rule)).toEqual(expected);
});
