import type { IcalEvent } from '../readEvent';
import { events, type ReadingLog, type Remark } from '../ReadingLog';

/** An event and what the file says about single occurrences of it. */
export interface Series {
  /** Absent: the file has only single occurrences of it. */
  master?: IcalEvent;
  singles: IcalEvent[];
  /** What tells it from every other series. */
  key: string;
}

const WITHOUT_UID: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${events(
      count,
    )} without UID, so a change of the title or time makes another window of it: ${names}.`,
  remedy: 'Give each event a UID of its own, as RFC 5545 3.8.4.7 demands.',
};

const REPLACED: Remark = {
  severity: 'info',
  message: (count, names) =>
    `${events(
      count,
    )} passed over for a newer version with the same UID: ${names}.`,
  remedy: 'Nothing has to be done.',
};

const TWINS: Remark = {
  severity: 'warning',
  message: (count, names) =>
    `${
      count === 1 ? '1 event has' : `${count} events have`
    } the UID of another one and is not a newer version of it; all of them count: ${names}.`,
  remedy: 'Give each event a UID of its own.',
};

/**
 * Puts together what belongs together (RFC 5545 3.8.4.4): events by UID, and to each
 * the single occurrences of it. Of several versions the one with the highest
 * SEQUENCE counts, then the newest by DTSTAMP (RFC 5546 2.1.5). Two that nothing
 * puts in order count both, for one of them may be a freeze of its own.
 */
export function seriesOf(all: readonly IcalEvent[], log: ReadingLog): Series[] {
  const byUid = new Map<
    string,
    { masters: IcalEvent[]; singles: IcalEvent[] }
  >();
  const series: Series[] = [];
  for (const event of all) {
    if (event.uid === undefined) {
      log.remark(WITHOUT_UID, event.name);
      const key = JSON.stringify([event.summary, event.start, event.rrule]);
      series.push({ master: event, singles: [], key });
      continue;
    }
    const known = byUid.get(event.uid) ?? { masters: [], singles: [] };
    (event.recurrenceId ? known.singles : known.masters).push(event);
    byUid.set(event.uid, known);
  }
  for (const [uid, { masters, singles }] of byUid) {
    const [master, ...twins] = newest(masters, log);
    const occurrences = [
      ...groupBy(singles, one => JSON.stringify(one.recurrenceId)).values(),
    ].flatMap(versions => newest(versions, log));
    series.push({ ...(master && { master }), singles: occurrences, key: uid });
    for (const twin of twins) {
      const key = JSON.stringify([uid, twin.start, twin.rrule, twin.summary]);
      series.push({ master: twin, singles: [], key });
    }
  }
  return series;
}

/** The newest version; more than one where nothing says which is. */
function newest(versions: IcalEvent[], log: ReadingLog): IcalEvent[] {
  if (versions.length < 2) return versions;
  const sequence = Math.max(...versions.map(one => one.sequence));
  const latest = versions.filter(one => one.sequence === sequence);
  const stamps = latest.map(one => one.stamp);
  const known = stamps.every(stamp => stamp !== undefined);
  const stamp = known ? Math.max(...stamps.map(one => one ?? 0)) : undefined;
  const kept = known ? latest.filter(one => one.stamp === stamp) : latest;
  const distinct = [...groupBy(kept, contentOf).values()].map(
    ([first]) => first,
  );
  for (const one of versions) {
    if (!kept.includes(one)) log.remark(REPLACED, one.name);
  }
  for (const one of distinct.slice(1)) log.remark(TWINS, one.name);
  return distinct;
}

function contentOf({ path, name, stamp, ours, ...content }: IcalEvent): string {
  return JSON.stringify({ ...content, ours: [...ours] });
}

function groupBy<T>(
  items: readonly T[],
  key: (item: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
