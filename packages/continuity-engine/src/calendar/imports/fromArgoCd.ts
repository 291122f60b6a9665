import type { FilterPredicate } from '@backstage/filter-predicates';
import { showValue } from '../../time';
import type { Steps } from '../../steps';
import { isTimeZone } from '../clock/ZoneClock';
import type { FreezeWindow } from '../types';
import { cronWindows, type WindowBase } from './cron/cronWindows';
import { parseCron } from './cron/parseCron';
import {
  isObject,
  isOtherDocument,
  listInSpec,
  readDocuments,
  unknownKeys,
  type JsonObject,
} from './documents';
import { parseGoDuration } from './durations';
import type { ImportCollector } from './ImportCollector';
import { allOf, anyOf, selectByGlobs } from './selectors';

/** Argo CD reads schedules with robfig/cron: five fields, nothing else. */
const DIALECT = { nicknames: false, lastAndNth: false };

/** Fields of `SyncWindow` in Argo CD's `v1alpha1` types. */
const KNOWN = [
  'kind',
  'schedule',
  'duration',
  'applications',
  'namespaces',
  'clusters',
  'manualSync',
  'timeZone',
  'andOperator',
  'description',
];

/** Annotations by which the catalog says which application, namespace and cluster an entity is. */
const ANNOTATIONS = {
  applications: 'argocd/app-name',
  clusters: 'backstage.io/kubernetes-cluster',
  namespaces: 'backstage.io/kubernetes-namespace',
} as const;

type Dimension = keyof typeof ANNOTATIONS;
const DIMENSIONS = ['applications', 'clusters', 'namespaces'] as const;

/**
 * `spec.syncWindows` of `AppProject`s. `deny` is a freeze, `allow` a maintenance
 * window: as here, an active `deny` closes, and where there is an `allow` one has to
 * be active.
 */
export function* importArgoCd(
  text: string,
  collector: ImportCollector,
): Steps<void> {
  for (const { path, value } of readDocuments(text, collector)) {
    const project = readProject(value);
    if (!project) {
      collector.say({
        severity: isOtherDocument(value, 'syncWindows') ? 'info' : 'error',
        path,
        message: `${showValue(
          isObject(value) ? value.kind : value,
        )} is not an AppProject, so nothing is taken from it.`,
        remedy: 'Export the projects, e.g. kubectl get appprojects -o yaml.',
      });
      continue;
    }
    const { name, windows } = project;
    const base = name === undefined ? path : `${path} (AppProject ${name})`;
    if (!Array.isArray(windows)) {
      collector.refuse(
        `${base}.spec.syncWindows`,
        `${showValue(windows)} is not a list of windows.`,
        'Give the project as it is exported.',
      );
      continue;
    }
    if (windows.length > 0) noteProject(name, base, collector);
    for (const [index, window] of windows.entries()) {
      yield;
      if (!collector.take()) return;
      yield* importWindow(
        window,
        `${base}.spec.syncWindows.${index}`,
        name ?? 'argocd',
        collector,
      );
    }
  }
}

function readProject(
  value: unknown,
): { name?: string; windows: unknown } | undefined {
  if (!isObject(value) || value.kind !== 'AppProject') return undefined;
  const metadata = isObject(value.metadata) ? value.metadata : {};
  return {
    ...(typeof metadata.name === 'string' && { name: metadata.name }),
    windows: listInSpec(value, 'syncWindows'),
  };
}

function noteProject(
  name: string | undefined,
  path: string,
  collector: ImportCollector,
): void {
  collector.say({
    severity: 'warning',
    path,
    message: `The windows were for the applications of project ${
      name ?? '(no name)'
    } alone; a catalog does not know Argo CD's projects, so that is not said here.`,
    remedy:
      'Say in spec.scope of the calendar whom it is for, e.g. systems or entities.',
  });
}

