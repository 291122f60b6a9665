import type {
  ChangeSettings,
  ReadinessSnapshot,
  Refusal,
  ReleaseClass,
  ReleaseProtocol,
} from '@continuity/engine';
import type { ChangeKnowledge } from '../knowledge/ChangeKnowledgeReader';
import type { StoredChange } from '../types';

const ASK = 'Request its approval.';

/**
 * What keeps a change from being approved beforehand: its template, how its entities were
 * deployed lately, and its readiness have to hold. Empty: nothing does.
 */
export function preApprovalRefusals(
  { content }: Pick<StoredChange, 'content'>,
  matter: {
    settings: ChangeSettings['preApproval'];
    computedClass: ReleaseClass;
    protocol: ReleaseProtocol;
    knowledge: ChangeKnowledge;
    snapshot: ReadinessSnapshot;
  },
): Refusal[] {
  const { settings, computedClass, protocol, knowledge, snapshot } = matter;
  if (!settings) {
    return [
      {
        reason: 'No change is approved beforehand here, by policy.',
        remedy: ASK,
      },
    ];
  }
  return [
    ...(computedClass === 'standard'
      ? []
      : [
          {
            reason: `By the rules it is ${computedClass}; only what is standard by the rules, too, is approved beforehand.`,
            remedy: ASK,
          },
        ]),
    ...(content.facts?.pipeline === 'conformant'
      ? []
      : [
          {
            reason:
              'It is not known to come from a pipeline that conforms to its template.',
            remedy: `Have the pipeline say so in facts.pipeline. ${ASK}`,
          },
        ]),
    ...knowledge.entities.flatMap(({ ref, history }) =>
      historyRefusals(ref, history, settings),
    ),
    ...protocol.checks.flatMap(id => {
      const failing = Object.entries(snapshot.checks ?? {}).filter(
        ([key, verdict]) =>
          (key === id || key.startsWith(`${id} of `)) && verdict !== 'pass',
      );
      if (snapshot.checks && failing.length === 0) return [];
      return [
        {
          reason: `Check ${failing[0]?.[0] ?? id} ${
            failing[0]?.[1] === 'fail' ? 'fails' : 'is unknown'
          }, and a standard change has to pass it.`,
          remedy: `Bring it to a pass. ${ASK}`,
        },
      ];
    }),
  ];
}

function historyRefusals(
  ref: string,
  { deployments, failed }: { deployments: number; failed: number },
  {
    deployments: least,
    successRate,
  }: NonNullable<ChangeSettings['preApproval']>,
): Refusal[] {
  if (deployments < least) {
    return [
      {
        reason: `Only ${deployments} deployments of ${ref} are known lately; at least ${least} are needed to tell how they go.`,
        remedy: `Have the pipeline report each deployment as evidence. ${ASK}`,
      },
    ];
  }
  const rate = (deployments - failed) / deployments;
  return rate >= successRate
    ? []
    : [
        {
          reason: `${failed} of the last ${deployments} deployments of ${ref} failed; at least ${Math.round(
            successRate * 100,
          )} % have to succeed.`,
          remedy: `Find out why they fail. ${ASK}`,
        },
      ];
}
