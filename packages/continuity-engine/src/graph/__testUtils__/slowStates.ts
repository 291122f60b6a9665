import type { GraphEdge, NodeState } from '../types';
import { namesOf, type World } from './worlds';

const WORTH = { fine: 0, degraded: 1, failed: 2 } as const;
const STATES: NodeState[] = ['fine', 'degraded', 'failed'];

/** A node in the end, and the rounds in which it became not fine and failed. */
export interface SlowOutcome {
  state: NodeState;
  disturbedIn?: number;
  failedIn?: number;
}

/**
 * What every node is worth, from the definition: in each round every value is computed
 * from those of the round before, until nothing changes. Knows nothing of rows, queues
 * or counts.
 */
export function slowOutcomes(
  world: World,
  own: Record<string, NodeState>,
): Record<string, SlowOutcome> {
  const names = namesOf(world);
  let value = new Map(
    names.map(name => [name, WORTH[own[name] ?? 'fine'] as number]),
  );
  const rounds: Map<string, number>[] = [value];
  for (let changed = true; changed; ) {
    changed = false;
    const next = new Map(value);
    for (const name of names) {
      const worse = Math.max(
        value.get(name) ?? 0,
        valueFromBelow(world, name, value),
      );
      if (worse !== value.get(name)) changed = true;
      next.set(name, worse);
    }
    rounds.push(next);
    value = next;
  }
  const since = (name: string, least: number) => {
    const round = rounds.findIndex(values => (values.get(name) ?? 0) >= least);
    return round < 0 ? undefined : round;
  };
  return Object.fromEntries(
    names.map(name => [
      name,
      {
        state: STATES[value.get(name) ?? 0],
        disturbedIn: since(name, 1),
        failedIn: since(name, 2),
      },
    ]),
  );
}

/** {@link slowOutcomes} without the rounds. */
export function slowStates(
  world: World,
  own: Record<string, NodeState>,
): Record<string, NodeState> {
  return Object.fromEntries(
    Object.entries(slowOutcomes(world, own)).map(([name, { state }]) => [
      name,
      state,
    ]),
  );
}

function capped(value: number, soft: boolean): number {
  return soft ? Math.min(value, 1) : value;
}

function valueFromBelow(
  world: World,
  name: string,
  value: ReadonlyMap<string, number>,
): number {
  const edges = world.edges.filter(({ from }) => from === name);
  const plain = edges
    .filter(({ group }) => group === undefined)
    .map(({ to, strength }) => capped(value.get(to) ?? 0, strength === 'soft'));
  const groups = new Set(edges.map(({ group }) => group));
  groups.delete(undefined);
  const grouped = [...groups].map(group =>
    groupValue(
      edges.filter(edge => edge.group === group),
      value,
    ),
  );
  return Math.max(0, ...plain, ...grouped);
}

function groupValue(
  edges: GraphEdge[],
  value: ReadonlyMap<string, number>,
): number {
  const members = [...new Set(edges.map(({ to }) => to))]
    .map(to => value.get(to) ?? 0)
    .sort((a, b) => a - b);
  const need = Math.max(...edges.map(({ minAvailable = 1 }) => minAvailable));
  const best = members[Math.min(need, members.length) - 1];
  return capped(
    best,
    edges.every(({ strength }) => strength === 'soft'),
  );
}

/** Whether the root fails when exactly these fail by themselves. */
export function slowFails(
  world: World,
  root: string,
  failed: readonly string[],
): boolean {
  const own = Object.fromEntries(failed.map(name => [name, 'failed' as const]));
  return slowStates(world, own)[root] === 'failed';
}
