import { inStretches, type Steps } from '../../steps';
import { isAbstract } from '../abstractKinds';
import type { Components } from '../components/Components';
import { NO_STEP } from '../storage/EdgeRows';
import type { GraphLayout } from '../storage/GraphLayout';

/** When nodes are back, in seconds. */
export interface RecoverySchedule {
  /** 0 for nodes that were never away. */
  back: Float64Array;
  /** 1 where some on the way have no recovery time, so that it is at least so long. */
  inexact: Uint8Array;
  /** What the node had to wait for longest; -1 for nothing. */
  after: Int32Array;
}

export interface RecoveryProblem {
  /** Whether a node has to be recovered at all. */
  isAway(node: number): boolean;
  /**
   * When a node is back that does not wait for anybody, e.g. because its outage ends. No
   * such node is in a component with others.
   */
  backAt?(node: number): number | undefined;
}

/**
 * When everything is back that has to be recovered. A node begins when all of its hard
 * dependencies are back and enough members of its hard groups; then it takes its own
 * recovery time. Where a node gives its dependencies steps, those of a later step begin
 * when the ones of the step before are back; a group has the last step of its members.
 * What is independent is recovered at the same time. Nodes of a circle begin together
 * and are back together.
 *
 * @param components - of hard dependencies and groups, at least between nodes that are away
 */
export function* recoverySchedule(
  layout: GraphLayout,
  components: Components,
  problem: RecoveryProblem,
): Steps<RecoverySchedule> {
  const schedule: RecoverySchedule = {
    back: new Float64Array(layout.size),
    inexact: new Uint8Array(layout.size),
    after: new Int32Array(layout.size).fill(-1),
  };
  const own = yield* ownTimes(layout);
  if (problem.backAt) {
    for (let node = 0; node < layout.size; node++) {
      schedule.back[node] = problem.backAt(node) ?? 0;
    }
  }
  yield* inStretches(components.count, (begin, end) => {
    for (let part = begin; part < end; part++) {
      const nodes = components.nodes
        .subarray(components.offsets[part], components.offsets[part + 1])
        .filter(node => problem.isAway(node));
      if (nodes.length === 1)
        recoverOne(layout, schedule, own, problem, nodes[0]);
      else recoverCircle(layout, schedule, own, nodes);
    }
  });
  return schedule;
}

/** Seconds of each node's own recovery; NaN when unknown. */
function* ownTimes(layout: GraphLayout): Steps<Float64Array> {
  const own = layout.nodes.number('recoverySeconds').slice(0, layout.size);
  yield* inStretches(layout.size, (begin, end) => {
    for (let node = begin; node < end; node++) {
      if (Number.isNaN(own[node]) && isAbstract(layout, node)) own[node] = 0;
    }
  });
  return own;
}

/** A moment, for whom one waits until then, and whether it may be later. */
interface Start {
  at: number;
  after: number;
  inexact: number;
}

function recoverOne(
  layout: GraphLayout,
  schedule: RecoverySchedule,
  own: Float64Array,
  problem: RecoveryProblem,
  node: number,
): void {
  if (problem.backAt?.(node) !== undefined) return;
  const start = startOf(layout, schedule, own, node);
  finish(schedule, own, node, start);
}

function recoverCircle(
  layout: GraphLayout,
  schedule: RecoverySchedule,
  own: Float64Array,
  nodes: Int32Array,
): void {
  // Those of the circle are not back yet, so they hold nobody up.
  let start: Start = { at: 0, after: -1, inexact: 0 };
  let longest = 0;
  for (const node of nodes) {
    start = later(start, startOf(layout, schedule, own, node));
    if (Number.isNaN(own[node])) start.inexact = 1;
    else longest = Math.max(longest, own[node]);
  }
  for (const node of nodes) {
    schedule.back[node] = start.at + longest;
    schedule.after[node] = start.after;
    schedule.inexact[node] = start.inexact;
  }
}

function finish(
  { back, inexact, after }: RecoverySchedule,
  own: Float64Array,
  node: number,
  start: Start,
): void {
  const known = !Number.isNaN(own[node]);
  back[node] = start.at + (known ? own[node] : 0);
  inexact[node] = known ? start.inexact : 1;
  after[node] = start.after;
}

function startOf(
  layout: GraphLayout,
  schedule: RecoverySchedule,
  own: Float64Array,
  node: number,
): Start {
  const { out } = layout;
  const { back, inexact } = schedule;
  let start: Start = { at: 0, after: -1, inexact: 0 };
  const stepped: Stepped[] = [];
  for (let e = out.offsets[node]; e < out.softFrom[node]; e++) {
    const target = out.targets[e];
    const ready = { at: back[target], after: target, inexact: inexact[target] };
    if (out.step[e] === NO_STEP) start = later(start, ready);
    else stepped.push({ step: out.step[e], ready, own: own[target] });
  }
  const { groups } = layout;
  for (let g = groups.ofOwner[node]; g < groups.ofOwner[node + 1]; g++) {
    if (groups.soft[g] === 1) continue;
    const { step, ready } = groupReady(layout, schedule, g);
    if (step === NO_STEP) start = later(start, ready);
    else stepped.push({ step, ready, own: own[ready.after] });
  }
  return stepped.length === 0 ? start : later(start, inSteps(stepped));
}

interface Stepped {
  step: number;
  ready: Start;
  own: number;
}

/** When the last step is done, if each begins its own recovery after the one before. */
function inSteps(stepped: Stepped[]): Start {
  stepped.sort((a, b) => a.step - b.step);
  let previous: Start = { at: 0, after: -1, inexact: 0 };
  let current = previous;
  stepped.forEach(({ step, ready, own }, index) => {
    if (index > 0 && step > stepped[index - 1].step) previous = current;
    // What was never away takes no time in its step either.
    const takes = ready.at === 0 || Number.isNaN(own) ? 0 : own;
    const at = Math.max(ready.at, previous.at + takes);
    current = later(current, {
      at,
      after: ready.after,
      inexact: ready.inexact | previous.inexact,
    });
  });
  return current;
}

/** A group is back with as many members as it needs, the quickest first. */
function groupReady(
  { groups, rank }: GraphLayout,
  { back, inexact }: RecoverySchedule,
  group: number,
): { step: number; ready: Start } {
  const begin = groups.offsets[group];
  const members = groups.members.subarray(begin, groups.offsets[group + 1]);
  const needed = members.length - groups.tip[group] + 1;
  const quickest = Int32Array.from(members).sort(
    (a, b) => back[a] - back[b] || rank[a] - rank[b],
  );
  const last = quickest[needed - 1];
  let step = -1;
  for (let m = begin; m < groups.offsets[group + 1]; m++) {
    if (groups.step[m] !== NO_STEP) step = Math.max(step, groups.step[m]);
  }
  return {
    step: step < 0 ? NO_STEP : step,
    ready: {
      at: back[last],
      after: last,
      // Any that is not known might be the quicker or the slower one.
      inexact: members.some(member => inexact[member] === 1) ? 1 : 0,
    },
  };
}

function later(a: Start, b: Start): Start {
  const last = b.at > a.at || (b.at === a.at && a.after < 0) ? b : a;
  return { at: last.at, after: last.after, inexact: a.inexact | b.inexact };
}
