import { showValue } from '../../time';
import type { Steps } from '../../steps';
import { formatWall, type WallTime } from '../clock/wallTime';
import { isTimeZone } from '../clock/ZoneClock';
import { parseRecurrenceRule } from '../recurrence/parseRecurrenceRule';
import { Recurrence } from '../recurrence/Recurrence';
import type { FreezeWindowDeclaration } from '../types';
import {
  isObject,
  readDocuments,
  unknownKeys,
  type JsonObject,
} from './documents';
import { parsePlainDuration } from './durations';
import type { ImportCollector } from './ImportCollector';

/** Fields of a freeze and of its windows, as Harness writes them. */
const KNOWN = [
  'name',
  'identifier',
  'description',
  'tags',
  'orgIdentifier',
  'projectIdentifier',
  'status',
  'type',
  'entityConfigs',
  'windows',
  'notificationRules',
];
const KNOWN_WINDOW = [
  'timeZone',
  'startTime',
  'endTime',
  'duration',
  'recurrence',
];

const TIME =
  /^(\d{4})-(\d{2})-(\d{2})\s+(0?[1-9]|1[0-2]):([0-5]\d)\s*([AP])M$/i;

const TYPES = {
  Daily: 'DAILY',
  Weekly: 'WEEKLY',
  Monthly: 'MONTHLY',
  Yearly: 'YEARLY',
};

type Scope = NonNullable<FreezeWindowDeclaration['scope']>;

/** A freeze of Harness: `freeze` with `windows` and, for whom, `entityConfigs`. */
export function* importHarness(
  text: string,
  collector: ImportCollector,
): Steps<void> {
  for (const { path, value } of readDocuments(text, collector)) {
    const freeze =
      isObject(value) && isObject(value.freeze) ? value.freeze : value;
    if (!isObject(freeze) || !('windows' in freeze)) {
      collector.refuse(
        path,
        `${showValue(value)} is not a freeze of Harness.`,
        'Give the YAML of the freeze window, which begins with freeze:.',
      );
      continue;
    }
    yield* importFreeze(freeze, `${path}.freeze`, collector);
  }
}

function* importFreeze(
  freeze: JsonObject,
  path: string,
  collector: ImportCollector,
): Steps<void> {
  const { name, identifier, status, windows } = freeze;
  const title = [name, identifier].find(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  );
  for (const key of unknownKeys(freeze, KNOWN)) {
    collector.say({
      severity: 'error',
      path: `${path}.${key}`,
      message: `${key}: ${showValue(
        freeze[key],
      )} is not understood and has no effect here.`,
      remedy: 'See whether the freeze means what it should without it.',
    });
  }
  if (status === 'Disabled') {
    collector.say({
      severity: 'warning',
      path: `${path}.status`,
      message: `${
        title ?? 'The freeze'
      } is disabled, so nothing is frozen by it and it is not imported.`,
      remedy: 'Enable it and import it again, if it is to count.',
    });
    return;
  }
  if (!Array.isArray(windows) || windows.length === 0) {
    collector.refuse(
      `${path}.windows`,
      `${showValue(windows)} is not a list of windows.`,
      'Give the freeze as it is exported.',
    );
    return;
  }
  if (windows.length > 1) {
    collector.say({
      severity: 'warning',
      path: `${path}.windows`,
      message: `It has ${windows.length} windows. Harness looks at the first alone; here all of them count.`,
      remedy: 'Remove those that are not meant.',
    });
  }
  const scopes = readRules(freeze, path, collector);
  for (const [index, window] of windows.entries()) {
    const when = readWindow(window, `${path}.windows.${index}`, collector);
    if (!when) continue;
    for (const [rule, scope] of scopes.entries()) {
      yield;
      if (!collector.take()) return;
      const added = collector.add(
        `${path}.windows.${index}`,
        `${typeof identifier === 'string' ? identifier : title ?? 'freeze'}${
          rule > 0 ? `-${rule + 1}` : ''
        }`,
        {
          title: title ?? 'Freeze',
          reason:
            typeof freeze.description === 'string' &&
            freeze.description.trim() !== ''
              ? freeze.description
              : collector.options.reason,
          ...when,
          ...(Object.keys(scope).length > 0 && { scope }),
        },
      );
      const changed = added && rule === 0 && collector.clockChanges(added);
      if (changed) {
        collector.say({
          severity: 'info',
          path: `${path}.windows.${index}`,
          windowId: added.id,
          message: `Here: ${changed.note} Harness gives every occurrence the offset that the zone has at present, so there it is an hour off for the other half of the year.`,
          remedy: 'Nothing has to be done, unless that hour was meant.',
          dates: changed.dates,
        });
      }
    }
  }
}

