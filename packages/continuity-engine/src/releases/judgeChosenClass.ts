import type { ReleaseClass } from '../calendar/types';
import type { Problem } from '../time';
import { CLASS_ORDER } from './classifyRelease';
import type { Classification, ReleaseFacts } from './types';

/** A class that somebody chose. */
export interface ChosenClass {
  class: ReleaseClass;
  /** Why it is not what the rules say. */
  reason?: string;
}

/** What follows from the choice. */
export interface ClassChoice {
  /** What keeps it from being accepted. */
  problems: Problem[];
  /** It is below what the rules say, so somebody else has to agree to it. */
  needsApproval: boolean;
}

/**
 * Judges a class chosen by hand against the one that the rules give. More caution is always
 * accepted, except that an emergency has to name the incident that it is to end; less needs
 * a reason, and somebody else who agrees.
 */
export function judgeChosenClass(
  chosen: ChosenClass,
  computed: Pick<Classification, 'class'>,
  { incident }: Pick<ReleaseFacts, 'incident'>,
): ClassChoice {
  const isBelow =
    CLASS_ORDER.indexOf(chosen.class) < CLASS_ORDER.indexOf(computed.class);
  const problems: Problem[] = [];
  if (chosen.class === 'emergency' && !incident?.trim()) {
    problems.push({
      path: 'incident',
      message:
        'is missing; expected the reference of the incident that the emergency is to end',
    });
  }
  if (isBelow && !chosen.reason?.trim()) {
    problems.push({
      path: 'classReason',
      message: `is missing; expected why the release is ${chosen.class}, though the rules say ${computed.class}`,
    });
  }
  return { problems, needsApproval: isBelow };
}
