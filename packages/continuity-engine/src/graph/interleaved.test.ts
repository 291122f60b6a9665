import { finish, type Steps } from '../steps';
import { applyChangesInSteps } from './applyChanges';
import { composeAvailabilityInSteps } from './availability/composeAvailability';
import { summarizeCascadeInSteps } from './cascade/simulateCascade';
import { findCutSetsInSteps } from './cutsets/findCutSets';
import type { DependencyGraph } from './DependencyGraph';
import { findGraphFindingsInSteps } from './findings/findGraphFindings';
import { GraphBuilder } from './GraphBuilder';
import { measureImpactInSteps } from './impact/measureImpact';
import type { OutageImpact } from './impact/OutageImpact';
import { orderGraphInSteps } from './order/orderGraph';
import { findSinglePointsInSteps } from './points/findSinglePoints';
import {
  composeRecoveryInSteps,
  recoveryTimesInSteps,
} from './recovery/composeRecovery';

const SIZE = 12_000;
const name = (index: number) => `n${index}`;

/** Long enough for every question to give way in the middle of its work. */
function builderOfMany(): GraphBuilder {
  const builder = new GraphBuilder();
  let seed = 4;
  const below = (count: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % count;
  };
  for (let index = 0; index < SIZE; index++) {
    builder.addNode({
      node: name(index),
      kind: index < 20 ? 'business-function' : 'service',
      tier: `tier-${1 + below(4)}`,
      rtoSeconds: 3_600 * (1 + below(4)),
      rpoSeconds: 60 * below(4),
      recoverySeconds: 60 * below(20),
      availability: 0.999,
      ...(index % 1_500 === 7 && { availabilityTarget: 0.99 }),
    });
    // Towards larger numbers; one in five hundred leads back, which makes circles.
    const target = () =>
      below(500) === 0
        ? below(SIZE)
        : Math.min(SIZE - 1, index + 1 + below(3_000));
    for (let edge = 0; edge < 3; edge++) {
      const strength = below(4) === 0 ? 'soft' : 'hard';
      builder.addEdge({ from: name(index), to: name(target()), strength });
    }
    if (below(10) === 0) {
      for (let member = 0; member < 2; member++) {
        builder.addEdge({
          from: name(index),
          to: name(target()),
          group: 'stand-ins',
        });
      }
    }
  }
  return builder;
}

const said = ({ failed, degraded }: OutageImpact) => [
  failed.slice(),
  degraded.slice(),
];

/** Every question, so that its answer can be compared. */
function questionsOf(
  graph: DependencyGraph,
): Record<string, () => Steps<unknown>> {
  const last = name(SIZE - 1);
  return {
    impact: function* impact() {
      return said(yield* measureImpactInSteps(graph, { down: [last] }));
    },
    anotherImpact: function* impact() {
      const down = [name(SIZE - 40), name(8_000)];
      return said(yield* measureImpactInSteps(graph, { down }));
    },
    points: function* points() {
      const found = yield* findSinglePointsInSteps(graph);
      return [found.slice(), [...found.counted()]];
    },
    cascade: () =>
      summarizeCascadeInSteps(graph, { down: [last], lengthSeconds: 7_200 }),
    order: () => orderGraphInSteps(graph),
    recovery: () => composeRecoveryInSteps(graph, name(0)),
    recoveryTime: function* times() {
      return (yield* recoveryTimesInSteps(graph))(name(3));
    },
    availability: () =>
      composeAvailabilityInSteps(graph, name(7), { effort: 5_000 }),
    cutSets: () =>
      findCutSetsInSteps(graph, name(7), { maxSize: 2, effort: 5_000 }),
    findings: () => findGraphFindingsInSteps(graph, { limit: 50 }),
    change: function* change() {
      const next = yield* applyChangesInSteps(graph, [
        { node: { node: name(5) }, edges: [{ from: name(5), to: last }] },
      ]);
      return said(yield* measureImpactInSteps(next, { down: [last] }));
    },
  };
}

// Each answer is the one of a graph that was asked nothing else: a step of one question
// between two of another changes neither.
it('says the same to questions that take turns as to each alone', () => {
  const alone = Object.entries(
    questionsOf(finish(builderOfMany().buildInSteps())),
  ).map(([question, ask]) => [question, finish(ask())]);

  const running = Object.entries(
    questionsOf(finish(builderOfMany().buildInSteps())),
  ).map(([question, ask]) => ({ question, steps: ask(), turns: 0 }));
  const together = new Map<string, unknown>();
  while (together.size < running.length) {
    for (const one of running) {
      if (together.has(one.question)) continue;
      const step = one.steps.next();
      if (step.done) together.set(one.question, step.value);
      else one.turns++;
    }
  }
  expect(
    running.flatMap(({ question, turns }) => (turns < 2 ? [question] : [])),
  ).toEqual([]);
  for (const [question, answer] of alone) {
    expect([question, together.get(String(question))]).toEqual([
      question,
      answer,
    ]);
  }
});

it('builds bit by bit what it builds at once', () => {
  const steps = builderOfMany().buildInSteps();
  let turns = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) turns++;
  expect(turns).toBeGreaterThan(20);
  const account = (graph: DependencyGraph) =>
    [...graph.nodes()].map(node => [
      node,
      graph.dependenciesOf(node.node),
      graph.dependantsOf(node.node),
    ]);
  expect(account(step.value)).toEqual(account(builderOfMany().build()));
});
