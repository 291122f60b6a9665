import { listed } from '../calendar/answer';
import type {
  ReleaseCondition,
  ReleaseConditions,
  ReleaseFacts,
} from './types';

/** What a condition says of a release. */
export interface Judged {
  outcome: 'met' | 'not-met' | 'unknown';
  /** A sentence. */
  because: string;
  /** How to make it known. */
  remedy?: string;
}

/** Names that are told; more are counted. */
const MAX_NAMED = 5;

const HOW_TO_KNOW = {
  tier: 'Declare spec.continuity.rto of the service.',
  graph:
    'See the status of the dependency graph (GET /api/continuity/graph/status).',
  change: 'Say it in the facts of the release; the pipeline knows it.',
  calendar: 'Say when it is planned.',
  history: 'Have the pipeline report each deployment as evidence.',
  pipeline: 'Have the pipeline report whether it conforms to its template.',
};

/**
 * Judges one condition of a rule.
 *
 * @param minDeployments - With fewer, the share of failed ones says nothing
 */
export function judgeCondition(
  condition: ReleaseCondition,
  when: ReleaseConditions,
  facts: ReleaseFacts,
  minDeployments: number,
): Judged {
  switch (condition) {
    case 'tiers':
      return judgeTier(when.tiers ?? [], facts);
    case 'businessFunctions':
      return atLeast(
        facts.blastRadius?.businessFunctions,
        when.businessFunctions ?? 0,
        ['business function fails with it', 'business functions fail with it'],
        HOW_TO_KNOW.graph,
      );
    case 'criticalServices':
      return atLeast(
        facts.blastRadius?.criticalServices,
        when.criticalServices ?? 0,
        [
          'other service of the strictest tier fails with it',
          'other services of the strictest tier fail with it',
        ],
        HOW_TO_KNOW.graph,
      );
    case 'migration':
      return judgeMigration(when.migration ?? [], facts);
    case 'touches':
      return judgeNamed(
        facts.touches,
        when.touches ?? [],
        'It changes',
        HOW_TO_KNOW.change,
      );
    case 'files':
      return atLeast(
        facts.size?.files,
        when.files ?? 0,
        ['file is changed', 'files are changed'],
        HOW_TO_KNOW.change,
      );
    case 'lines':
      return atLeast(
        facts.size?.lines,
        when.lines ?? 0,
        ['line is changed', 'lines are changed'],
        HOW_TO_KNOW.change,
      );
    case 'majorUpdates':
      return judgeMajorUpdates(facts);
    case 'into':
      return judgeCalendar(when.into ?? [], facts);
    case 'failureRate':
      return judgeHistory(when.failureRate ?? 0, facts, minDeployments);
    case 'pipeline':
      return judgePipeline(facts);
    default:
      return judgeIncident(facts);
  }
}

function unknown(what: string, remedy: string): Judged {
  return { outcome: 'unknown', because: `${what} is not known.`, remedy };
}

function told(isMet: boolean, because: string): Judged {
  return { outcome: isMet ? 'met' : 'not-met', because };
}

function atLeast(
  count: number | undefined,
  bound: number,
  [one, many]: readonly [string, string],
  remedy: string,
): Judged {
  if (count === undefined) return unknown(`How many ${many}`, remedy);
  return told(
    count >= bound,
    `${count} ${count === 1 ? one : many}; the rule is for ${bound} or more.`,
  );
}

function judgeTier(tiers: readonly string[], { tier }: ReleaseFacts): Judged {
  if (tier === undefined) return unknown('Its tier', HOW_TO_KNOW.tier);
  return told(
    tiers.includes(tier),
    `It is ${tier}; the rule is for ${listed(tiers)}.`,
  );
}

function judgeMigration(
  kinds: readonly string[],
  { migration }: ReleaseFacts,
): Judged {
  if (migration === undefined) {
    return unknown('Whether it migrates a database', HOW_TO_KNOW.change);
  }
  const what = {
    none: 'It migrates no database.',
    reversible: 'It migrates a database, and back.',
    irreversible:
      'It migrates a database, and there is no way back without losing data.',
  };
  return told(kinds.includes(migration), what[migration]);
}

function judgeNamed(
  found: readonly string[] | undefined,
  wanted: readonly string[],
  what: string,
  remedy: string,
): Judged {
  if (found === undefined) {
    return unknown(`Whether it changes ${listed(wanted)}`, remedy);
  }
  const hit = found.filter(one => wanted.includes(one));
  return hit.length > 0
    ? told(true, `${what} ${listed(hit)}.`)
    : told(false, `${what} no ${wanted.join(' and no ')}.`);
}

function judgeMajorUpdates({ majorUpdates }: ReleaseFacts): Judged {
  if (majorUpdates === undefined) {
    return unknown(
      'Whether the major version of a dependency changes',
      HOW_TO_KNOW.change,
    );
  }
  return majorUpdates.length > 0
    ? told(true, `The major version of ${named(majorUpdates)} changes.`)
    : told(false, 'No dependency changes its major version.');
}

function judgeCalendar(
  kinds: readonly ('freeze' | 'peak')[],
  { calendar }: ReleaseFacts,
): Judged {
  if (!calendar) {
    return unknown(
      `Whether it deploys into a ${kinds.join(' or a ')}`,
      HOW_TO_KNOW.calendar,
    );
  }
  const hit = [
    ...(kinds.includes('freeze') ? calendar.freezes : []),
    ...(kinds.includes('peak') ? calendar.peaks : []),
  ];
  return hit.length > 0
    ? told(true, `It deploys into ${named(hit)}.`)
    : told(false, `It deploys into no ${kinds.join(' and no ')}.`);
}

function judgeHistory(
  share: number,
  { history }: ReleaseFacts,
  minDeployments: number,
): Judged {
  if (!history) {
    return unknown('How its last deployments went', HOW_TO_KNOW.history);
  }
  const { deployments, failed } = history;
  const because = `${failed} of its last ${deployments} deployments failed; the rule is for ${percent(
    share,
  )} or more`;
  if (deployments < minDeployments) {
    return told(
      false,
      `${because}, and fewer than ${minDeployments} deployments say nothing.`,
    );
  }
  return told(failed / deployments >= share, `${because}.`);
}

function judgePipeline({ pipeline }: ReleaseFacts): Judged {
  if (pipeline === undefined) {
    return unknown(
      'Whether its pipeline conforms to its template',
      HOW_TO_KNOW.pipeline,
    );
  }
  return told(
    pipeline === 'divergent',
    pipeline === 'divergent'
      ? 'Its pipeline differs from its template.'
      : 'Its pipeline conforms to its template.',
  );
}

/** An incident is never assumed. */
function judgeIncident({ incident }: ReleaseFacts): Judged {
  return incident === undefined
    ? told(false, 'It names no incident that it is to end.')
    : told(true, `It is to end incident ${incident}.`);
}

function named(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  return listed([
    ...names.slice(0, MAX_NAMED).map(name => `"${name}"`),
    ...(more > 0 ? [`${more} more`] : []),
  ]);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
