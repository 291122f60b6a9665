import { inStretches, type Steps, WORDY } from '../../steps';
import { composeAvailabilityInSteps } from '../availability/composeAvailability';
import type { DependencyGraph } from '../DependencyGraph';
import { fullRecovery } from '../recovery/composeRecovery';
import type { GraphLayout } from '../storage/GraphLayout';
import { describeSeconds, describeShare, listNames } from '../words';
import type { FindingCollector } from './FindingCollector';
import { pathSteps, Ways } from './Ways';

/** Nodes that cannot be back in time when all that they need has to be recovered. */
export function* findSlowRecoveries(
  layout: GraphLayout,
  collector: FindingCollector,
): Steps<void> {
  const schedule = yield* fullRecovery(layout);
  const rto = layout.nodes.number('rtoSeconds');
  const waits = new Ways(layout.size, node => schedule.after[node]);
  const examine = (node: number) => {
    if (!(schedule.back[node] > rto[node])) return;
    collector.add('recovery-exceeds-rto', node, () => {
      const name = layout.names.word(node);
      const shown = waits.shown(node);
      const path = shown.path.map(at => layout.names.word(at));
      const firstToLast = [...path].reverse();
      const { leftOut } = shown;
      const steps = pathSteps({ path, leftOut }).reverse().join(', then ');
      const atLeast = schedule.inexact[node] === 1 ? 'at least ' : '';
      return {
        ...(path.length > 1 && { about: firstToLast[0] }),
        path,
        ...(leftOut > 0 && { leftOut }),
        numbers: {
          rtoSeconds: rto[node],
          recoverySeconds: schedule.back[node],
        },
        message: `${name} is to be back within ${describeSeconds(
          rto[node],
        )}, but recovering it and all that it needs takes ${atLeast}${describeSeconds(
          schedule.back[node],
        )}: ${steps}.`,
        remedy:
          path.length > 1
            ? `Shorten the recovery of ${listNames(firstToLast, {
                leftOut,
              })}, let them be recovered at the same time, give one of them a stand-in, or lengthen the RTO of ${name}.`
            : `Shorten the recovery of ${name}, or lengthen its RTO.`,
      };
    });
  };
  yield* inStretches(
    layout.size,
    (begin, end) => {
      for (let node = begin; node < end; node++) examine(node);
    },
    WORDY,
  );
}

/**
 * Nodes that promise more than what they need lets them keep, and those of which nobody
 * can tell.
 *
 * @param most - how many are computed; the rest is said to be unknown
 */
export function* findMissedTargets(
  graph: DependencyGraph,
  most: number,
  collector: FindingCollector,
): Steps<void> {
  const { layout } = graph;
  const targets = layout.nodes.number('availabilityTarget');
  let looked = 0;
  for (let node = 0; node < layout.size; node++) {
    const target = targets[node];
    if (Number.isNaN(target)) continue;
    const name = layout.names.word(node);
    if (looked++ >= most) {
      collector.add('availability-unknown', node, () => ({
        path: [name],
        numbers: { target },
        message: `${name} promises ${describeShare(
          target,
        )}, but that was not looked at: only ${most} targets are at a time.`,
        remedy: `Ask for the availability of ${name} alone.`,
      }));
      continue;
    }
    const composed = yield* composeAvailabilityInSteps(graph, name, {
      effort: 50_000,
    });
    // Rounding in the last place must not break a promise that is kept exactly.
    if (composed.lower >= target - 1e-12) continue;
    const isBroken = composed.upper < target - 1e-12;
    collector.add(
      isBroken ? 'availability-below-target' : 'availability-unknown',
      node,
      () => ({
        path: [name],
        numbers: { target, lower: composed.lower, upper: composed.upper },
        message: isBroken
          ? `${name} promises ${describeShare(
              target,
            )}, but with all that it needs it works ${
              composed.exact ? '' : 'at most '
            }${describeShare(composed.upper)} of the time.`
          : `${name} promises ${describeShare(
              target,
            )}, but whether that can be kept is not known: ${
              composed.because ?? ''
            }`,
        remedy: isBroken
          ? betterAvailability(name)
          : knownAvailability(name, composed.missing),
      }),
    );
  }
}

function betterAvailability(name: string): string {
  return `Give the least available of its single points of failure a stand-in, agree on a better SLA with who runs it, or lower the target of ${name}.`;
}

function knownAvailability(name: string, missing: readonly string[]): string {
  return missing.length > 0
    ? `Declare the availability of ${listNames(missing)}.`
    : `Ask for the availability of what ${name} depends on directly.`;
}
