import { describeDuration, type Instant } from '@continuity/engine';
import { FUNCTION_NODE } from '../model/nodeKinds';
import { findingId, type FoundFinding } from '../findings/FoundFinding';
import type { GraphSnapshot } from '../types';
import { isoDuration } from '../view/isoDuration';
import type { Observed, ObservedCall } from './Traffic';

/**
 * Where what is declared and what is seen differ. A call counts as declared when a direct
 * dependency says so, or one on an API or system that the called one stands behind.
 *
 * Not seen says little on its own: only between two that tracing knows, and only after
 * every source was watched for the whole time, it is a finding.
 */
export function observedFindings(
  snapshot: GraphSnapshot,
  observed: Observed,
  options: { unseenAfterMs: number; now: Instant },
): FoundFinding[] {
  const forgotten = options.now - options.unseenAfterMs;
  const recent = observed.calls.filter(
    ({ lastSeenAt }) => lastSeenAt >= forgotten,
  );
  const { watchedSince } = observed;
  return [
    ...recent.filter(call => !isDeclared(call, snapshot)).map(undocumented),
    ...(watchedSince !== undefined && watchedSince <= forgotten
      ? unseen(snapshot, observed, recent, options.unseenAfterMs)
      : []),
  ];
}

/** Direct, or through one API or system. */
function isDeclared(
  { from, to }: Pick<ObservedCall, 'from' | 'to'>,
  { graph }: GraphSnapshot,
): boolean {
  return graph
    .dependenciesOf(from)
    .some(
      ({ to: direct }) =>
        direct === to ||
        (isFacade(direct) &&
          graph.dependenciesOf(direct).some(({ to: behind }) => behind === to)),
    );
}

function isFacade(ref: string): boolean {
  return ref.startsWith('api:') || ref.startsWith('system:');
}

function undocumented({
  from,
  to,
  calls,
  lastSeenAt,
  sources,
}: ObservedCall): FoundFinding {
  return {
    id: findingId('undocumented-dependency', from, [to]),
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

function unseen(
  { graph, entries }: GraphSnapshot,
  { seen }: Observed,
  recent: readonly ObservedCall[],
  unseenAfterMs: number,
): FoundFinding[] {
  const called = new Set(recent.map(({ from, to }) => `${from} ${to}`));
  const span = isoDuration(unseenAfterMs / 1000);
  const findings: FoundFinding[] = [];
  for (const { ref: from } of entries()) {
    if (!seen.has(from) || graph.node(from)?.kind === FUNCTION_NODE) continue;
    for (const { to } of graph.dependenciesOf(from)) {
      const behind = to.startsWith('api:')
        ? graph.dependenciesOf(to).map(edge => edge.to)
        : [to];
      const known = behind.filter(ref => seen.has(ref) && ref !== from);
      if (
        known.length > 0 &&
        known.every(ref => !called.has(`${from} ${ref}`))
      ) {
        findings.push({
          id: findingId('unseen-dependency', from, [to]),
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
        });
      }
    }
  }
  return findings;
}
