import type { IndexedWindow } from '../calendar';
import {
  explainOperation,
  explainRole,
  nextInWords,
  untilInWords,
  type JudgedWindow,
  type Surroundings,
} from '../calendar/answer';
import type { Instant } from '../time';
import type { Finding, Words } from './Finding';
import type { RollbackProof } from './rollbackProof';
import type { Consequence, GatePolicy } from './types';
import { verdictOf } from './verdicts';
import { sentence, utc, windowInWords } from './words';

/** What is the same for all windows of a policy. */
export interface WindowContext {
  policy: GatePolicy;
  around: Surroundings;
  /** When a maintenance window begins next. Absent: not within reach. */
  reopens: Instant | undefined;
  /** The first moment from one on at which no window stops it. Undefined: none in sight. */
  opensFrom(from: Instant): Instant | undefined;
  rollback: RollbackProof | undefined;
  /** What somebody may do who really cannot wait. */
  escape(): string | undefined;
}

/** The rule that a window is: what a reason about it is known by. */
export function ruleOf({ calendarRef, window }: IndexedWindow): string {
  return `${window.effect}:${calendarRef.toLowerCase()}#${window.id}`;
}

/**
 * What a window finds that counts for more than being there: it closes, it opens, or the
 * operation is exempt from it. Undefined: it is not in force, and has no say.
 */
export function judgeWindow(
  judged: JudgedWindow,
  context: WindowContext,
): Finding | undefined {
  const { indexed } = judged.scoped;
  const finding = {
    rule: ruleOf(indexed),
    label: windowInWords(indexed),
    policy: context.policy.id,
    timezone: indexed.window.timezone,
  };
  switch (judged.role) {
    case 'closes': {
      const consequence = consequenceOf(context.policy, indexed);
      return {
        ...finding,
        verdict: verdictOf(consequence),
        explain: () => explainClosing(judged, consequence, context),
        evidence: [],
      };
    }
    case 'opens':
    case 'exempt':
      return {
        ...finding,
        verdict: 'allow',
        explain: () => ({
          explanation: explainRole(judged, context.around, finding.label),
          ...untilOf(judged, context),
        }),
        evidence:
          judged.role === 'exempt' ? context.rollback?.evidence ?? [] : [],
      };
    default:
      return undefined;
  }
}

function consequenceOf(
  policy: GatePolicy,
  { window }: IndexedWindow,
): Consequence {
  switch (window.enforcement) {
    case 'warn':
      return 'inform';
    case 'approval':
      return 'needs-approval';
    default:
      return policy.freezeConsequence ?? 'deny';
  }
}

function explainClosing(
  judged: JudgedWindow,
  consequence: Consequence,
  context: WindowContext,
): Words {
  const { window } = judged.scoped.indexed;
  const { around } = context;
  const until = untilOf(judged, context);
  return {
    explanation: [
      `${windowInWords(judged.scoped.indexed)} ${stateInWords(
        judged,
        consequence,
        around,
      )}: ${sentence(window.reason)}`,
      window.effect === 'maintenance' && nextInWords(judged, around),
      judged.active?.note && sentence(judged.active.note),
      explainOperation(judged, around.asked).trim(),
      window.link && `More: ${window.link}`,
    ]
      .filter(Boolean)
      .join(' '),
    remedy: [
      remedyFor(judged, consequence, until.until, context),
      window.rollbacksExempt && context.rollback?.remedy,
    ]
      .filter(Boolean)
      .join(' '),
    ...until,
  };
}

function stateInWords(
  judged: JudgedWindow,
  consequence: Consequence,
  around: Surroundings,
): string {
  if (judged.scoped.indexed.window.effect === 'maintenance') {
    return consequence === 'inform'
      ? 'is a maintenance window and asks for care, because neither it nor another one is in force'
      : 'is a maintenance window, and neither it nor another one is in force';
  }
  const state = consequence === 'inform' ? 'asks for care' : 'is in force';
  return `${state} ${untilInWords(judged, around)}`;
}

/** When time alone changes what the window counts for, if that is known. */
function untilOf(
  { scoped, active, ...judged }: JudgedWindow,
  { around, reopens }: WindowContext,
): { until?: Instant } {
  const until = active
    ? around.lastOf({ scoped, active, ...judged })?.end
    : reopens;
  return until === undefined ? {} : { until };
}

function remedyFor(
  { scoped }: JudgedWindow,
  consequence: Consequence,
  until: Instant | undefined,
  context: WindowContext,
): string {
  const wait = waitFor(scoped.indexed, until, context);
  switch (consequence) {
    case 'inform':
      return `${wait} if this is not urgent; nothing stops it.`;
    case 'needs-approval':
      return `${wait}, or have the release approved.`;
    default: {
      const otherwise = context.escape();
      return otherwise ? `${wait}. ${otherwise}` : `${wait}.`;
    }
  }
}

/** What to wait for: not merely this window's own end, when others close then. */
function waitFor(
  { window }: IndexedWindow,
  until: Instant | undefined,
  { opensFrom }: WindowContext,
): string {
  const maintenance = window.effect === 'maintenance';
  if (until === undefined) {
    return maintenance
      ? 'Wait for a maintenance window; none is known to come'
      : 'Wait for the freeze to be lifted';
  }
  const opening = opensFrom(until);
  if (opening === undefined) {
    return `Wait for other windows to be lifted: they close it from ${utc(
      until,
    )} on, and no opening is known`;
  }
  if (opening !== until) {
    return `Wait until ${utc(opening)}: before, other windows close it`;
  }
  return maintenance
    ? `Wait until ${utc(until)}, when a maintenance window begins`
    : `Wait until ${utc(until)}`;
}
