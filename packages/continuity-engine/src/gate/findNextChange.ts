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
  const was = byRule(before.findings);
  const is = byRule(after.findings);
  const causes = [...new Set([...was.keys(), ...is.keys()])].flatMap(
    rule => describeMove(was.get(rule), is.get(rule)) ?? [],
  );
  const rest = causes.length - MAX_CAUSES;
  return causes.length > 0
    ? sentence(
        listed([
          ...causes.slice(0, MAX_CAUSES).map(describe => describe()),
          ...(rest > 0
            ? [`${rest} more ${rest === 1 ? 'change' : 'changes'}`]
            : []),
        ]),
      )
    : undefined;
}

/** What happened to one rule; one that has no finding allows. At least one is given. */
function describeMove(
  was: Finding | undefined,
  is: Finding | undefined,
): (() => string) | undefined {
  const before = was?.verdict ?? 'allow';
  const after = is?.verdict ?? 'allow';
  const finding = is ?? was;
  if (before === after || !finding) {
    return undefined;
  }
  const { rule, label } = finding;
  if (rule.startsWith('freeze:')) {
    return () =>
      after === 'allow' ? `${label} is lifted` : `${label} comes into force`;
  }
  if (rule.startsWith('maintenance:')) {
    return () => describeMaintenance(label, was, is, after);
  }
  return () =>
    after === 'allow'
      ? `${label} is met`
      : `${label} is no longer met (${finding.explain().explanation})`;
}

/** One that opens has a finding, one that waits for its time has none. */
function describeMaintenance(
  label: string,
  was: Finding | undefined,
  is: Finding | undefined,
  after: GateVerdict,
): string {
  if (after === 'allow') {
    return is
      ? `maintenance window ${label} begins`
      : `a maintenance window begins beside ${label}`;
  }
  return was
    ? `maintenance window ${label} ends`
    : `the maintenance window beside ${label} ends`;
}

function byRule(findings: readonly Finding[]): Map<string, Finding> {
  return new Map(findings.map(finding => [finding.rule, finding]));
}
