import type { GateDecision } from '@continuity/plugin-continuity-common';
import { NoAnswerError } from '../failures';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';

/** People and evidence may open a gate at any time; this often it is asked again. */
const POLL_MS = 30_000;

/** Two clocks never agree to the millisecond; asked too early, the answer is the old one. */
const CLOCK_SLACK_MS = 1_000;

export interface Waiting {
  /** The answer that was not an allow. */
  first: GateDecision;
  waitMs: number;
  /** Asks without recording. */
  look(): Promise<GateDecision>;
  /** The moment by the server's clock. */
  now(): number;
  io: Pick<Io, 'err' | 'sleep'>;
}

/**
 * Waits until the gate would allow, and says for what. Looks again when time is to
 * change the answer, and every half minute because people may change it. A freeze that
 * is known to outlast the wait is not waited for.
 *
 * @returns true when the newest look allowed; false when the wait is over or pointless
 * @throws NoAnswerError when the newest look, the last one, had no answer
 */
export async function waitForOpening(waiting: Waiting): Promise<boolean> {
  const { io, look, now } = waiting;
  const deadline = now() + waiting.waitMs;
  let decision = waiting.first;
  let failure: NoAnswerError | undefined;
  let said = '';
  for (;;) {
    const opening = failure ? undefined : openingOf(decision);
    if (opening !== undefined && opening > deadline) {
      io.err(
        `Not waiting: it opens at ${iso(
          opening,
        )}, after the wait would end at ${iso(deadline)}.\n`,
      );
      return false;
    }
    const left = deadline - now();
    if (left <= 0) {
      if (failure) throw failure;
      io.err('The wait is over.\n');
      return false;
    }
    const what = failure
      ? `Waiting for an answer: ${plainLine(failure.message)}`
      : waitingFor(decision, opening);
    if (what !== said) io.err(`${what} At most until ${iso(deadline)}.\n`);
    said = what;
    const untilOpening =
      opening === undefined ? Infinity : opening - now() + CLOCK_SLACK_MS;
    await io.sleep(Math.max(1_000, Math.min(POLL_MS, untilOpening, left)));
    try {
      decision = await look();
      failure = undefined;
    } catch (error) {
      if (!(error instanceof NoAnswerError)) throw error;
      failure = error;
    }
    if (!failure && decision.verdict === 'allow') {
      io.err(`It opened at ${iso(now())}.\n`);
      return true;
    }
  }
}

/** When time alone opens it. A need for approval may also be met before. */
function openingOf({ verdict, nextOpen }: GateDecision): number | undefined {
  if (verdict !== 'deny' || nextOpen === undefined) return undefined;
  return Date.parse(nextOpen);
}

function waitingFor(
  { verdict, reasons, nextOpen }: GateDecision,
  opening: number | undefined,
): string {
  if (opening !== undefined) {
    const why = reasons.find(reason => reason.verdict === verdict);
    return `Waiting for ${iso(opening)}: ${plainLine(
      why?.explanation ?? 'it opens then',
    )}`;
  }
  const what = reasons
    .filter(reason => reason.verdict !== 'allow')
    .map(({ remedy, explanation }) => plainLine(remedy ?? explanation))
    .join(' ');
  return nextOpen === undefined
    ? `Waiting; time alone does not open it: ${what}`
    : `Waiting; it opens by itself at ${nextOpen}, or before: ${what}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
