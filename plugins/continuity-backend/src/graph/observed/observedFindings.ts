import {
  describeDuration,
  judgeSeverity,
  type TierDefinition,
} from '@continuity/engine';
import { findingId, type FoundFinding } from '../findings/FoundFinding';
import type { GraphSnapshot } from '../types';
import { isoDuration } from '../view/isoDuration';
import { compareTraffic, type TrafficPeriod } from './compareTraffic';
import type { Observed, ObservedCall } from './Traffic';

/** Where what is declared and what is seen differ. */
export function observedFindings(
  snapshot: GraphSnapshot,
  observed: Observed,
  { tiers, ...period }: TrafficPeriod & { tiers: readonly TierDefinition[] },
): FoundFinding[] {
  const compared = compareTraffic(snapshot, observed, period);
  const context = {
    graph: snapshot.graph,
    tiers: tiers.map(({ id }) => id),
  };
  return [
    ...compared.flatMap(({ undocumented }) => undocumented.map(undeclared)),
    ...compared.flatMap(({ ref, unseen }) =>
      unseen.map(to => notCalled(ref, to, period.unseenAfterMs)),
    ),
  ].map(found => ({
    ...found,
    ...judgeSeverity({ ...found, id: found.kind, numbers: {} }, context),
  }));
}

/** A finding before it is judged. */
interface Difference extends Omit<FoundFinding, 'severity' | 'because'> {
  kind: 'undocumented-dependency' | 'unseen-dependency';
  path: string[];
}

/** The finding of a call that is not declared. */
export function undocumentedId(from: string, to: string): string {
  return findingId('undocumented-dependency', from, [to]);
}

/** The finding of what is declared and not called. */
export function unseenId(from: string, to: string): string {
  return findingId('unseen-dependency', from, [to]);
}

function undeclared({
  from,
  to,
  calls,
  lastSeenAt,
  sources,
}: ObservedCall): Difference {
  return {
    id: undocumentedId(from, to),
    kind: 'undocumented-dependency',
    node: from,
    about: to,
    path: [to, from],
    numbers: [
      {
        label: 'Calls in the newest reading',
        value: String(Math.round(calls)),
      },
      { label: 'Last seen', value: new Date(lastSeenAt).toISOString() },
      { label: 'Sources', value: sources.join(', ') },
    ],
    message: `${from} calls ${to}, which it does not declare, so nobody counts on it when ${to} is down.`,
    remedy: `Declare the dependency in the catalog file of ${from}, soft where it can do without, or end the calls.`,
  };
}

function notCalled(
  from: string,
  to: string,
  unseenAfterMs: number,
): Difference {
  const span = isoDuration(unseenAfterMs / 1000);
  return {
    id: unseenId(from, to),
    kind: 'unseen-dependency',
    node: from,
    about: to,
    path: [to, from],
    numbers: [
      { label: 'Calls seen', value: '0' },
      { label: 'In', value: span },
    ],
    message: `${from} declares that it needs ${to}, and no call was seen for ${describeDuration(
      span,
    )}.`,
    remedy: `If it is no longer needed, take it from the catalog file of ${from}; if it is needed rarely, ask for an exemption that says when.`,
  };
}
