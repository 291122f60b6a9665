import { readLocal } from './readLocal';

describe('readLocal', () => {
  // Zurich changes at 01:00 UTC on 29 March and on 25 October 2026, New York at 02:00
  // on 8 March (IANA time zone database).
  it.each([
    [
      '2026-06-01T10:00',
      'Europe/Zurich',
      { kind: 'once', at: '2026-06-01T10:00:00+02:00' },
    ],
    ['2026-01-15T10:00', 'UTC', { kind: 'once', at: '2026-01-15T10:00:00Z' }],
    [
      '2026-03-29T02:30',
      'Europe/Zurich',
      { kind: 'skipped', at: '2026-03-29T03:30:00+02:00' },
    ],
    [
      '2026-03-08T02:15',
      'America/New_York',
      { kind: 'skipped', at: '2026-03-08T03:15:00-04:00' },
    ],
    [
      '2026-10-25T02:30',
      'Europe/Zurich',
      {
        kind: 'twice',
        first: '2026-10-25T02:30:00+02:00',
        second: '2026-10-25T02:30:00+01:00',
      },
    ],
    ['', 'Europe/Zurich', undefined],
    ['soon', 'Europe/Zurich', undefined],
    ['2026-06-01T10:00', 'Nowhere/None', undefined],
  ])('reads %s in %s', (text, zone, expected) => {
    expect(readLocal(text, zone)).toEqual(expected);
  });
});
