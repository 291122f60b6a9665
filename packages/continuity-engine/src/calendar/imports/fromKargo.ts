import { showValue } from '../../time';
import type { Steps } from '../../steps';
import { formatWall } from '../clock/wallTime';
import { ZoneClock, isTimeZone } from '../clock/ZoneClock';
import { parseIcalTime, TIME_EXPECTATION } from '../ical/icalTimes';
import { parseRecurrenceRule } from '../recurrence/parseRecurrenceRule';
import { Recurrence } from '../recurrence/Recurrence';
import type { FreezeWindowDeclaration } from '../types';
import {
  isObject,
  isOtherDocument,
  listInSpec,
  readDocuments,
  unknownKeys,
  type JsonObject,
} from './documents';
import type { ImportCollector } from './ImportCollector';

/** Kinds that have `spec.promotionWindows`. */
const KINDS = ['ProjectConfig', 'ClusterConfig'];

/** Fields of `PromotionWindow` in Kargo's `v1alpha1` types. */
const KNOWN = [
  'name',
  'stageSelector',
  'projectSelector',
  'kind',
  'rrule',
  'dtstart',
  'dtend',
];

/**
 * `spec.promotionWindows` of Kargo's `ProjectConfig` and `ClusterConfig` (Kargo
 * Enterprise). `Deny` is a freeze, `Allow` a maintenance window: as here, an active
 * `Deny` closes, and where an `Allow` is for a stage one has to be active.
 *
 * A stage is taken for the environment of its name.
 */
export function* importKargo(
  text: string,
  collector: ImportCollector,
): Steps<void> {
  for (const { path, value } of readDocuments(text, collector)) {
    if (!isObject(value) || !KINDS.includes(String(value.kind))) {
      collector.say({
        severity: isOtherDocument(value, 'promotionWindows') ? 'info' : 'error',
        path,
        message: `${showValue(
          isObject(value) ? value.kind : value,
        )} is not a ProjectConfig or ClusterConfig, so nothing is taken from it.`,
        remedy:
          'Export the configurations, e.g. kubectl get projectconfigs -A -o yaml.',
      });
      continue;
    }
    const windows = listInSpec(value, 'promotionWindows');
    if (!Array.isArray(windows)) {
      collector.refuse(
        `${path}.spec.promotionWindows`,
        `${showValue(windows)} is not a list of windows.`,
        'Give the configuration as it is exported.',
      );
      continue;
    }
    const metadata = isObject(value.metadata) ? value.metadata : {};
    const project =
      value.kind === 'ProjectConfig' && typeof metadata.name === 'string'
        ? metadata.name
        : undefined;
    if (windows.length > 0) noteGeneral(path, project, collector);
    for (const [index, window] of windows.entries()) {
      yield;
      if (!collector.take()) return;
      importWindow(
        window,
        `${path}.spec.promotionWindows.${index}`,
        project,
        collector,
      );
    }
  }
}

function noteGeneral(
  path: string,
  project: string | undefined,
  collector: ImportCollector,
): void {
  if (project !== undefined) {
    collector.say({
      severity: 'warning',
      path,
      message: `The windows were for the stages of project ${project} alone; a catalog does not know Kargo's projects, so that is not said here.`,
      remedy:
        'Say in spec.scope of the calendar whom it is for, e.g. systems or entities.',
    });
  }
  collector.say({
    severity: 'info',
    path,
    message:
      'In Kargo a window holds rollbacks back too. Here they are exempt, so that a freeze does not stand in the way of ending an incident.',
    remedy:
      'Write rollbacksExempt: false in the windows that are to hold them back.',
  });
}

function importWindow(
  value: unknown,
  path: string,
  project: string | undefined,
  collector: ImportCollector,
): void {
  if (!isObject(value)) {
    collector.refuse(
      path,
      `${showValue(value)} is not a window.`,
      'Remove it.',
    );
    return;
  }
  const { kind, name, rrule } = value;
  if (kind !== 'Allow' && kind !== 'Deny') {
    collector.refuse(
      `${path}.kind`,
      `${showValue(kind)} is neither Allow nor Deny.`,
      'Write Allow or Deny.',
    );
    return;
  }
  for (const key of unknownKeys(value, KNOWN)) {
    collector.say({
      severity: 'error',
      path: `${path}.${key}`,
      message: `${key}: ${showValue(
        value[key],
      )} is not understood and has no effect here.`,
      remedy: 'See whether the window means what it should without it.',
    });
  }
  if (rrule !== undefined && typeof rrule !== 'string') {
    collector.refuse(
      `${path}.rrule`,
      `${showValue(rrule)} is not a rule.`,
      'Write e.g. FREQ=WEEKLY;BYDAY=FR.',
    );
    return;
  }
  const start = readTime(value.dtstart, `${path}.dtstart`, collector);
  const end = readTime(value.dtend, `${path}.dtend`, collector);
  const scope = readScope(value, kind, path, collector);
  if (!start || !end || !scope) return;
  const startClock = new ZoneClock(start.zone);
  const endAt = new ZoneClock(end.zone).toInstant(end.wall).instant;
  const endWall = end.zone === start.zone ? end.wall : startClock.toWall(endAt);
  const rule =
    typeof rrule === 'string' && rrule.trim() !== ''
      ? rrule.trim().replace(/^RRULE:/i, '')
      : undefined;
  const title =
    typeof name === 'string' && name.trim() !== '' ? name : 'promotion-window';
  const window = collector.add(path, title, {
    title: project === undefined ? title : `${project}: ${title}`,
    reason: collector.options.reason,
    effect: kind === 'Deny' ? 'freeze' : 'maintenance',
    timezone: start.zone,
    start: formatWall(start.wall),
    end: formatWall(endWall),
    ...(rule !== undefined && { rrule: rule }),
    ...(scope.environments && { scope: { environments: scope.environments } }),
  });
  if (!window) return;
  if (rule !== undefined)
    noteFirstDay(rule, start.wall, path, window.id, collector);
  const changed = collector.clockChanges(window);
  if (changed) {
    collector.say({
      severity: 'info',
      path,
      windowId: window.id,
      message: `${changed.note} Kargo takes what passes between DTSTART and DTEND as the length of each occurrence; here the end keeps its time on the clock.`,
      remedy:
        'Write duration instead of end, if the time that passes is what is meant.',
      dates: changed.dates,
    });
  }
}

