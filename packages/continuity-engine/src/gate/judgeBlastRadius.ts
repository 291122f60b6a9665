import { describeDuration } from '../time';
import type { Finding } from './Finding';
import type { BlastRadius, GateFacts, GatePolicy } from './types';
import { verdictOf } from './verdicts';
import { listed, utc } from './words';

const RULE = 'blast-radius';
const LABEL = 'Blast radius';
/** Business functions that are named. */
const MAX_NAMED = 5;

/**
 * What fails with the service if the deployment goes wrong: an input, not a verdict, unless
 * a policy bounds it. A policy that bounds what is not known is not met. Without a policy
 * it is told when something would fail or degrade, and is not worth a word otherwise.
 */
export function judgeBlastRadius(
  policies: readonly GatePolicy[],
  facts: Pick<GateFacts, 'blastRadius'>,
): Finding[] {
  const { blastRadius } = facts;
  const bounding = policies.filter(policy => policy.blastRadius !== undefined);
  if (bounding.length > 0) {
    return bounding.map(policy => bounded(policy, blastRadius));
  }
  return blastRadius?.state === 'known' &&
    blastRadius.failed + blastRadius.degraded > 0
    ? [inform(blastRadius)]
    : [];
}

type Known = Extract<BlastRadius, { state: 'known' }>;

function inform(known: Known): Finding {
  return {
    rule: RULE,
    label: LABEL,
    verdict: 'allow',
    explain: () => ({
      explanation: `${inWords(
        known,
      )} This is for information; it stops nothing.`,
    }),
    evidence: [],
  };
}

function bounded(
  policy: GatePolicy,
  blastRadius: BlastRadius | undefined,
): Finding {
  const bound = policy.blastRadius ?? { otherwise: 'deny' };
  const common = { rule: RULE, label: LABEL, policy: policy.id, evidence: [] };
  const note =
    bound.otherwise === 'inform'
      ? ' This is for information; it stops nothing.'
      : '';
  if (blastRadius?.state !== 'known') {
    const why =
      blastRadius?.problem ?? 'nobody has worked out who depends on what';
    return {
      ...common,
      verdict: verdictOf(bound.otherwise),
      explain: () => ({
        explanation: `How far a failure would reach is not known: ${why}.${note}`,
        remedy:
          'Ask again in a minute. If it stays so, see the status of the dependency graph (GET /api/continuity/graph/status).',
      }),
    };
  }
  const { services, businessFunctions } = bound;
  const over = [
    ...(businessFunctions !== undefined &&
    blastRadius.functions > businessFunctions
      ? [`at most ${businessFunctions} business functions`]
      : []),
    ...(services !== undefined && blastRadius.failed > services
      ? [`at most ${services} that fail`]
      : []),
  ];
  if (over.length === 0) {
    return {
      ...common,
      verdict: 'allow',
      explain: () => ({ explanation: inWords(blastRadius) }),
    };
  }
  return {
    ...common,
    verdict: verdictOf(bound.otherwise),
    explain: () => ({
      explanation: `${inWords(blastRadius)} Policy "${
        policy.title
      }" lets through ${listed(over)}.${note}`,
      remedy:
        'Deploy in smaller steps, put something in its place that fails independently, or have the release approved. The dependencies of the service show each way that a failure takes.',
    }),
  };
}

function inWords(known: Known): string {
  const { failed, degraded, functions, named, at } = known;
  if (failed + degraded === 0) {
    return `Nothing else fails or degrades if this goes wrong, as the dependency graph of ${utc(
      at,
    )} has it.`;
  }
  const rest = functions - Math.min(named.length, MAX_NAMED);
  const names = [
    ...named.slice(0, MAX_NAMED),
    ...(rest > 0 ? [`${rest} more`] : []),
  ];
  return [
    `If this goes wrong, ${counted(failed, 'other', 'others')} ${
      failed === 1 ? 'fails' : 'fail'
    } and ${counted(degraded, 'degrades', 'degrade')}${
      functions > 0
        ? `, among those that fail ${counted(
            functions,
            'business function',
            'business functions',
          )}: ${listed(names)}`
        : ', but no business function fails'
    }.`,
    ...(known.shortestRto === undefined
      ? []
      : [
          `The shortest recovery time objective among those that fail is ${describeDuration(
            known.shortestRto,
          )}.`,
        ]),
  ].join(' ');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
