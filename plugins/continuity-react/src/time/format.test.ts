import {
  formatAge,
  formatDuration,
  formatInstant,
  formatPercent,
} from './format';

/** Intl puts a narrow no-break space before AM and PM. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('formatDuration', () => {
  it.each([
    ['PT4H', 'en', '4 hours'],
    ['PT1H', 'en', '1 hour'],
    ['PT90M', 'en', '1 hour, 30 minutes'],
    ['PT3600S', 'en', '1 hour'],
    ['PT24H', 'en', '24 hours'],
    ['P7D', 'en', '7 days'],
    ['P1M', 'en', '1 month'],
    ['P1DT12H', 'en', '1 day, 12 hours'],
    ['PT0S', 'en', '0 seconds'],
    ['PT4H', 'de', '4 Stunden'],
    ['P1M', 'de-CH', '1 Monat'],
    ['PT1H', 'en-CH', '1 hour'],
    // Not a duration: shown as it is, rather than hidden.
    ['1 hour', 'en', '1 hour'],
    ['', 'en', ''],
  ])('%s in %s is "%s"', (duration, locale, expected) => {
    const words = formatDuration(duration, locale);
    expect(words.replace(/,? (?=\d)/g, ', ')).toBe(expected);
  });
});

describe('formatInstant', () => {
  const at = '2026-11-30T17:00:00Z';

  it.each([
    ['en-GB', 'Europe/Zurich', 'Mon, 30 Nov 2026, 18:00'],
    ['en-US', 'America/New_York', 'Mon, Nov 30, 2026, 12:00 PM'],
    ['de-CH', 'Asia/Tokyo', 'Di., 1. Dez. 2026, 2:00'],
    ['en-GB', 'utc', 'Mon, 30 Nov 2026, 17:00'],
  ])('%s in %s', (locale, timeZone, expected) => {
    expect(plain(formatInstant(at, { locale, timeZone }))).toBe(expected);
  });

  it('tells the two 02:30 of the end of daylight saving apart by their zone', () => {
    const show = (utc: string) =>
      formatInstant(utc, {
        locale: 'en-GB',
        timeZone: 'Europe/Zurich',
        zoneName: true,
      });
    expect(show('2026-10-25T00:30:00Z')).toMatch(/02:30 CEST$/);
    expect(show('2026-10-25T01:30:00Z')).toMatch(/02:30 CET$/);
  });

  it('shows what is no instant as it is', () => {
    expect(formatInstant('soon', { locale: 'en', timeZone: 'utc' })).toBe(
      'soon',
    );
  });
});

describe('formatAge', () => {
  const now = Date.parse('2026-11-30T12:00:00Z');

  it.each([
    ['2026-11-27T12:00:00Z', 'en', '3 days ago'],
    ['2026-11-30T14:00:00Z', 'en', 'in 2 hours'],
    ['2026-11-30T11:59:30Z', 'de', 'vor 30 Sekunden'],
    ['soon', 'en', 'soon'],
  ])('%s in %s is "%s"', (at, locale, expected) => {
    expect(formatAge(at, now, locale)).toBe(expected);
  });
});

describe('formatPercent', () => {
  it.each([
    [0.9995, '99.95%'],
    [0.99999, '99.999%'],
    [1, '100%'],
    [0, '0%'],
    [2.5e-7, '< 0.0001%'],
    [0.9999999, '> 99.9999%'],
  ])('%d is %s', (share, text) =>
    expect(formatPercent(share, 'en-US')).toBe(text),
  );
});
