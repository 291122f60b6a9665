import {
  createWindowIndex,
  windowsInScope,
  type WindowsForSubject,
  type WindowSubject,
} from '../calendar';
import type { AskedOperation } from '../calendar/answer';
import { durationMs, formatInstant } from '../time';
import { admit, catalogTimeLeft } from './admit';
import { CheckMemo } from './CheckMemo';
import { condense } from './condense';
import { mergeFindings, toReason } from './Finding';
import { findNextChange } from './findNextChange';
import { findNextOpen } from './findNextOpen';
import { judge, type Matter } from './judge';
import { findLongestOpen } from './findLongestOpen';
import { proveRollback, type RollbackProof } from './rollbackProof';
import type { GateAnswer, GateFacts, GateRequest, GateSettings } from './types';
import { WindowSight } from './WindowSight';

/** What is denied for want of knowledge may be known at the next reading of the catalog. */
const RELIANCE_WITHOUT_KNOWLEDGE_MS = 60_000;

/**
 * Answers whether something may be deployed somewhere at a moment. Pure: the same
 * question and facts give the same answer, in whatever order the facts come.
 *
 * Unknown parts deny: a catalog that was not read lately, an unknown entity, environment
 * or region, a calendar that is missing or cannot be read, evidence that is missing, has
 * expired or is contradictory, a policy that nobody has written.
 *
 * @throws RangeError when `at` or `now` is not a moment, or a duration of the settings is not one.
 */
export function decide(
  request: GateRequest,
  facts: GateFacts,
  settings: GateSettings,
): GateAnswer {
  // Formatting refuses what is no moment; comparing with it might let anything pass.
  formatInstant(request.at);
  formatInstant(facts.now);
  const admission = admit(request, facts, settings);
  if (!admission.admitted) {
    return {
      verdict: 'deny',
      reasons: mergeFindings(admission.findings).map(toReason),
      validUntil:
        request.at +
        Math.min(RELIANCE_WITHOUT_KNOWLEDGE_MS, durationMs(settings.reliance)),
    };
  }
  const { subject, entity } = admission;
  const rollback = proveRollback(request, facts);
  const matter: Matter = {
    request,
    facts,
    settings,
    admitted: admission,
    rollback,
    sight: new WindowSight({
      windowsFor: () => windowsFor(subject, facts, settings),
      asked: operationOf(request, rollback),
      at: request.at,
      horizonMs: durationMs(settings.horizon),
    }),
    checkMemo: new CheckMemo(
      {
        entityRef: request.entityRef,
        profile: entity.profile,
        environment: request.environment,
        evidence: facts.evidence,
      },
      subject.regions,
    ),
  };
  const judgement = judge(matter, request.at);
  const nextChange = findNextChange(matter, judgement);
  const nextOpen = findNextOpen(matter, judgement);
  const longestOpen = findLongestOpen(matter, judgement);
  return {
    verdict: judgement.verdict,
    reasons: condense(judgement.findings).map(toReason),
    ...(nextChange && { nextChange }),
    ...(nextOpen !== undefined && { nextOpen }),
    ...(longestOpen && { longestOpen }),
    validUntil: Math.min(
      request.at + durationMs(settings.reliance),
      request.at + catalogTimeLeft(facts, settings),
      nextChange?.at ?? Infinity,
    ),
  };
}

function operationOf(
  { operation, continues }: GateRequest,
  rollback: RollbackProof | undefined,
): AskedOperation {
  return {
    operation: operation ?? 'deploy',
    rollbackProven: rollback?.proven === true,
    ...(continues && { runningSince: continues.allowedAt }),
  };
}

/** Works windows out from the calendars where nobody has them ready: for single questions. */
function windowsFor(
  subject: WindowSubject,
  facts: GateFacts,
  { horizon }: GateSettings,
): WindowsForSubject {
  if (facts.windowsFor) {
    return facts.windowsFor(subject);
  }
  const index = createWindowIndex(facts.calendars, { lookahead: horizon });
  return { index, scoped: windowsInScope(index, subject) };
}
