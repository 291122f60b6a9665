import { durationMs, type Instant } from '../time';
import { earliest, type Finding } from './Finding';
import { judge, type Judgement, type Matter } from './judge';
import type { GateAnswer, GateVerdict } from './types';
import { listed, sentence } from './words';

/**
 * Moments that are tried. Almost always the first one already is a change; the bound is
 * for windows that follow each other without a gap for years.
 */
const MAX_CANDIDATES = 1000;
/** Causes that are named; a quarter's end may move dozens of windows at once. */
const MAX_CAUSES = 3;

/**
 * The next moment at which time alone changes the verdict or a reason's verdict. Between
 * two candidates nothing can change, so trying them in order misses none.
 *
 * @returns undefined when there is none within the horizon.
 */
export function findNextChange(
  matter: Matter,
  now: Judgement,
): GateAnswer['nextChange'] {
  const horizon = now.at + durationMs(matter.settings.horizon);
  let current = now;
  for (let i = 0; i < MAX_CANDIDATES; i++) {
    const at = nextMoment(current);
    if (at === undefined || at > horizon) {
      return undefined;
    }
    const later = judge(matter, at);
    const cause = describeChange(now, later);
    if (cause) {
      return { at, verdict: later.verdict, cause };
    }
    current = later;
  }
  return undefined;
}

function nextMoment({ at, findings }: Judgement): Instant | undefined {
  const moment = earliest(findings.map(({ nextChange }) => nextChange));
  // A moment that has come already would be tried for ever.
  return moment !== undefined && moment > at ? moment : undefined;
}

/** What is different, in words; absent when every rule gives the verdict that it gave. */
function describeChange(
  before: Judgement,
  after: Judgement,
): string | undefined {
  const old = verdictsByRule(before.findings);
  const present = verdictsByRule(after.findings);
  const ended = before.findings.filter(
    ({ rule, verdict }) => verdict !== 'allow' && !present.has(rule),
  );
  const began = after.findings.filter(
    ({ rule, verdict }) => (old.get(rule) ?? 'allow') !== verdict,
  );
  const causes = [
    ...ended.map(
      ({ label }) =>
        () =>
          `${label} is lifted`,
    ),
    ...began.map(finding => () => describeNew(finding)),
  ];
  const rest = causes.length - MAX_CAUSES;
  return causes.length > 0
    ? sentence(
        listed([
          ...causes.slice(0, MAX_CAUSES).map(describe => describe()),
          ...(rest > 0 ? [`${rest} more changes`] : []),
        ]),
      )
    : undefined;
}

function describeNew({ rule, label, verdict, explain }: Finding): string {
  if (rule.startsWith('freeze:')) {
    return `${label} comes into force`;
  }
  return verdict === 'allow'
    ? `${label} is met`
    : `${label} is no longer met (${explain().explanation})`;
}

/** A rule that is absent allows: it is a window that is not in force. */
function verdictsByRule(
  findings: readonly Finding[],
): Map<string, GateVerdict> {
  return new Map(findings.map(({ rule, verdict }) => [rule, verdict]));
}
