import { createHash } from 'node:crypto';
import {
  formatInstant,
  parseInstant,
  type EvidenceSubmission,
} from '@continuity/engine';
import { readEntityRef } from '../../readEntityRef';
import { messageOf } from '../../failures';
import type { EvidenceItem } from '../EvidenceItem';
import type { Fact, UnmappedFact } from './Fact';
import type { FactMapping, FactRule, Template } from './factMapping';
import { fillTemplate } from './fillTemplate';

/** A report that was made of a fact. */
export interface MappedFact extends EvidenceItem {
  value: EvidenceSubmission;
}

/**
 * Makes reports of facts. A fact for which there is no rule, and one of which a rule makes
 * none, are named with the reason; what can be made of the others is not lost.
 *
 * @param mapping.source - who is said to report
 */
export function mapFacts(
  facts: readonly Fact[],
  mapping: FactMapping & { source: string },
): { mapped: MappedFact[]; unmapped: UnmappedFact[] } {
  const mapped: MappedFact[] = [];
  const unmapped: UnmappedFact[] = [];
  for (const fact of facts) {
    const { place, position, id, entityRef } = fact;
    const leave = (message: string) =>
      unmapped.push({
        place,
        position,
        fact: id,
        ...(entityRef !== undefined && { entityRef }),
        message,
      });
    const rules = mapping.facts.filter(rule => rule.fact === id);
    if (rules.length === 0 && !mapping.ignore.includes(id)) {
      leave('the mapping says nothing about it; add it to facts or to ignore');
    }
    for (const rule of rules) {
      const report = reportOf(fact, rule, mapping);
      if (typeof report === 'string') leave(report);
      else mapped.push({ place, position, value: report });
    }
  }
  return { mapped, unmapped };
}

/** @returns why there is none, as text */
function reportOf(
  fact: Fact,
  { kind, payload, ...rule }: FactRule,
  mapping: FactMapping & { source: string },
): EvidenceSubmission | string {
  if (fact.entityRef === undefined)
    return 'entityRef: the fact names no entity';
  let entityRef;
  try {
    entityRef = readEntityRef('entityRef', fact.entityRef);
  } catch (error) {
    return messageOf(error);
  }
  const subject = textsOf(
    {
      environment: rule.environment ?? mapping.environment,
      region: rule.region,
      observedAt: rule.observedAt ?? { $value: fact.timestamp ?? null },
    },
    fact.data,
  );
  if (typeof subject === 'string') return subject;
  const { observedAt: moment, ...place } = subject;
  if (moment === undefined) return 'observedAt: the fact has no timestamp';
  const at = parseInstant(moment);
  if (at === undefined) {
    return `observedAt: ${JSON.stringify(
      moment,
    )} is not a moment with its offset, e.g. 2026-03-01T10:00:00Z`;
  }
  const filled = fillTemplate(payload, fact.data, 'payload');
  if (filled.outcome === 'problem') return filled.problem;
  const observedAt = formatInstant(at);
  return {
    kind,
    source: mapping.source,
    externalId: externalIdOf(fact.id, [kind, entityRef, place, observedAt]),
    entityRef,
    ...place,
    observedAt,
    payload: filled.outcome === 'value' ? filled.value : {},
  };
}

type Texts = { environment?: string; region?: string; observedAt?: string };

/** @returns what is wrong with one of them, as text */
function textsOf(
  templates: { [Name in keyof Texts]: Template | undefined },
  data: unknown,
): Texts | string {
  const texts: Texts = {};
  for (const name of ['environment', 'region', 'observedAt'] as const) {
    const filled = fillTemplate(templates[name] ?? null, data, name);
    if (filled.outcome === 'problem') return filled.problem;
    if (filled.outcome === 'absent' || filled.value === null) continue;
    if (typeof filled.value !== 'string') {
      return `${name}: ${JSON.stringify(filled.value)} is not a text`;
    }
    texts[name] = filled.value;
  }
  return texts;
}

/**
 * The same for the same fact, whenever it is imported: what it is about and when it was so,
 * and not what was made of it, so that another mapping does not double what is known.
 */
function externalIdOf(fact: string, identity: unknown[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([fact, ...identity]))
    .digest('hex');
  return `${fact.replace(/[^\w.:/-]/g, '_').slice(0, 120)}/${digest.slice(
    0,
    32,
  )}`;
}
