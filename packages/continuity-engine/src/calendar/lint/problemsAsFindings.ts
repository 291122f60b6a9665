import type { Problem } from '../../time';
import type { CalendarFinding, CalendarFindingRule } from '../types';

/**
 * What the readers of declarations refuse, as findings: a linter shows both in one
 * list. What they refuse under a rule that has a name is said under that name.
 */
export function problemsAsFindings(
  problems: readonly Problem[],
): CalendarFinding[] {
  return problems.map(({ path, message }) => {
    const [wrong, expected] = split(message);
    return {
      rule: ruleOf(path, message),
      severity: 'error',
      path,
      message: wrong,
      remedy: `Write ${expected}.`,
    };
  });
}

/** Readers say what stands there and what was expected, in one sentence. */
function split(message: string): [wrong: string, expected: string] {
  const at = message.lastIndexOf('; expected ');
  if (at >= 0) {
    return [message.slice(0, at), message.slice(at + '; expected '.length)];
  }
  const is = /is not (?<expected>.+)$/s.exec(message)?.groups?.expected;
  return [message, is ?? 'what is meant there in another way'];
}

function ruleOf(path: string, message: string): CalendarFindingRule {
  const field = path.slice(path.lastIndexOf('.') + 1);
  if (field === 'end' && message.includes('is not after')) {
    return 'ends-before-start';
  }
  if (
    (field === 'rrule' && message.includes('matches no date')) ||
    (field === 'exdates' && message.includes('cancels every occurrence'))
  ) {
    return 'never-occurs';
  }
  return 'invalid';
}
