import { sortInSteps, STRETCH, type Steps } from '../../steps';
import type { OutageImpact } from '../impact/OutageImpact';
import type { RecoverySchedule } from '../recovery/recoverySchedule';
import type { GraphLayout } from '../storage/GraphLayout';

/**
 * How long degraded nodes stay so: as long as any dependency through which the outage
 * reaches them is not fine, and a group as long as too many of its members are not. Times
 * run along dependencies, those that last longest first, so every node is given its
 * longest once.
 */
export function* lastingDegradation(
  layout: GraphLayout,
  impact: OutageImpact,
  { back, inexact }: RecoverySchedule,
  lengthSeconds: number,
): Steps<RecoverySchedule> {
  const until: RecoverySchedule = {
    back: back.slice(),
    inexact: inexact.slice(),
    after: new Int32Array(layout.size).fill(-1),
  };
  const isDegraded = new Uint8Array(layout.size);
  for (const node of impact.degraded.numbers()) isDegraded[node] = 1;
  const lasting = Array.from(impact.failed.numbers());
  for (const node of impact.degradedSeeds()) {
    until.back[node] = lengthSeconds;
    lasting.push(node);
  }
  const seeds = yield* sortInSteps(
    lasting,
    (a, b) => until.back[b] - until.back[a] || layout.rank[a] - layout.rank[b],
  );
  const settled = new Uint8Array(layout.size);
  const counts = new Int32Array(layout.groups.count);
  const queue: number[] = [];
  const reach = (node: number, through: number) => {
    if (isDegraded[node] === 0 || settled[node] === 1) return;
    settled[node] = 1;
    until.back[node] = Math.max(until.back[node], until.back[through]);
    until.inexact[node] = until.inexact[through];
    until.after[node] = through;
    queue.push(node);
  };
  let done = 0;
  for (const seed of seeds) {
    if (settled[seed] === 1) continue;
    settled[seed] = 1;
    queue.length = 0;
    queue.push(seed);
    for (let at = 0; at < queue.length; at++) {
      if (++done % STRETCH === 0) yield;
      eachDependant(layout, queue[at], counts, node => reach(node, queue[at]));
    }
  }
  return until;
}

function eachDependant(
  { in: rows, groups }: GraphLayout,
  node: number,
  counts: Int32Array,
  visit: (dependant: number) => void,
): void {
  for (let e = rows.offsets[node]; e < rows.offsets[node + 1]; e++) {
    visit(rows.sources[e]);
  }
  for (let i = groups.inOffsets[node]; i < groups.inOffsets[node + 1]; i++) {
    const group = groups.inGroups[i];
    if (++counts[group] === groups.tip[group]) visit(groups.owner[group]);
  }
}
