import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type {
  DeploymentHolder,
  HeldAnswer,
} from '@continuity/plugin-continuity-node';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import { describeFailure, pauseAfter } from '../connectors';
import type { Asker, GateService } from '../gate';
import type { LedgerService } from '../ledger';
import { describeAnswer } from './describeAnswer';
import type { HeldDeploymentStore } from './HeldDeploymentStore';
import { actorOf, heldEntry } from './heldEntry';
import { standingOf } from './standingOf';
import type { ClaimedHeld, HeldState, LookOutcome } from './types';

/** How long a system may take to understand or to be told. */
const CALL_MS = 60_000;
/** Longer than both, and the writing of what came of it. */
const CLAIM_MS = 4 * CALL_MS;
/** Those that one look does; others have their turn in the next one. */
const AT_ONCE = 100;
/** What no entry of the ledger tells of, such as the catalog, counts within this time. */
const LOOK_AGAIN_MS = 60_000;
/** That system does not send a message again, or about a run, after that. */
const REMEMBER_MS = 40 * 24 * 3_600_000;
const FORGET_EVERY_MS = 3_600_000;

const FINAL: Record<HeldAnswer['kind'], HeldState> = {
  report: 'waiting',
  approve: 'approved',
  reject: 'rejected',
};

interface LookerOptions {
  store: HeldDeploymentStore;
  holders: ReadonlyMap<string, { holder: DeploymentHolder }>;
  gate: Pick<GateService, 'decide' | 'dryRun'>;
  ledger: Pick<LedgerService, 'write'>;
  logger: LoggerService;
  now: () => Instant;
  random: () => number;
}

/**
 * Asks the gate about what is held, and tells the answer when it is another one. Every
 * replica has one; the store sees to it that each deployment has one of them at a time.
 *
 * An answer is decided, written down, and told from there: whoever dies in between leaves
 * it to the next. Before it is told the gate is asked again, so that nothing is let through
 * because of what was true when that system could not be reached.
 */
export class Looker {
  readonly #options: LookerOptions;
  #forgotAt = 0;

  constructor(options: LookerOptions) {
    this.#options = options;
  }

  /** Looks at what is due. */
  async run(signal: AbortSignal): Promise<void> {
    const { holders, now, store } = this.#options;
    const claimedBy = randomUUID();
    for (let done = 0; done < AT_ONCE && !signal.aborted; done++) {
      const at = now();
      const held = await store.claimNext(
        [...holders.keys()],
        claimedBy,
        at,
        at + CLAIM_MS,
      );
      if (!held) break;
      await this.#look(held, signal);
    }
    if (now() - this.#forgotAt >= FORGET_EVERY_MS) {
      this.#forgotAt = now();
      await store.forget(now() - REMEMBER_MS);
    }
  }

  async #look(held: ClaimedHeld, ended: AbortSignal): Promise<void> {
    const { holders, now, store } = this.#options;
    const holder = holders.get(held.holder)?.holder;
    if (!holder) {
      await store.release(held);
      return;
    }
    if (now() >= held.expiresAt) {
      await this.#over(held, `${holder.title} does not wait any longer.`);
      return;
    }
    const signal = () => AbortSignal.any([ended, AbortSignal.timeout(CALL_MS)]);
    let judged: LookOutcome | undefined;
    try {
      judged = await this.#judge(holder, held, signal());
    } catch (error) {
      if (ended.aborted) await store.release(held);
      else await this.#unjudged(held, error);
      return;
    }
    const { answer } = judged;
    const mayTell = answer && now() >= (judged.tellAt ?? 0);
    if (!(await this.#saveJudged(held, judged, Boolean(mayTell)))) return;
    if (!mayTell) return;
    try {
      const told = await holder.answer(held, answer, { signal: signal() });
      await (told === 'told'
        ? this.#told(held, judged, answer)
        : this.#over(held, `${holder.title} does not hold it any more.`));
    } catch (error) {
      // That the process ends says nothing about the other system.
      if (ended.aborted) await store.release(held);
      else await this.#untold(holder, held, judged, error);
    }
  }

  /** What it comes to now. The answer is there when it has to be told. */
  async #judge(
    holder: DeploymentHolder,
    held: ClaimedHeld,
    signal: AbortSignal,
  ): Promise<LookOutcome> {
    const { gate, now } = this.#options;
    const understood = await holder.understand(held, { signal });
    const asker = askerFor(holder);
    const standing = (
      decision: GateDecision | undefined,
    ): ReturnType<typeof standingOf> =>
      standingOf(
        decision,
        held.deniedSince,
        now(),
        holder.rejectAfterMs,
        'refusal' in understood ? understood.refusal : undefined,
      );
    const seen =
      'question' in understood
        ? await gate.dryRun(understood.question, asker)
        : undefined;
    const look = standing(seen);
    const kept = {
      state: held.state,
      reports: held.reports,
      failures: held.failures,
      ...(held.tellAt !== undefined && { tellAt: held.tellAt }),
      ...(held.problem !== undefined && { problem: held.problem }),
      ...('question' in understood && {
        entityRef: understood.question.entityRef,
      }),
    };
    const outcomeOf = (
      { deniedSince, print }: typeof look,
      decision: GateDecision | undefined,
      told: Pick<LookOutcome, 'answer' | 'decisionId'>,
    ): LookOutcome => ({
      ...kept,
      ...told,
      print,
      ...(deniedSince !== undefined && { deniedSince }),
      lookAt: this.#lookAgainAt(held, holder, decision, deniedSince),
    });
    if (look.print === held.print) {
      return outcomeOf(look, seen, {
        ...(held.answer && { answer: held.answer }),
        ...(held.decisionId !== undefined && { decisionId: held.decisionId }),
      });
    }
    // Only an answer that is another one is recorded; and what was recorded is what counts.
    const decision =
      'question' in understood
        ? (await gate.decide(understood.question, asker)).decision
        : undefined;
    const decided = standing(decision);
    const isSilent =
      decided.kind === 'report' && held.reports >= holder.mostReports;
    return outcomeOf(decided, decision, {
      ...(decision?.id !== undefined && { decisionId: decision.id }),
      ...(!isSilent && {
        answer: {
          kind: decided.kind,
          comment: describeAnswer(
            decided.kind,
            decision,
            'refusal' in understood ? understood.refusal : undefined,
            holder.commentLength,
          ),
        },
      }),
    });
  }

  #lookAgainAt(
    held: ClaimedHeld,
    { rejectAfterMs }: DeploymentHolder,
    decision: GateDecision | undefined,
    deniedSince: Instant | undefined,
  ): Instant {
    const now = this.#options.now();
    const moments = [
      now + LOOK_AGAIN_MS,
      held.expiresAt,
      ...(held.tellAt === undefined ? [] : [held.tellAt]),
      ...(decision?.nextChange ? [Date.parse(decision.nextChange.at)] : []),
      ...(deniedSince !== undefined && rejectAfterMs !== undefined
        ? [deniedSince + rejectAfterMs]
        : []),
    ].filter(moment => moment > now);
    return Math.min(...moments);
  }

