import { sentence, utc } from '../../calendar/answer';
import type { Interval } from '../../time';
import type {
  Absence,
  Closure,
  Conflict,
  ConflictFacts,
  RegionEvent,
  ScheduledChange,
} from './types';

/** A conflict for whoever wants that time, as long as it lasts. */
export type BusyTime = Conflict;

/** What is to be changed, without its time. */
export type Planned = Omit<ScheduledChange, 'window' | 'title'>;

const ANOTHER_TIME =
  'Plan it for another time; the slot finder lists those that fit.';

/**
 * Everything that is in the way of a change, whenever it is planned: the one list from
 * which both conflicts and free slots follow, so that they cannot disagree.
 *
 * @param period - what is not known is in the way for as long
 */
export function busyTimes(
  change: Planned,
  facts: ConflictFacts,
  period: Interval,
): BusyTime[] {
  return [
    ...unknowns(facts, period),
    ...(facts.closures ?? []).map(closed),
    ...facts.scheduled
      .filter(({ id }) => id !== change.id)
      .flatMap(other => collisions(change, other, facts)),
    ...facts.absences.map(away),
    ...facts.regions
      .filter(event => touches(change, event))
      .map(
        ({ environment, region, because, start, end }): BusyTime => ({
          kind: 'region',
          blocks: true,
          with: region ?? environment,
          start,
          end,
          explanation: sentence(
            `${
              region === undefined ? environment : `Region ${region}`
            }: ${because}`,
          ),
          remedy: 'Wait until its end is reported.',
        }),
      ),
  ];
}

const WAYS_ROUND = {
  implementer: () =>
    'Plan it for another time, or have somebody else carry it out.',
  approver: (who: string) =>
    `Have ${who} decide before, or delegate the decision.`,
  'decision-owner': () =>
    'Name somebody else who decides on the way back, or plan it for another time.',
} satisfies Record<Absence['role'], (who: string) => string>;

const ROLES = {
  implementer: 'implementer',
  approver: 'approver',
  'decision-owner': 'decides on the way back',
} satisfies Record<Absence['role'], string>;

function away({ who, role, because, start, end }: Absence): BusyTime {
  return {
    kind: role === 'implementer' ? 'implementer-busy' : 'approver-busy',
    // Whoever approves does so before it begins.
    blocks: role !== 'approver',
    with: who,
    start,
    end,
    explanation: sentence(`${who} (${ROLES[role]}) ${because}`),
    remedy: WAYS_ROUND[role](who),
  };
}

function unknowns(
  { closures, related }: ConflictFacts,
  { start, end }: Interval,
): BusyTime[] {
  const what = [
    ...(closures ? [] : ['what the calendars close']),
    ...(related ? [] : ['what depends on it, and on what it depends']),
  ];
  return what.map(thing => ({
    kind: 'unknown',
    blocks: true,
    start,
    end,
    explanation: `It is not known ${thing}, so nobody can say that the time is free.`,
    remedy:
      'Ask again in a minute. If it stays so, see the status of Continuity (GET /api/continuity/status).',
  }));
}

function closed({
  kind,
  blocks,
  window,
  title,
  start,
  end,
}: Closure): BusyTime {
  const what = {
    freeze: `"${title}" is in force`,
    peak: `It is the peak "${title}"`,
    maintenance: `Maintenance window "${title}" is not open, nor another one`,
  };
  return {
    kind,
    blocks,
    with: window,
    start,
    end,
    explanation: `${what[kind]} from ${utc(start)} to ${utc(end)}.${
      blocks ? '' : ' It only asks for care.'
    }`,
    remedy: ANOTHER_TIME,
  };
}

/** One conflict with another change, of its strongest kind, and one for a shared person. */
function collisions(
  change: Planned,
  other: ScheduledChange,
  { related }: ConflictFacts,
): BusyTime[] {
  const { start, end } = other.window;
  const common = { with: other.id, start, end };
  const when = `from ${utc(start)} to ${utc(end)}`;
  const found: BusyTime[] = [];
  const same = change.entities.find(ref => other.entities.includes(ref));
  if (same !== undefined && sharesPlace(change, other)) {
    found.push({
      ...common,
      kind: 'same-entity',
      blocks: true,
      explanation: `"${other.title}" changes ${same} ${when}.`,
      remedy: `Plan it for another time, or make one change of both.`,
    });
  } else {
    const pair = relatedPair(change, other, related);
    if (pair && sharesPlace(change, other)) {
      found.push({
        ...common,
        kind: 'dependency',
        blocks: true,
        explanation: `"${other.title}" changes ${pair.other} ${when}; ${pair.own} and it depend on each other.`,
        remedy: ANOTHER_TIME,
      });
    }
  }
  if (
    change.implementer !== undefined &&
    change.implementer === other.implementer
  ) {
    found.push({
      ...common,
      kind: 'implementer-busy',
      blocks: true,
      explanation: `${change.implementer} carries out "${other.title}" ${when}.`,
      remedy: 'Plan it for another time, or have somebody else carry it out.',
    });
  }
  return found;
}

function relatedPair(
  change: Planned,
  other: ScheduledChange,
  related: ConflictFacts['related'],
): { own: string; other: string } | undefined {
  for (const own of change.entities) {
    const around = related?.get(own);
    const hit = around && other.entities.find(ref => around.has(ref));
    if (hit !== undefined) return { own, other: hit };
  }
  return undefined;
}

/** Somewhere both are deployed. */
function sharesPlace(
  a: Pick<ScheduledChange, 'environments' | 'regions'>,
  b: Pick<ScheduledChange, 'environments' | 'regions'>,
): boolean {
  return (
    a.environments.some(name => b.environments.includes(name)) &&
    (a.regions === undefined ||
      b.regions === undefined ||
      a.regions.some(name => b.regions?.includes(name)))
  );
}

function touches(
  { environments, regions }: Planned,
  { environment, region }: RegionEvent,
): boolean {
  return (
    environments.includes(environment) &&
    (regions === undefined || region === undefined || regions.includes(region))
  );
}