function* importWindow(
  value: unknown,
  path: string,
  project: string,
  collector: ImportCollector,
): Steps<void> {
  if (!isObject(value)) {
    collector.refuse(
      path,
      `${showValue(value)} is not a window.`,
      'Remove it.',
    );
    return;
  }
  const { kind, schedule, duration } = value;
  if (kind !== 'allow' && kind !== 'deny') {
    collector.refuse(
      `${path}.kind`,
      `${showValue(kind)} is neither allow nor deny.`,
      'Write allow or deny.',
    );
    return;
  }
  if (typeof schedule !== 'string' || typeof duration !== 'string') {
    collector.refuse(
      path,
      `schedule ${showValue(schedule)} and duration ${showValue(
        duration,
      )} have to be texts.`,
      'Write both, e.g. schedule: "0 22 * * *" and duration: 8h.',
    );
    return;
  }
  const cron = parseCron(schedule, DIALECT);
  if (!cron.ok) {
    collector.refuse(`${path}.schedule`, `${cron.message}.`, cron.remedy);
    return;
  }
  const length = parseGoDuration(duration);
  if (!length) {
    collector.refuse(
      `${path}.duration`,
      `${showValue(
        duration,
      )} is not a length that Argo CD reads: hours, minutes and seconds, more than none.`,
      'Write e.g. 8h or 1h30m; a day is 24h.',
    );
    return;
  }
  const scope = readScope(value, kind, path, collector);
  const timezone = readZone(value.timeZone, path, collector);
  if (!scope || timezone === undefined) return;
  noteFields(value, path, collector);
  const base: WindowBase = {
    title: `${project}: ${kind} ${schedule.trim()} for ${duration.trim()}`,
    reason:
      typeof value.description === 'string' && value.description.trim() !== ''
        ? value.description
        : collector.options.reason,
    effect: kind === 'deny' ? 'freeze' : 'maintenance',
    ...(value.manualSync === true && { enforcement: 'approval' as const }),
    timezone,
    ...(scope.entities !== undefined && {
      scope: { entities: scope.entities },
    }),
  };
  const name = `${project}-${kind === 'deny' ? 'freeze' : 'maintenance'}`;
  const windows = cronWindows(
    cron.schedule,
    length,
    { path, name, base },
    collector,
  );
  for (const window of windows) {
    yield;
    noteClocks(window, path, collector);
  }
}

/** Argo CD computes with the offset that the zone has when it looks. */
function noteClocks(
  window: FreezeWindow,
  path: string,
  collector: ImportCollector,
): void {
  const changed = collector.clockChanges(window);
  if (!changed) return;
  collector.say({
    severity: 'info',
    path,
    windowId: window.id,
    message: `Here: ${changed.note} Argo CD computes with the offset that ${window.timezone} has at the moment it looks, so there a window that begins in a skipped hour does not take place, one that begins in a repeated hour takes place twice, and a length follows the clock instead of the time that passes.`,
    remedy:
      'Write end, a time on the clock, instead of duration, if the window is meant to end at that time whatever the clocks do.',
    dates: changed.dates,
  });
}

/** Argo CD takes UTC for no zone, and also for one that it does not know. */
function readZone(
  value: unknown,
  path: string,
  collector: ImportCollector,
): string | undefined {
  if (value === undefined || value === null || value === '') return 'UTC';
  if (typeof value === 'string' && isTimeZone(value)) return value;
  if (value === 'Local') {
    return collector.refuse(
      `${path}.timeZone`,
      'Local is the zone of the machine that Argo CD runs on, which is not known here.',
      'Write that zone, e.g. Europe/Zurich.',
    );
  }
  collector.say({
    severity: 'error',
    path: `${path}.timeZone`,
    message: `${showValue(
      value,
    )} is not an IANA time zone. Argo CD takes UTC then and says so only in its log; so the window is imported in UTC.`,
    remedy: 'Write the zone that is meant, e.g. Europe/Zurich.',
  });
  return 'UTC';
}