  async #saveJudged(
    held: ClaimedHeld,
    judged: LookOutcome,
    keep: boolean,
  ): Promise<boolean> {
    const { ledger, now, store } = this.#options;
    const at = now();
    const { result } = await ledger.write(async (tx, append) => {
      // Until it is told it is due, should this replica die.
      const outcome = keep ? { ...judged, lookAt: at } : judged;
      const isHeld = await store.save(tx, held, outcome, at, { keep });
      if (isHeld && judged.print !== held.print) {
        await append([
          heldEntry('judged', { ...held, ...judged }, at, {
            answer: judged.answer?.kind ?? 'report',
            decision: judged.decisionId,
            comment: judged.answer?.comment,
          }),
        ]);
      }
      return isHeld;
    });
    return result;
  }

  async #told(
    held: ClaimedHeld,
    judged: LookOutcome,
    { kind }: HeldAnswer,
  ): Promise<void> {
    const { ledger, now, store } = this.#options;
    const at = now();
    const { answer, tellAt, problem, lookAt, ...rest } = judged;
    await ledger.write(async (tx, append) => {
      const outcome: LookOutcome = {
        ...rest,
        state: FINAL[kind],
        failures: 0,
        reports: judged.reports + (kind === 'report' ? 1 : 0),
        ...(kind === 'report' && { lookAt }),
      };
      if (await store.save(tx, held, outcome, at, { keep: false })) {
        await append([
          heldEntry('told', { ...held, ...judged }, at, {
            answer: kind,
            decision: judged.decisionId,
          }),
        ]);
      }
    });
  }

  async #untold(
    holder: DeploymentHolder,
    held: ClaimedHeld,
    judged: LookOutcome,
    error: unknown,
  ): Promise<void> {
    const { ledger, logger, now, random, store } = this.#options;
    const at = now();
    const { problem, retryAfterMs } = describeFailure(error, at);
    const failures = judged.failures + 1;
    // It goes on until that system gives up: somebody may mend what it refuses for.
    const tellAt = at + pauseAfter(failures, retryAfterMs, random());
    const isNews = held.problem !== problem.reason;
    const { result: isHeld } = await ledger.write(async (tx, append) => {
      const saved = await store.save(
        tx,
        held,
        {
          ...judged,
          failures,
          tellAt,
          problem: problem.reason,
          lookAt: Math.min(tellAt, held.expiresAt),
        },
        at,
        { keep: false },
      );
      if (saved && isNews) {
        await append([
          heldEntry('untold', { ...held, ...judged }, at, {
            answer: judged.answer?.kind,
            reason: problem.reason,
            remedy: problem.remedy,
          }),
        ]);
      }
      return saved;
    });
    if (isHeld && isNews) {
      logger.warn(
        `${holder.title} could not be told about ${held.key}; it is tried again. ${problem.reason}`,
      );
    }
  }

  /** Nothing is known, so nothing is told; what was known counts no more. */
  async #unjudged(held: ClaimedHeld, error: unknown): Promise<void> {
    const { ledger, logger, now, random, store } = this.#options;
    const at = now();
    const { problem } = describeFailure(error, at);
    const failures = held.failures + 1;
    await ledger.write(tx =>
      store.save(
        tx,
        held,
        {
          ...held,
          failures,
          problem: problem.reason,
          lookAt: at + pauseAfter(failures, undefined, random()),
        },
        at,
        { keep: false },
      ),
    );
    if (held.problem !== problem.reason) {
      logger.warn(
        `Whether ${held.key} may go on cannot be found out; it waits. ${problem.reason}`,
      );
    }
  }

  async #over(held: ClaimedHeld, reason: string): Promise<void> {
    const { ledger, now, store } = this.#options;
    const at = now();
    const { answer, tellAt, ...rest } = held;
    await ledger.write(async (tx, append) => {
      const outcome: LookOutcome = { ...rest, state: 'over', problem: reason };
      if (await store.save(tx, held, outcome, at, { keep: false })) {
        await append([
          heldEntry('over', held, at, {
            reason,
            ...(answer && { untold: answer.kind }),
          }),
        ]);
      }
    });
  }
}

/** Like any pipeline it may ask about anything. */
function askerFor({ id }: DeploymentHolder): Asker {
  return {
    ref: actorOf(id),
    seesEntity: true,
    visibleOf: async refs => new Set(refs),
  };
}
