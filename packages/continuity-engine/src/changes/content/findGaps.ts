import { judgeChosenClass } from '../../releases/judgeChosenClass';
import {
  describeDuration,
  durationMs,
  durationSeconds,
  type Problem,
} from '../../time';
import type {
  ChangeContent,
  ChangeRollbackPlan,
  ContentDemands,
} from './types';

/**
 * What a change does not say that one of its class and tier has to, or says so that it
 * cannot hold; each with its field. Empty: it can be approved as it is.
 */
export function findGaps(
  content: ChangeContent,
  demands: ContentDemands,
): Problem[] {
  const { rollbackPlan } = content;
  return [
    ...missing(content.window, 'window', 'when it is planned'),
    ...missing(content.plan, 'plan', 'what is done, step by step'),
    ...(demands.rollbackPlan
      ? missing(
          rollbackPlan,
          'rollbackPlan',
          'steps, decisionOwner, decisionDeadline, expectedDuration and dataHandling; without a way back a change of this tier is not begun',
        )
      : []),
    ...(rollbackPlan ? tooSlow(rollbackPlan.expectedDuration, demands) : []),
    ...(rollbackPlan ? tooLate(rollbackPlan, content) : []),
    ...(demands.tests
      ? missing(content.tests, 'tests', 'how it was tried before')
      : []),
    ...(demands.communication
      ? missing(content.communication, 'communication', 'who is told, and when')
      : []),
    ...judgeChosenClass(
      { class: demands.class, reason: content.classReason },
      { class: demands.computedClass },
      { incident: content.incident },
    ).problems,
  ];
}

function missing(value: unknown, path: string, expected: string): Problem[] {
  return value === undefined
    ? [{ path, message: `is missing; expected ${expected}` }]
    : [];
}

/** A way back that takes longer than the service may be away is none. */
function tooSlow(
  expectedDuration: string,
  { rto }: Pick<ContentDemands, 'rto'>,
): Problem[] {
  if (
    rto === undefined ||
    durationSeconds(expectedDuration) <= durationSeconds(rto)
  ) {
    return [];
  }
  return [
    {
      path: 'rollbackPlan.expectedDuration',
      message: `${JSON.stringify(expectedDuration)} (${describeDuration(
        expectedDuration,
      )}) is longer than the recovery time objective; expected at most ${rto} (${describeDuration(
        rto,
      )})`,
    },
  ];
}

/** When the planned time is over, nobody is there any more to decide. */
function tooLate(
  { decisionDeadline }: ChangeRollbackPlan,
  { window }: Pick<ChangeContent, 'window'>,
): Problem[] {
  if (!window || durationMs(decisionDeadline) <= window.end - window.start) {
    return [];
  }
  return [
    {
      path: 'rollbackPlan.decisionDeadline',
      message: `${JSON.stringify(decisionDeadline)} (${describeDuration(
        decisionDeadline,
      )}) after the beginning is later than the planned end; expected a moment in the planned time`,
    },
  ];
}
