import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  decodeICalendar,
  parseFreezeWindow,
  readICalendar,
  type CalendarFinding,
  type CheckedFeed,
  type FreezeCalendar,
  type FreezeWindow,
  type Problem,
} from '@continuity/engine';
import { messageOf, UsageError } from '../failures';
import { readText } from '../files/readText';
import type { Io } from '../Io';
import { MAX_BYTES } from './maxBytes';

/** A calendar with the windows that its feed gives it. */
export function readFeed(
  calendar: FreezeCalendar,
  feed: CheckedFeed,
  content: string,
):
  | { ok: true; calendar: FreezeCalendar; findings: CalendarFinding[] }
  | { ok: false; problems: Problem[] } {
  const { owner } = calendar;
  const reading = readICalendar(content, { ...feed, owner });
  if (!reading.ok) return reading;
  const windows: FreezeWindow[] = [];
  const problems: Problem[] = [];
  for (const declared of reading.windows) {
    const { timezone, scope } = feed;
    const place = `window "${declared.id}"`;
    const parsed = parseFreezeWindow(declared, place, {
      timezone,
      owner,
      scope,
    });
    if (parsed.ok) windows.push(parsed.window);
    else problems.push(...parsed.problems);
  }
  return problems.length > 0
    ? { ok: false, problems }
    : {
        ok: true,
        calendar: { ...calendar, windows },
        findings: reading.findings,
      };
}

/**
 * The contents of feeds by the ref of the calendar that follows them.
 *
 * @param feeds - `<ref>=<file>`
 * @throws UsageError for what is no such pair, and files that cannot be read
 */
export async function readFeedContents(
  feeds: readonly string[],
  io: Io,
): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  for (const feed of feeds) {
    const [, given, file] = /^([^=]+)=(.+)$/s.exec(feed) ?? [];
    if (given === undefined) {
      throw new UsageError(
        `--feed: "${feed}" is not <calendar>=<file>, e.g. freezecalendar:default/holidays=holidays.ics`,
      );
    }
    const ref = refOfFeed(given);
    if (contents.has(ref)) {
      throw new UsageError(`--feed: "${ref}" is given twice; expected it once`);
    }
    contents.set(
      ref,
      await readText('--feed', file, io, MAX_BYTES, decodeICalendar),
    );
  }
  return contents;
}

function refOfFeed(given: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(given, { defaultKind: 'freezecalendar' }),
    );
  } catch (error) {
    throw new UsageError(`--feed: "${given}": ${messageOf(error)}`);
  }
}
