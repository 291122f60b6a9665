import { considerScoped, createWindowIndex, windowsInScope } from '../calendar';
import { durationMs, formatInstant } from '../time';
import { admit, catalogTimeLeft } from './admit';
import { CheckMemo } from './CheckMemo';
import { mergeFindings, toReason } from './Finding';
import { findNextChange } from './findNextChange';
import { judge } from './judge';
import type { ConsiderWindows } from './lastOccurrence';
import type { GateAnswer, GateFacts, GateRequest, GateSettings } from './types';

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
  const matter = {
    request,
    facts,
    settings,
    admitted: admission,
    considerWindows:
      facts.considerWindows?.bind(facts) ?? fromCalendars(facts, settings),
    checkMemo: new CheckMemo(
      {
        entityRef: request.entityRef,
        profile: admission.entity.profile,
        environment: request.environment,
        evidence: facts.evidence,
      },
      admission.subject.regions,
    ),
  };
  const judgement = judge(matter, request.at);
  const nextChange = findNextChange(matter, judgement);
  return {
    verdict: judgement.verdict,
    reasons: judgement.findings.map(toReason),
    ...(nextChange && { nextChange }),
    validUntil: Math.min(
      request.at + durationMs(settings.reliance),
      request.at + catalogTimeLeft(facts, settings),
      nextChange?.at ?? Infinity,
    ),
  };
}

/** Works windows out from the calendars; worth it for a single question only. */
function fromCalendars(
  { calendars }: GateFacts,
  { horizon }: GateSettings,
): ConsiderWindows {
  let prepared: ReturnType<typeof prepare> | undefined;
  const prepare = (subject: Parameters<ConsiderWindows>[0]) => {
    const index = createWindowIndex(calendars, { lookahead: horizon });
    return { index, scoped: windowsInScope(index, subject) };
  };
  return (subject, at) => {
    // One question has one subject; only the moment moves.
    prepared ??= prepare(subject);
    return considerScoped(prepared.index, prepared.scoped, at);
  };
}
