import type {
  ImpactRequest,
  WavesRequest,
} from '@continuity/plugin-continuity-common';
import { REF } from '../../shared/readActor';

export const PARTS = ['impact', 'points', 'waves'] as const;
/** Lengths of an outage that people choose from, ISO 8601. */
export const LENGTHS = [
  'PT15M',
  'PT30M',
  'PT1H',
  'PT3H',
  'PT8H',
  'P1D',
  'P3D',
] as const;
export const CAUSES = ['outage', 'failed-deployment'] as const;
export const ROOTS = [
  'business-function',
  'system',
  'most-critical-tier',
] as const;
export const PURPOSES = ['deployment', 'recovery'] as const;

type Part = (typeof PARTS)[number];

/** What the page is asked. All of it stands in the address, so it can be shared. */
export interface ExploreQuestion {
  part: Part;
  /** Refs of what is down. */
  down: string[];
  regions: string[];
  /** Absent: no time is looked at. */
  duration?: (typeof LENGTHS)[number];
  cause: (typeof CAUSES)[number];
  /** Only what breaches an objective. */
  breached: boolean;
  /** A single root to examine. Absent: all of a kind. */
  root?: string;
  roots: (typeof ROOTS)[number];
  purpose: (typeof PURPOSES)[number];
}

const DEFAULTS = {
  part: 'impact',
  cause: 'outage',
  roots: 'business-function',
  purpose: 'deployment',
} as const;

/** The most that the API takes. */
const MOST_DOWN = 50;
const MOST_REGIONS = 20;

const distinct = (values: string[]) => [...new Set(values.filter(Boolean))];

/** Reads an address. What cannot be read is as if it were not there. */
export function parseExplore(params: URLSearchParams): ExploreQuestion {
  const oneOf = <T extends string>(name: string, choices: readonly T[]) =>
    choices.find(choice => choice === params.get(name));
  const root = params.get('root') ?? '';
  return {
    part: oneOf('show', PARTS) ?? DEFAULTS.part,
    down: distinct(params.getAll('down'))
      .filter(ref => REF.test(ref))
      .slice(0, MOST_DOWN),
    regions: distinct(params.getAll('region')).slice(0, MOST_REGIONS),
    duration: oneOf('for', LENGTHS),
    cause: oneOf('cause', CAUSES) ?? DEFAULTS.cause,
    breached: params.get('breached') === 'true',
    root: REF.test(root) ? root : undefined,
    roots: oneOf('roots', ROOTS) ?? DEFAULTS.roots,
    purpose: oneOf('purpose', PURPOSES) ?? DEFAULTS.purpose,
  };
}

/** Writes an address; what is as usual is left out of it. */
export function formatExploreQuestion(
  question: ExploreQuestion,
): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | undefined, usual?: string) => {
    if (value && value !== usual) params.set(name, value);
  };
  put('show', question.part, DEFAULTS.part);
  for (const ref of question.down) params.append('down', ref);
  for (const region of question.regions) params.append('region', region);
  put('for', question.duration);
  put('cause', question.cause, DEFAULTS.cause);
  put('breached', question.breached ? 'true' : undefined);
  put('root', question.root);
  put('roots', question.roots, DEFAULTS.roots);
  put('purpose', question.purpose, DEFAULTS.purpose);
  return params;
}

/** What to ask of an outage. Absent: nothing is down yet. */
export function impactRequest(
  question: ExploreQuestion,
): ImpactRequest | undefined {
  const { down, regions, duration, cause, breached } = question;
  if (down.length + regions.length === 0) return undefined;
  return {
    ...(down.length > 0 && { down }),
    ...(regions.length > 0 && { regions }),
    cause,
    ...(duration && { duration, ...(breached && { breached }) }),
  };
}

/** In which order to deploy or recover what the outage takes along. */
export function wavesRequest(
  question: ExploreQuestion,
): WavesRequest | undefined {
  const { down, regions, purpose } = question;
  if (down.length + regions.length === 0) return undefined;
  return {
    purpose,
    impactOf: {
      ...(down.length > 0 && { down }),
      ...(regions.length > 0 && { regions }),
    },
  };
}
