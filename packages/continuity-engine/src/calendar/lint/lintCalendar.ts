import type { Problem } from '../../time';
import { isRecord, type CalendarEntity } from '../declaration/calendarIdentity';
import {
  parseFreezeCalendar,
  type CalendarParsingOptions,
} from '../declaration/parseFreezeCalendar';
import { finish } from '../../steps';
import type { CalendarFinding, FreezeCalendar, FreezeWindow } from '../types';
import { LintedWindow } from './LintedWindow';
import { clockChanges } from './rules/clockChanges';
import { alternativesOf, contradictions } from './rules/contradictions';
import { overlapsItself, tooFrequent } from './rules/density';
import { endsBeforeStart } from './rules/ends';
import { holidaysRunOut } from './rules/holidays';
import { effectivelyPermanent } from './rules/permanence';
import { scopeFindings } from './rules/scopes';
import { startNotInRule } from './rules/startInRule';
import { neverOccurs, over } from './rules/takingPlace';
import { ScopeCensus } from './ScopeCensus';
import type { LintContext, LintPlace, LintSteps } from './types';

/**
 * What the author of a calendar probably did not mean, and what to write instead.
 * Looks at three years from now, at no more than five thousand occurrences of each
 * window, and at a million of all when windows are held against each other; the same calendar and context give the same findings.
 *
 * @param calendar - As its reader gave it; what the reader refuses is for
 * `problemsAsFindings`.
 * @throws RangeError for windows that no reader has checked.
 */
export function lintCalendar(
  calendar: FreezeCalendar,
  context: LintContext,
): CalendarFinding[] {
  return finish(lintCalendarInSteps(calendar, context));
}

/**
 * {@link lintCalendar} in steps, none of which takes long, for whoever has others
 * waiting.
 */
export function* lintCalendarInSteps(
  calendar: FreezeCalendar,
  context: LintContext,
): LintSteps {
  const declared = calendar.origin.kind === 'catalog';
  const findings = yield* lintWindows(
    calendar.windows.map((window, index) => ({
      window,
      ...(declared && { path: `spec.windows.${index}` }),
    })),
    { ...context, siblings: siblingsOf(calendar, context) },
  );
  const holidays = (context.holidays ?? []).flatMap(list =>
    holidaysRunOut(list, context.now),
  );
  return [...findings, ...holidays];
}

/** In a problem's path, e.g. `spec.windows.2.rrule`. */
const IN_WINDOW = /^spec\.windows\.(\d+)(?:\.|$)/;

/**
 * {@link lintCalendar} for a calendar that its reader refuses: what there is to say of its
 * other windows, so that its author need not mend it one by one to learn it.
 *
 * @param problems - What its reader said; see `problemsAsFindings` for these.
 * @returns nothing when more than single windows cannot be read
 */
export function lintReadableWindows(
  entity: CalendarEntity,
  problems: readonly Problem[],
  context: LintContext,
  options: CalendarParsingOptions = {},
): CalendarFinding[] {
  const { spec } = entity;
  if (!isRecord(spec) || !Array.isArray(spec.windows)) return [];
  const broken = new Set<number>();
  for (const { path } of problems) {
    const place = IN_WINDOW.exec(path)?.[1];
    if (place === undefined) return [];
    broken.add(Number(place));
  }
  const places = [...spec.windows.keys()].filter(place => !broken.has(place));
  const windows: unknown[] = spec.windows;
  const { calendar } = parseFreezeCalendar(
    { ...entity, spec: { ...spec, windows: places.map(at => windows[at]) } },
    options,
  );
  if (!calendar) return [];
  return finish(
    lintWindows(
      calendar.windows.map((window, index) => ({
        window,
        path: `spec.windows.${places[index]}`,
      })),
      { ...context, siblings: siblingsOf(calendar, context) },
    ),
  );
}

/**
 * {@link lintCalendar} for one window, e.g. one that somebody is writing.
 *
 * @param place - Where it is declared. Absent: findings have no path.
 */
export function lintWindow(
  window: FreezeWindow,
  context: LintContext,
  place: LintPlace = {},
): CalendarFinding[] {
  return finish(lintWindowInSteps(window, context, place));
}

/** {@link lintWindow} in steps, see {@link lintCalendarInSteps}. */
export function lintWindowInSteps(
  window: FreezeWindow,
  context: LintContext,
  place: LintPlace = {},
): LintSteps {
  return lintWindows([{ window, ...place }], context);
}

function* lintWindows(
  windows: readonly { window: FreezeWindow; path?: string }[],
  { now, services = [], serviceCount, siblings = [] }: LintContext,
): LintSteps {
  const upsideDown = windows.map(({ window, path }) =>
    endsBeforeStart(window, path),
  );
  const sound = windows.filter((_, index) => upsideDown[index].length === 0);
  const own = sound.map(
    ({ window, path }) => new LintedWindow(window, now, { path }),
  );
  const others = othersOf(own, siblings, now);
  yield;
  const census =
    services.length > 0
      ? new ScopeCensus(
          [...own, ...others].map(({ window }) => window),
          services,
          serviceCount,
        )
      : undefined;
  const findings = upsideDown.flat();
  for (const linted of own) {
    yield;
    findings.push(...findingsOf(linted, [...own, ...others], census));
  }
  findings.push(...(yield* contradictions(own, others, census)));
  return findings;
}

/** What there is to say of a window by itself, and of whom it is for. */
function findingsOf(
  linted: LintedWindow,
  all: readonly LintedWindow[],
  census: ScopeCensus | undefined,
): CalendarFinding[] {
  const missing = neverOccurs(linted);
  if (missing.length > 0) return missing;
  const frequent = tooFrequent(linted);
  return [
    ...over(linted),
    ...startNotInRule(linted),
    ...overlapsItself(linted),
    ...frequent,
    // What begins every hour begins in the hour that clocks skip, too.
    ...(frequent.length > 0 ? [] : clockChanges(linted)),
    ...effectivelyPermanent(linted, alternativesOf(linted, all)),
    ...scopeFindings(linted, census),
  ];
}

/** Windows elsewhere that one of these could contradict, or open instead of it. */
function othersOf(
  own: readonly LintedWindow[],
  siblings: readonly FreezeCalendar[],
  now: number,
): LintedWindow[] {
  const owners = new Set(own.map(({ window }) => window.owner));
  const maintenance = own.some(({ window }) => window.effect === 'maintenance');
  return siblings.flatMap(({ ref, windows }) =>
    windows
      .filter(
        ({ owner, effect }) =>
          owners.has(owner) || (maintenance && effect === 'maintenance'),
      )
      .map(window => new LintedWindow(window, now, { calendarRef: ref })),
  );
}

function siblingsOf(
  { ref }: FreezeCalendar,
  { siblings = [] }: LintContext,
): FreezeCalendar[] {
  return siblings.filter(sibling => sibling.ref !== ref);
}
