import type { JudgedWindow } from '../calendar/answer';
import type { Instant } from '../time';
import { earliest, type Finding } from './Finding';
import type { GatePolicy } from './types';
import { ruleOf } from './windowFinding';
import { nextCut, type PolicyView } from './WindowSight';
import { endInWords, listed, startInWords, windowInWords } from './words';

/** Upcoming windows that are told with their times. */
const TIMED = 3;
/** Further ones that are told by name; of the rest, how many they are. */
const NAMED = 7;

/**
 * One finding for all windows that are for the service and have no say now, so that every
 * window considered is told or counted without a decision growing with the calendars.
 *
 * @param findings - what windows and calendars found
 * @returns undefined when there are none, and others have been told
 */
export function summariseQuiet(
  looked: readonly {
    policy: GatePolicy;
    view: PolicyView;
    judged: readonly JudgedWindow[];
  }[],
  findings: readonly Finding[],
  at: Instant,
): Finding | undefined {
  const told = new Set(findings.map(({ rule }) => rule));
  const quiet = new Map<string, JudgedWindow>();
  for (const { judged } of looked) {
    for (const one of judged) {
      const rule = ruleOf(one.scoped.indexed);
      if (!told.has(rule)) {
        quiet.set(rule, one);
      }
    }
  }
  if (quiet.size === 0 && findings.length > 0) {
    return undefined;
  }
  const windows = [...quiet]
    .sort(([ruleA, a], [ruleB, b]) => {
      const soonest = startOf(a) - startOf(b);
      // Two that never come are infinitely far away both.
      return soonest || (ruleA < ruleB ? -1 : 1);
    })
    .map(([, one]) => one);
  const until = earliest(windows.map(({ next }) => next?.start));
  return {
    rule: 'freeze',
    label: 'Freeze windows',
    policy: looked
      .map(({ policy }) => policy.id)
      .sort()
      .join(', '),
    verdict: 'allow',
    explain: () => ({
      explanation: explainQuiet(
        windows,
        findings.some(({ rule }) => rule.startsWith('freeze:')),
      ),
      ...(until !== undefined && { until }),
    }),
    evidence: [],
    nextChange: earliest(looked.map(({ view }) => nextCut(view, at))),
  };
}

function startOf({ next }: JudgedWindow): number {
  return next?.start ?? Number.MAX_VALUE;
}

function explainQuiet(
  windows: readonly JudgedWindow[],
  isFrozen: boolean,
): string {
  const lead = isFrozen
    ? 'No other freeze window is in force'
    : 'No freeze window is in force';
  const coming = windows.filter(({ next }) => next);
  if (windows.length === 0) {
    return `${lead}, and none is in sight.`;
  }
  const timed = coming.slice(0, TIMED);
  const rest = windows.filter(one => !timed.includes(one));
  return [
    timed.length > 0
      ? `${lead}. Next: ${listed(timed.map(timeInWords))}.`
      : `${lead}, and none is in sight.`,
    rest.length > 0 &&
      `Considered too, and not in force: ${listed([
        ...rest
          .slice(0, NAMED)
          .map(({ scoped }) => windowInWords(scoped.indexed)),
        ...(rest.length > NAMED ? [`${rest.length - NAMED} more`] : []),
      ])}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function timeInWords({ scoped, next }: JudgedWindow): string {
  const { indexed } = scoped;
  const name = windowInWords(indexed);
  const what =
    indexed.window.effect === 'maintenance'
      ? `maintenance window ${name}`
      : name;
  return next
    ? `${what} from ${startInWords(indexed.window, next)} to ${endInWords(
        indexed.window,
        next,
      )}`
    : what;
}
