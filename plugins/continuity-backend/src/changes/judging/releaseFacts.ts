import type { ChangeContent, Interval, ReleaseFacts } from '@continuity/engine';
import type {
  ChangeKnowledge,
  TouchedEntity,
} from '../knowledge/ChangeKnowledgeReader';
import type { WindowClosure } from './findClosures';

/** What a class is worked out from: what is declared, with what is known here. */
export function releaseFacts(
  { facts, incident }: Pick<ChangeContent, 'facts' | 'incident'>,
  { entities }: ChangeKnowledge,
  closures: readonly WindowClosure[] | undefined,
): Map<string, ReleaseFacts> {
  return new Map(
    entities.map(entity => [
      entity.ref,
      {
        ...facts,
        ...(incident !== undefined && { incident }),
        ...knownFacts(entity),
        ...(closures && {
          calendar: {
            freezes: titlesOf(closures, ['freeze', 'maintenance']),
            peaks: titlesOf(closures, ['peak']),
          },
        }),
      },
    ]),
  );
}

/** The planned time; without one, this moment. */
export function timeOf(
  { window }: Pick<ChangeContent, 'window'>,
  at: number,
): Interval {
  return window ?? { start: at, end: at + 1 };
}

function knownFacts({ service, reach, history }: TouchedEntity): ReleaseFacts {
  return {
    ...(service && { tier: service.profile.tier?.id ?? 'unclassified' }),
    ...(reach && {
      blastRadius: {
        businessFunctions: reach.functions.length,
        criticalServices: reach.critical.length,
      },
    }),
    history,
  };
}

/** Windows that only warn ask for care, and are no freeze. */
function titlesOf(
  closures: readonly WindowClosure[],
  kinds: readonly WindowClosure['kind'][],
): string[] {
  return [
    ...new Set(
      closures
        .filter(
          ({ kind, enforcement }) =>
            kinds.includes(kind) && enforcement !== 'warn',
        )
        .map(({ title }) => title),
    ),
  ];
}