type When = Pick<
  FreezeWindowDeclaration,
  'timezone' | 'start' | 'end' | 'duration' | 'rrule' | 'overrides'
>;

function readWindow(
  value: unknown,
  path: string,
  collector: ImportCollector,
): When | undefined {
  if (!isObject(value)) {
    return collector.refuse(
      path,
      `${showValue(value)} is not a window.`,
      'Remove it.',
    );
  }
  for (const key of unknownKeys(value, KNOWN_WINDOW)) {
    collector.say({
      severity: 'error',
      path: `${path}.${key}`,
      message: `${key}: ${showValue(
        value[key],
      )} is not understood and has no effect here.`,
      remedy: 'See whether the window means what it should without it.',
    });
  }
  const { timeZone } = value;
  if (typeof timeZone !== 'string' || !isTimeZone(timeZone)) {
    return collector.refuse(
      `${path}.timeZone`,
      `${showValue(
        timeZone,
      )} is not an IANA time zone. Harness takes GMT then, and says nothing.`,
      'Write the zone that is meant, e.g. Europe/Zurich.',
    );
  }
  const start = readTime(value.startTime, `${path}.startTime`, collector);
  if (start === undefined) return undefined;
  const length = readLength(value, start, path, collector);
  if (!length) return undefined;
  const repeated = readRecurrence(
    value.recurrence,
    start,
    length.ms,
    path,
    collector,
  );
  if (!repeated) return undefined;
  return {
    timezone: timeZone,
    start: formatWall(start),
    ...length.declared,
    ...repeated,
  };
}

function readLength(
  value: JsonObject,
  start: WallTime,
  path: string,
  collector: ImportCollector,
): { ms: number; declared: Pick<When, 'end' | 'duration'> } | undefined {
  const { endTime, duration } = value;
  if (endTime !== undefined && endTime !== null) {
    const end = readTime(endTime, `${path}.endTime`, collector);
    if (end === undefined) return undefined;
    if (end <= start) {
      return collector.refuse(
        `${path}.endTime`,
        `${showValue(endTime)} is not after startTime.`,
        'Write a later end.',
      );
    }
    return { ms: end - start, declared: { end: formatWall(end) } };
  }
  const length =
    typeof duration === 'string' ? parsePlainDuration(duration) : undefined;
  return length
    ? { ms: length.ms, declared: { duration: length.iso } }
    : collector.refuse(
        `${path}.duration`,
        `${showValue(duration)} is not a length of some time.`,
        'Write e.g. 30m, 8h or 2d.',
      );
}

/**
 * How a window repeats. Harness adds months and years as java.time does: a day that a
 * month does not have becomes its last. The end of the repetition cuts an occurrence
 * short that it falls in.
 */