function noteFields(
  value: JsonObject,
  path: string,
  collector: ImportCollector,
): void {
  if (value.manualSync === true) {
    collector.say({
      severity: 'info',
      path: `${path}.manualSync`,
      message:
        'manualSync lets people sync by hand while the window closes; here a release then needs an approval.',
      remedy: 'Write enforcement: warn or block, if that fits better.',
    });
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
}

/**
 * Whom a window is for. Where a filter predicate cannot say it, a freeze is for more
 * than it was; a maintenance window is not imported, for it would open for more.
 */
function readScope(
  value: JsonObject,
  kind: 'allow' | 'deny',
  path: string,
  collector: ImportCollector,
): { entities?: FilterPredicate } | undefined {
  const given = DIMENSIONS.flatMap(dimension => {
    const patterns = value[dimension];
    return patterns === undefined || patterns === null
      ? []
      : [{ dimension, patterns }];
  });
  const lists: { dimension: Dimension; patterns: string[] }[] = [];
  for (const { dimension, patterns } of given) {
    if (!isTextList(patterns)) {
      return collector.refuse(
        `${path}.${dimension}`,
        `${showValue(patterns)} is not a list of names and patterns.`,
        'Write a list, e.g. ["payments-*"].',
      );
    }
    if (patterns.length > 0) lists.push({ dimension, patterns });
  }
  if (lists.length === 0) {
    const message =
      'It names no applications, namespaces or clusters, so in Argo CD it is for none and has never had any effect.';
    if (kind === 'allow') {
      return collector.refuse(
        path,
        `${message} A maintenance window for everything would close everything outside of it, so it is not imported.`,
        'Name the applications it is for, e.g. applications: ["*"].',
      );
    }
    collector.say({
      severity: 'warning',
      path,
      message: `${message} Here it is for everything.`,
      remedy: 'Remove it, or say in its scope whom it is for.',
    });
    return {};
  }
  const selections = lists.map(({ dimension, patterns }) => ({
    dimension,
    selection: selectByGlobs(
      patterns,
      `metadata.annotations.${ANNOTATIONS[dimension]}`,
    ),
  }));
  const all = value.andOperator === true;
  const everything = all
    ? selections.every(({ selection }) => selection.kind === 'all')
    : selections.some(({ selection }) => selection.kind === 'all');
  if (everything) return {};
  const unsaid = selections.flatMap(({ dimension, selection }) =>
    selection.kind === 'inexpressible'
      ? selection.patterns.map(pattern => `${dimension} ${showValue(pattern)}`)
      : [],
  );
  if (unsaid.length > 0) {
    const message = `${unsaid.join(
      ', ',
    )}: a filter predicate knows whole names and beginnings only.`;
    if (kind === 'allow') {
      return collector.refuse(
        path,
        `${message} A maintenance window for more than that would open for more, so it is not imported.`,
        'Write names or beginnings such as payments-*, and import it again.',
      );
    }
    if (!all) {
      collector.say({
        severity: 'warning',
        path,
        message: `${message} The freeze is for everything instead.`,
        remedy: 'Say in its scope whom it is for, e.g. entities or systems.',
      });
      return {};
    }
    collector.say({
      severity: 'warning',
      path,
      message: `${message} The freeze does not look at them, so it is for more than it was.`,
      remedy: 'Say in its scope whom it is for, e.g. entities or systems.',
    });
  }
  const said = selections.flatMap(({ dimension, selection }) =>
    selection.kind === 'some'
      ? [{ dimension, predicate: selection.predicate }]
      : [],
  );
  if (said.length === 0) return {};
  const predicates = said.map(({ predicate }) => predicate);
  const annotations = said.map(({ dimension }) => ANNOTATIONS[dimension]);
  collector.say({
    severity: 'warning',
    path,
    message: `It is for entities by their annotation ${annotations.join(
      ' and ',
    )}; one without it is not meant.`,
    remedy:
      'See that the entities have the annotation, or say in the scope whom it is for in another way.',
  });
  return { entities: all ? allOf(predicates) : anyOf(predicates) };
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}