function noteFirstDay(
  rule: string,
  start: number,
  path: string,
  windowId: string,
  collector: ImportCollector,
): void {
  const parsed = parseRecurrenceRule(rule);
  if (!parsed.ok || new Recurrence(parsed.rule, start).has(start)) return;
  collector.say({
    severity: 'info',
    path,
    windowId,
    message: `dtstart ${formatWall(
      start,
    )} is not a day that ${rule} yields, so the window does not take place then.`,
    remedy: 'Let dtstart be the first day that is meant.',
  });
}

/** `TZID=America/New_York:20260101T090000`, or without the zone, or in UTC. */
function readTime(
  value: unknown,
  path: string,
  collector: ImportCollector,
): { wall: number; zone: string } | undefined {
  const expected =
    'Write e.g. TZID=Europe/Zurich:20260101T090000; Kargo makes a window without both ends of nothing that could be said here.';
  if (typeof value !== 'string') {
    return collector.refuse(
      path,
      `${showValue(value)} is not a time.`,
      expected,
    );
  }
  const match = /^(?:TZID=([^:]+):)?(.+)$/i.exec(value.trim());
  const zone = match?.[1];
  const time = parseIcalTime(match?.[2] ?? '', new Map());
  if (!time || time.kind === 'date') {
    return collector.refuse(
      path,
      `${showValue(value)} is not ${TIME_EXPECTATION}.`,
      expected,
    );
  }
  if (zone !== undefined && !isTimeZone(zone)) {
    return collector.refuse(
      path,
      `${showValue(zone)} is not an IANA time zone.`,
      expected,
    );
  }
  if (time.kind === 'utc') return { wall: time.instant, zone: 'UTC' };
  if (zone === undefined) {
    collector.say({
      severity: 'warning',
      path,
      message: `${value} has no zone and is read in ${collector.options.timezone}.`,
      remedy: 'Write TZID= with the zone that is meant.',
    });
  }
  return { wall: time.wall, zone: zone ?? collector.options.timezone };
}

/** Whom a window is for; what environments cannot say makes a freeze wider, and refuses the rest. */
function readScope(
  value: JsonObject,
  kind: 'Allow' | 'Deny',
  path: string,
  collector: ImportCollector,
):
  | Pick<NonNullable<FreezeWindowDeclaration['scope']>, 'environments'>
  | undefined {
  const stage = selected(value.stageSelector);
  const project = selected(value.projectSelector);
  const unsaid = [
    ...(project === 'all'
      ? []
      : [`projectSelector ${showValue(value.projectSelector)}`]),
    ...(stage === 'other'
      ? [`stageSelector ${showValue(value.stageSelector)}`]
      : []),
  ];
  if (unsaid.length > 0) {
    const message = `${unsaid.join(
      ' and ',
    )} cannot be said as a scope: only a stage by its exact name is taken for an environment.`;
    if (kind === 'Allow') {
      return collector.refuse(
        path,
        `${message} A maintenance window for more than that would open for more, so it is not imported.`,
        'Write it with the scope that is meant, e.g. environments and systems.',
      );
    }
    collector.say({
      severity: 'warning',
      path,
      message: `${message} The freeze does not look at it, so it is for more than it was.`,
      remedy: 'Say in its scope whom it is for, e.g. environments and systems.',
    });
  }
  if (stage === 'all' || stage === 'other') return {};
  collector.say({
    severity: 'warning',
    path,
    message: `Stage ${stage.name} is taken for an environment of that name.`,
    remedy: 'See that releases name their environments like that.',
  });
  return { environments: [stage.name] };
}

function selected(selector: unknown): 'all' | 'other' | { name: string } {
  if (selector === undefined || selector === null) return 'all';
  if (!isObject(selector)) return 'other';
  const { name, ...labels } = selector;
  const labelled = Object.values(labels).some(
    label => label !== undefined && label !== null,
  );
  if (name === undefined && !labelled) return 'all';
  if (labelled || typeof name !== 'string') return 'other';
  if (/^glob:\*+$/.test(name)) return 'all';
  return /^(?:glob|regex|regexp):/.test(name) || name.trim() === ''
    ? 'other'
    : { name };
}
