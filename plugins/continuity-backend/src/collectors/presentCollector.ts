import type { Instant } from '@continuity/engine';
import type {
  Collector,
  CollectorProblem,
} from '@continuity/plugin-continuity-common';
import type { EvidenceCollector } from '@continuity/plugin-continuity-node';
import { toIso } from '../http';
import type { StoredCollector, StoredProblem } from './types';

/** How a collector does, for those who run the service. */
export function presentCollector(
  id: string,
  known: {
    /** Absent: it is kept, and not part of this backend. */
    collector?: EvidenceCollector;
    /** Absent: nothing is kept of it yet. */
    stored?: StoredCollector;
    problems: readonly StoredProblem[];
    now: Instant;
  },
): Collector {
  const { collector, stored, problems, now } = known;
  return {
    id,
    title: collector?.title ?? id,
    active: collector !== undefined,
    kinds: [...(collector?.kinds ?? [])],
    ...(collector && { everySeconds: collector.everySeconds }),
    running: (stored?.runningUntil ?? 0) > now,
    failures: stored?.failures ?? 0,
    reports: stored?.counts ?? { accepted: 0, unchanged: 0, refused: 0 },
    problemCount: stored?.problemCount ?? 0,
    problems: problems.map(presentProblem),
    ...(stored && momentsOf(stored, collector !== undefined)),
  };
}

function momentsOf(
  { startedAt, finishedAt, completedAt, failing, nextAt }: StoredCollector,
  isActive: boolean,
): Partial<Collector> {
  return {
    ...(startedAt !== undefined && { startedAt: toIso(startedAt) }),
    ...(finishedAt !== undefined && { finishedAt: toIso(finishedAt) }),
    ...(completedAt !== undefined && { completedAt: toIso(completedAt) }),
    ...(isActive && { nextAt: toIso(nextAt) }),
    ...(failing && {
      failing: {
        reason: failing.reason,
        remedy: failing.remedy,
        since: toIso(failing.since),
        at: toIso(failing.at),
      },
    }),
  };
}

function presentProblem({
  key: _,
  since,
  at,
  ...problem
}: StoredProblem): CollectorProblem {
  return { ...problem, since: toIso(since), at: toIso(at) };
}