function readRecurrence(
  value: unknown,
  start: WallTime,
  lengthMs: number,
  path: string,
  collector: ImportCollector,
): Pick<When, 'rrule' | 'overrides'> | undefined {
  if (value === undefined || value === null) return {};
  const at = `${path}.recurrence`;
  const given = isObject(value) ? value : {};
  const type = Object.entries(TYPES).find(([name]) => name === given.type)?.[1];
  if (type === undefined) {
    return collector.refuse(
      `${at}.type`,
      `${showValue(given.type)} is not one of ${Object.keys(TYPES).join(
        ', ',
      )}.`,
      'Write one of them.',
    );
  }
  const spec = isObject(given.spec) ? given.spec : undefined;
  for (const key of [
    ...unknownKeys(given, ['type', 'spec']),
    ...unknownKeys(spec ?? {}, ['until', 'value']),
  ]) {
    collector.say({
      severity: 'error',
      path: at,
      message: `${key} is not understood and has no effect here.`,
      remedy: 'See whether the window means what it should without it.',
    });
  }
  const every = spec?.value ?? 1;
  if (
    typeof every !== 'number' ||
    !Number.isInteger(every) ||
    every < 1 ||
    every > 100 ||
    (every > 1 && type !== 'MONTHLY')
  ) {
    return collector.refuse(
      `${at}.spec.value`,
      `${showValue(every)} is not a number of months for a monthly window.`,
      'Write 2 to 11 beside type: Monthly, or leave it out.',
    );
  }
  const rule = `FREQ=${type}${
    every > 1 ? `;INTERVAL=${every}` : ''
  }${lastDayRule(type, start)}`;
  if (rule.includes('BYMONTHDAY')) {
    collector.say({
      severity: 'info',
      path: at,
      message: `The window begins on a day that not every ${
        type === 'MONTHLY' ? 'month' : 'year'
      } has; Harness takes the last day of the month then, and so does ${rule}.`,
      remedy: 'Write another rule, if the window is to be left out then.',
    });
  }
  const until =
    spec?.until === undefined || spec.until === null
      ? undefined
      : readTime(spec.until, `${at}.spec.until`, collector);
  if (spec?.until !== undefined && spec.until !== null && until === undefined) {
    return undefined;
  }
  if (until === undefined) {
    const years = new Date(start + lengthMs);
    years.setUTCFullYear(years.getUTCFullYear() + 5);
    collector.say({
      severity: 'warning',
      path: at,
      message: `It says no end of the repetition. Harness stops after five years, on ${formatWall(
        years.getTime(),
      )}, and says nothing; here it goes on.`,
      remedy: 'Add UNTIL to the rule, if it is to stop.',
    });
    return { rrule: rule };
  }
  if (until <= start) {
    return collector.refuse(
      `${at}.spec.until`,
      `${showValue(
        spec?.until,
      )} is not after startTime, so the window never takes place.`,
      'Write a later end of the repetition.',
    );
  }
  return cutShort(rule, start, lengthMs, until, at, collector);
}

function cutShort(
  rule: string,
  start: WallTime,
  lengthMs: number,
  until: WallTime,
  path: string,
  collector: ImportCollector,
): Pick<When, 'rrule' | 'overrides'> {
  // In Harness an occurrence that begins at `until` does not take place any more.
  const text = formatWall(until - 1000).replace(/[-:]/g, '');
  const rrule = `${rule};UNTIL=${text}`;
  const parsed = parseRecurrenceRule(rrule);
  const cut = parsed.ok
    ? new Recurrence(parsed.rule, start)
        .between(Math.max(start, until - lengthMs), until)
        .filter(wall => wall + lengthMs > until)
    : [];
  if (cut.length === 0) return { rrule };
  collector.say({
    severity: 'info',
    path,
    message: `The repetition ends on ${formatWall(
      until,
    )}, in the middle of a window; Harness cuts it short there, and so does this.`,
    remedy: 'Write a later end, if the last window is meant in full.',
  });
  return {
    rrule,
    overrides: cut.map(wall => ({
      occurrence: formatWall(wall),
      end: formatWall(until),
    })),
  };
}

