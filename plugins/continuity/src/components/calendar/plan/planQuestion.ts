import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  ReleaseClass,
  SimulationRequest,
} from '@continuity/plugin-continuity-common';
import { DateTime } from 'luxon';
import { formatDay, parseDay, type CivilDay } from '../time/civilDay';
import { zoneDays } from '../time/zoneDays';

export const CLASSES = ['standard', 'major', 'emergency'] as const;
/** Lengths of a deployment that people choose from, ISO 8601. */
export const SLOTS = [
  'PT15M',
  'PT30M',
  'PT1H',
  'PT2H',
  'PT4H',
  'PT8H',
  'P1D',
] as const;
/** Days that are looked at. */
export const PERIODS = [7, 14, 30, 90] as const;

/** What the planner asks, as it stands in the form and in the address. */
export interface PlanQuestion {
  /** As typed: a whole ref, or the name of a component. */
  entity: string;
  owner?: string;
  system?: string;
  tier?: string;
  environment: string;
  releaseClass: ReleaseClass;
  /** The first day. Absent: today. */
  day?: CivilDay;
  days: (typeof PERIODS)[number];
  slot: (typeof SLOTS)[number];
  /** Wall clock of the reader, `2026-03-04T18:00`: when somebody means to deploy. */
  planned: string;
}

const DEFAULTS = {
  environment: 'production',
  releaseClass: 'standard',
  days: 14,
  slot: 'PT1H',
} as const;

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
/** The catalog's parser lets names with colons and spaces pass; no entity has one. */
const WHOLE_REF = /^[^\s:/]+:[^\s:/]+\/[^\s:/]+$/;
const MAX_LENGTH = 200;

/** Reads an address. What cannot be read is as if it were not there. */
export function parsePlan(params: URLSearchParams): PlanQuestion {
  const asked = (name: string) =>
    params.get(name)?.slice(0, MAX_LENGTH) || undefined;
  const days = Number(params.get('days'));
  const planned = asked('planned');
  return {
    entity: asked('entity') ?? '',
    owner: asked('owner'),
    system: asked('system'),
    tier: asked('tier'),
    environment: asked('environment') ?? DEFAULTS.environment,
    releaseClass:
      CLASSES.find(known => known === params.get('class')) ??
      DEFAULTS.releaseClass,
    day: parseDay(params.get('date') ?? ''),
    days: PERIODS.find(known => known === days) ?? DEFAULTS.days,
    slot: SLOTS.find(known => known === params.get('slot')) ?? DEFAULTS.slot,
    planned: planned && LOCAL.test(planned) ? planned : '',
  };
}

/** Writes an address; what is as usual is left out of it. */
export function formatPlan(question: PlanQuestion): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | undefined, usual?: string) => {
    if (value && value !== usual) params.set(name, value);
  };
  put('entity', question.entity);
  put('owner', question.owner);
  put('system', question.system);
  put('tier', question.tier);
  put('environment', question.environment, DEFAULTS.environment);
  put('class', question.releaseClass, DEFAULTS.releaseClass);
  put('date', question.day === undefined ? undefined : formatDay(question.day));
  put('days', String(question.days), String(DEFAULTS.days));
  put('slot', question.slot, DEFAULTS.slot);
  put('planned', question.planned);
  return params;
}

/** A ref from what somebody typed; undefined when it cannot be one. */
export function typedRef(text: string): string | undefined {
  try {
    const ref = stringifyEntityRef(
      parseEntityRef(text.trim(), {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
    return WHOLE_REF.test(ref) ? ref : undefined;
  } catch {
    return undefined;
  }
}

export type PlanProblem = 'entity' | 'environment' | 'plannedEntity';

/**
 * The question to the backend, or what is missing for it.
 *
 * @param today - the day on the reader's clock
 * @param now - epoch milliseconds; what is over is not planned for
 * @param timeZone - the reader's IANA zone, in which days and times are meant
 */
export function planRequest(
  question: PlanQuestion,
  today: CivilDay,
  now: number,
  timeZone: string,
): { request: SimulationRequest } | { problem: PlanProblem } {
  const entity = question.entity.trim() ? typedRef(question.entity) : undefined;
  if (question.entity.trim() && !entity) return { problem: 'entity' };
  if (!question.environment.trim()) return { problem: 'environment' };
  if (question.planned && !entity) return { problem: 'plannedEntity' };

  const first = question.day ?? today;
  const days = zoneDays(first, question.days, timeZone);
  const start = days[0].start;
  const planned = DateTime.fromISO(question.planned, { zone: timeZone });
  return {
    request: {
      selection: {
        ...(entity && { entity }),
        ...(question.owner && { owner: question.owner }),
        ...(question.system && { system: question.system }),
        ...(question.tier && { tier: question.tier }),
      },
      environment: question.environment.trim(),
      class: question.releaseClass,
      // Nobody deploys in the past, so today counts from now on; to the minute, so that
      // the question stays the same while it is being read.
      from: new Date(
        first === today ? Math.max(start, now - (now % 60_000)) : start,
      ).toISOString(),
      to: new Date(days[days.length - 1].end).toISOString(),
      slot: question.slot,
      ...(entity &&
        planned.isValid && {
          planned: [
            {
              entity,
              at: planned.toUTC().toISO(),
              duration: question.slot,
              class: question.releaseClass,
            },
          ],
        }),
    },
  };
}
