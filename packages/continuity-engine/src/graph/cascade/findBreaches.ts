import { inStretches, sortInSteps, type Steps, WORDY } from '../../steps';
import { eachBinding, wayDown, worstBelow } from '../findings/worstBelow';
import type { OutageImpact } from '../impact/OutageImpact';
import { waitingPath } from '../recovery/composeRecovery';
import type { RecoverySchedule } from '../recovery/recoverySchedule';
import type { GraphLayout } from '../storage/GraphLayout';
import type { Breach } from '../types';

/**
 * Objectives that an outage breaks, the first broken first.
 *
 * An RTO is broken at the moment when it has passed and the node is not back. An RPO is
 * broken at once when something that failed, and without which the node cannot work, may
 * be restored to a state that is older than the node may lose.
 */
export function* findBreaches(
  layout: GraphLayout,
  impact: OutageImpact,
  schedule: RecoverySchedule,
): Steps<Breach[]> {
  const failed = impact.failed.numbers();
  return yield* sortInSteps(
    [
      ...(yield* lateReturns(layout, failed, schedule)),
      ...(yield* lostData(layout, failed)),
    ],
    (a, b) =>
      a.atSeconds - b.atSeconds ||
      (a.node < b.node ? -1 : 1) ||
      (a.objective < b.objective ? -1 : 1),
  );
}

function* lateReturns(
  layout: GraphLayout,
  failed: Int32Array,
  schedule: RecoverySchedule,
): Steps<Breach[]> {
  const rto = layout.nodes.number('rtoSeconds');
  const breaches: Breach[] = [];
  const examine = (node: number) => {
    if (!(schedule.back[node] > rto[node])) return;
    breaches.push({
      objective: 'rto',
      node: layout.names.word(node),
      objectiveSeconds: rto[node],
      atSeconds: rto[node],
      backSeconds: schedule.back[node],
      exact: schedule.inexact[node] === 0,
      path: waitingPath(layout, schedule, node),
    });
  };
  yield* inStretches(
    failed.length,
    (begin, end) => failed.subarray(begin, end).forEach(examine),
    WORDY,
  );
  return breaches;
}

function* lostData(layout: GraphLayout, failed: Int32Array): Steps<Breach[]> {
  const rpo = layout.nodes.number('rpoSeconds');
  const ofFailed = new Float64Array(layout.size).fill(NaN);
  for (const node of failed) ofFailed[node] = rpo[node];
  const worst = yield* worstBelow(layout, ofFailed);
  const breaches: Breach[] = [];
  const examine = (node: number) => {
    let loss = rpo[node];
    let way: number[] = [];
    eachBinding(layout, worst, node, dependency => {
      if (!(worst.value[dependency] > loss)) return;
      loss = worst.value[dependency];
      way = wayDown(worst, dependency);
    });
    if (way.length === 0) return;
    breaches.push({
      objective: 'rpo',
      node: layout.names.word(node),
      objectiveSeconds: rpo[node],
      atSeconds: 0,
      lossSeconds: loss,
      path: [node, ...way].reverse().map(at => layout.names.word(at)),
    });
  };
  yield* inStretches(
    failed.length,
    (begin, end) => failed.subarray(begin, end).forEach(examine),
    WORDY,
  );
  return breaches;
}
