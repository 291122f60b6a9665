import { utc } from '../../calendar/answer';
import type {
  DriftCandidate,
  DriftCulprit,
  DriftHistory,
  DriftTrace,
  DriftWindow,
} from './types';

/** Clocks of clusters and pipelines differ, and a deployment settles after its end. */
const TOLERANCE_MS = 5 * 60_000;
const MOST_CANDIDATES = 10;

/**
 * Who is answerable for a drift: what was allowed to write, or did, when the field was
 * written.
 *
 * What nobody who deploys owns was written past every deployment, so none answers for it;
 * then only a change or an override does. Where nobody recorded when it was written it was
 * between two scans, and only what covers all of that time is an answer: a deployment of
 * five minutes does not excuse what may have been written at any time of that day.
 */
export function matchCulprit(
  trace: DriftTrace,
  history: DriftHistory,
): DriftCulprit {
  const window = windowOf(trace);
  if (!window) {
    return {
      standing: 'unknown',
      reason:
        'The first scan found it already and no owner is recorded, so nobody knows when it was written.',
      candidates: [],
    };
  }
  const able = history.candidates.filter(
    ({ kind }) => kind !== 'deployment' || trace.authorised !== 'no',
  );
  const near = able.filter(one => touches(one, window));
  const covering = near.filter(one => covers(one, window));
  const when = describeWindow(window);
  const answer = (
    standing: DriftCulprit['standing'],
    reason: string,
    candidates: readonly DriftCandidate[],
  ): DriftCulprit => ({
    standing,
    reason,
    window,
    candidates: [...candidates].sort(byKind).slice(0, MOST_CANDIDATES),
  });
  if (covering.length > 0) {
    return several(covering)
      ? answer(
          'ambiguous',
          `Several had their time when it was written, ${when}: ${names(
            covering,
          )}.`,
          covering,
        )
      : answer(
          'attributed',
          `It was written ${when}, in the time of ${names(covering)}.`,
          covering,
        );
  }
  if (near.length > 0) {
    return answer(
      'ambiguous',
      `It was written ${when}; ${names(near)} had only a part of that time.`,
      near,
    );
  }
  if (history.isCut) {
    return answer(
      'unknown',
      `It was written ${when}; more happened there than can be looked through.`,
      [],
    );
  }
  if (trace.authorised !== 'no' && !knowsDeployments(history, window)) {
    return answer(
      'unknown',
      `It was written ${when}, and deployments of that time are not reported, so it may have been one.`,
      [],
    );
  }
  return answer(
    'unauthorised',
    `It was written ${when}, and ${
      trace.authorised === 'no'
        ? 'not by a manager that deploys; no change and no override allowed it'
        : 'no change, deployment or override had its time then'
    }.`,
    [],
  );
}

/** Undefined: nobody knows. */
function windowOf({
  ownedAt,
  firstSeen,
  unseenAt,
}: DriftTrace): DriftWindow | undefined {
  // A later moment is that of another write of the same owner: the field differed before.
  if (ownedAt !== undefined && ownedAt <= firstSeen + TOLERANCE_MS) {
    return { from: ownedAt, to: ownedAt, by: 'owner' };
  }
  return unseenAt !== undefined && unseenAt <= firstSeen
    ? { from: unseenAt, to: firstSeen, by: 'scans' }
    : undefined;
}

function touches({ interval }: DriftCandidate, { from, to }: DriftWindow) {
  return (
    interval.start - TOLERANCE_MS <= to && from < interval.end + TOLERANCE_MS
  );
}

function covers({ interval }: DriftCandidate, { from, to }: DriftWindow) {
  return (
    interval.start - TOLERANCE_MS <= from && to < interval.end + TOLERANCE_MS
  );
}

/** A change, its deployment and the override that let it pass belong together. */
function several(candidates: readonly DriftCandidate[]): boolean {
  return new Set(candidates.map(({ kind }) => kind)).size < candidates.length;
}

function knowsDeployments(
  { deploymentsSince }: DriftHistory,
  { from }: DriftWindow,
): boolean {
  return deploymentsSince !== undefined && deploymentsSince <= from;
}

const ORDER = { change: 0, override: 1, deployment: 2 } as const;

function byKind(a: DriftCandidate, b: DriftCandidate): number {
  return (
    ORDER[a.kind] - ORDER[b.kind] ||
    a.interval.start - b.interval.start ||
    a.id.localeCompare(b.id)
  );
}

function names(candidates: readonly DriftCandidate[]): string {
  const shown = [...candidates]
    .sort(byKind)
    .slice(0, 3)
    .map(({ kind, title }) => `${kind} "${title}"`);
  const more = candidates.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function describeWindow({ from, to, by }: DriftWindow): string {
  return by === 'owner'
    ? `at ${utc(from)} as its owner says`
    : `between the scans of ${utc(from)} and ${utc(to)}`;
}
