import { showValue } from '../../time';
import type { Steps } from '../../steps';
import { isTimeZone } from '../clock/ZoneClock';
import { cronWindows } from './cron/cronWindows';
import { parseCron } from './cron/parseCron';
import {
  parseGoDuration,
  parsePlainDuration,
  type ExactLength,
} from './durations';
import { parseDuration } from '../../time';
import type { ImportCollector } from './ImportCollector';

const DIALECT = { nicknames: true, lastAndNth: true };
const MAX_LINES = 2_000;

/**
 * Plain lines, one freeze each:
 *
 * ```text
 * # cron      | length | zone (optional)  | title (optional)
 * 0 22 * * 5  | 2d 8h  | Europe/Zurich    | Weekend
 * 0 0 L * *   | PT36H
 * CRON_TZ=America/New_York
 * @weekly     | 12h
 * ```
 *
 * A length is ISO 8601, or weeks, days, hours, minutes and seconds. `CRON_TZ=` sets
 * the zone of the lines after it.
 */
export function* importCron(
  text: string,
  collector: ImportCollector,
): Steps<void> {
  let { timezone } = collector.options;
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > MAX_LINES) {
    collector.refuse(
      'file',
      `The file has ${lines.length} lines; expected at most ${MAX_LINES}.`,
      'Import it in parts.',
    );
    return;
  }
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const path = `line ${index + 1}`;
    const zone = /^CRON_TZ\s*=\s*(.*)$/i.exec(line)?.[1];
    if (zone === undefined) {
      yield;
      if (!collector.take()) return;
      yield* importLine(line, path, timezone, collector);
    } else if (isTimeZone(zone)) timezone = zone;
    else {
      collector.refuse(
        path,
        `${showValue(
          zone,
        )} is not an IANA time zone; the lines after it stay in ${timezone}.`,
        'Write a zone such as Europe/Zurich.',
      );
    }
  }
}

function* importLine(
  line: string,
  path: string,
  otherwise: string,
  collector: ImportCollector,
): Steps<void> {
  const [expression, duration, zone = '', title = '', ...more] = line
    .split('|')
    .map(part => part.trim());
  if (duration === undefined || more.length > 0) {
    collector.refuse(
      path,
      `${showValue(line)} is not "cron | length | zone | title".`,
      'Write e.g. 0 22 * * 5 | 8h | Europe/Zurich | Friday night.',
    );
    return;
  }
  const cron = parseCron(expression, DIALECT);
  if (!cron.ok) {
    collector.refuse(path, `${cron.message}.`, cron.remedy);
    return;
  }
  const length = parseLength(duration);
  if (!length) {
    collector.refuse(
      path,
      `${showValue(duration)} is not a length of some time.`,
      'Write e.g. 8h, 1d 12h or PT8H.',
    );
    return;
  }
  if (zone !== '' && !isTimeZone(zone)) {
    collector.refuse(
      path,
      `${showValue(zone)} is not an IANA time zone.`,
      'Write a zone such as Europe/Zurich.',
    );
    return;
  }
  const { reason } = collector.options;
  const windows = cronWindows(
    cron.schedule,
    length,
    {
      path,
      name: title === '' ? `cron-${path}` : title,
      base: {
        title: title === '' ? `${expression} for ${duration}` : title,
        reason,
        timezone: zone === '' ? otherwise : zone,
      },
    },
    collector,
  );
  for (const window of windows) {
    yield;
    const changed = collector.clockChanges(window);
    if (!changed) continue;
    collector.say({
      severity: 'info',
      path,
      windowId: window.id,
      message: changed.note,
      remedy:
        'Write end, a time on the clock, instead of duration, if the window is meant to end at that time whatever the clocks do.',
      dates: changed.dates,
    });
  }
}

function parseLength(text: string): ExactLength | undefined {
  const iso = parseDuration(text.toLocaleUpperCase('en-US'));
  if (iso) {
    return iso.seconds >= 1
      ? { iso: iso.iso, ms: iso.seconds * 1000 }
      : undefined;
  }
  return parsePlainDuration(text) ?? parseGoDuration(text);
}
