import { inStretches, type Steps } from '../../steps';
import { readGroup } from '../DependencyGraph';
import type { OutageImpact } from '../impact/OutageImpact';
import type { GraphLayout } from '../storage/GraphLayout';
import type { Cascade } from '../types';

/** How many are named. */
const NAMED = 1000;

/**
 * Groups that lost members and hold, by owner and name; of who fails all the same, nothing
 * was saved.
 */
export function* absorbedGroups(
  layout: GraphLayout,
  impact: OutageImpact,
): Steps<Cascade['absorbed']> {
  const { groups } = layout;
  const lost = new Map<number, number>();
  const count = (node: number) => {
    for (let i = groups.inOffsets[node]; i < groups.inOffsets[node + 1]; i++) {
      const group = groups.inGroups[i];
      lost.set(group, (lost.get(group) ?? 0) + 1);
    }
  };
  const gone = impact.failed.numbers();
  yield* inStretches(gone.length, (begin, end) => {
    gone.subarray(begin, end).forEach(count);
  });
  const holding: Cascade['absorbed'] = [];
  for (const [group, lostMembers] of lost) {
    if (lostMembers >= groups.tip[group] || holding.length >= NAMED) continue;
    const {
      owner,
      group: name,
      minAvailable,
      members,
    } = readGroup(layout, group);
    if (impact.stateOf(owner) === 'failed') continue;
    const failed = members.filter(m => impact.stateOf(m) === 'failed');
    const left = members.filter(m => !failed.includes(m));
    holding.push({ owner, group: name, minAvailable, failed, left });
  }
  return holding.sort((a, b) =>
    `${a.owner}\n${a.group}` < `${b.owner}\n${b.group}` ? -1 : 1,
  );
}