/** The parts by which a rule takes the last day of a month that lacks the day. */
function lastDayRule(type: string, start: WallTime): string {
  const date = new Date(start);
  const day = date.getUTCDate();
  if (type === 'MONTHLY' && day === 31) return ';BYMONTHDAY=-1';
  if (type === 'MONTHLY' && day > 28) {
    const days = [28, 29, 30, 31].filter(one => one <= day);
    return `;BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
  }
  return type === 'YEARLY' && day === 29 && date.getUTCMonth() === 1
    ? ';BYMONTH=2;BYMONTHDAY=-1'
    : '';
}

/** `2026-12-24 06:00 PM`. */
function readTime(
  value: unknown,
  path: string,
  collector: ImportCollector,
): WallTime | undefined {
  const match = typeof value === 'string' ? TIME.exec(value.trim()) : null;
  if (match) {
    const [, year, month, day, hour, minute, half] = match;
    const hours = (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
    const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
    const date = new Date(midnight).toISOString().slice(0, 10);
    if (date === `${year}-${month}-${day}`) {
      return midnight + (hours * 60 + Number(minute)) * 60_000;
    }
  }
  return collector.refuse(
    path,
    `${showValue(value)} is not a time of Harness.`,
    'Write e.g. 2026-12-24 06:00 PM.',
  );
}

/** One scope for each rule: Harness freezes what any of them means. */
function readRules(
  freeze: JsonObject,
  path: string,
  collector: ImportCollector,
): Scope[] {
  const { orgIdentifier, projectIdentifier, entityConfigs } = freeze;
  const where = [
    ...(typeof orgIdentifier === 'string'
      ? [`organisation ${orgIdentifier}`]
      : []),
    ...(typeof projectIdentifier === 'string'
      ? [`project ${projectIdentifier}`]
      : []),
  ];
  if (where.length > 0) {
    collector.say({
      severity: 'warning',
      path,
      message: `The freeze was for ${where.join(
        ', ',
      )} of Harness alone; a catalog does not know them, so that is not said here.`,
      remedy:
        'Say in spec.scope of the calendar whom it is for, e.g. systems or entities.',
    });
  }
  if (!Array.isArray(entityConfigs) || entityConfigs.length === 0) {
    collector.say({
      severity: 'warning',
      path: `${path}.entityConfigs`,
      message: 'It does not say whom it is for; here it is for everything.',
      remedy: 'Say in its scope whom it is for.',
    });
    return [{}];
  }
  return entityConfigs.map((rule: unknown, index) =>
    readRule(rule, `${path}.entityConfigs.${index}`, collector),
  );
}

/** What a scope cannot say is left out of it, so that the freeze is for more than it was. */
function readRule(
  rule: unknown,
  path: string,
  collector: ImportCollector,
): Scope {
  const entities = isObject(rule) ? rule.entities : undefined;
  if (!Array.isArray(entities)) {
    collector.refuse(
      path,
      `${showValue(
        rule,
      )} is not a rule with entities; the freeze is for everything instead.`,
      'Say in its scope whom it is for.',
    );
    return {};
  }
  const scope: Scope = {};
  for (const [index, entity] of entities.entries()) {
    const { type, filterType, entityRefs, ...rest } = isObject(entity)
      ? entity
      : ({} as JsonObject);
    const at = `${path}.entities.${index}`;
    const refs = Array.isArray(entityRefs)
      ? entityRefs.filter((ref): ref is string => typeof ref === 'string')
      : [];
    const further = Object.keys(rest);
    if (filterType === 'All' && further.length === 0) continue;
    const known =
      type === 'Environment' && refs.length > 0 && further.length === 0;
    if (known && filterType === 'Equals') {
      scope.environments = [
        ...new Set([...(scope.environments ?? []), ...refs]),
      ];
    } else if (known && filterType === 'NotEquals') {
      scope.except = {
        environments: [
          ...new Set([...(scope.except?.environments ?? []), ...refs]),
        ],
      };
    } else {
      collector.say({
        severity: 'warning',
        path: at,
        message: `${showValue(
          entity,
        )} cannot be said as a scope, so the freeze does not look at it and is for more than it was.`,
        remedy:
          'Say in its scope whom it is for, e.g. systems, tiers or entities.',
      });
      continue;
    }
    collector.say({
      severity: 'warning',
      path: at,
      message: `The identifiers ${refs.join(
        ', ',
      )} are taken for names of environments.`,
      remedy: 'See that releases name their environments like that.',
    });
  }
  return scope;
}
