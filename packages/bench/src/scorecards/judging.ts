// The same facts judged by the engine and by json-rules-engine, which Tech Insights uses.
import {
  createCheckRegistry,
  defaultTierSettings,
  describeContinuity,
  judgeScorecard,
  materialise,
  type Evidence,
  type EvidenceKind,
  type Scorecard,
} from '@continuity/engine';
import type { Entity } from '@backstage/catalog-model';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { organisation, SERVICES, serviceRef } from '../world/organisation';
import {
  checks,
  CHECKS,
  kinds,
  LIMIT,
  measuredValue,
  scorecards,
} from './checks';

const now = Date.parse('2026-06-30T12:00:00Z');
const observedAt = '2026-06-29T12:00:00Z';

/** What judging took, and what came out of it. */
export interface JudgingTimes {
  /** Milliseconds for all services. */
  engine: number;
  /** Milliseconds that the peer took for so many services. */
  peer: number;
  peerServices: number;
  /** The peer again, with the engine of rules kept from service to service. */
  peerKept: number;
  agreed: number;
  compared: number;
}

interface Facts {
  entity: Entity;
  evidence: Evidence[];
}

const scorecard: Scorecard = {
  ...scorecards[0],
  audience: {},
  environment: 'production',
  levels: scorecards[0].levels.map(level => ({
    ...level,
    requires: level.requires ?? [],
  })),
};

function factsOf(entity: Entity, service: number): Facts {
  const entityRef = serviceRef(service);
  return {
    entity,
    evidence: kinds.flatMap((kind, check) => {
      const value = measuredValue(service, check);
      return value === undefined
        ? []
        : [
            materialise(
              {
                kind: kind.id,
                source: 'bench',
                externalId: `${service}-${check}`,
                entityRef,
                environment: 'production',
                observedAt,
                payload: { value, owner: 'group:default/team-1' },
              },
              kind as EvidenceKind,
              { id: `${service}-${check}`, receivedAt: now },
            ),
          ];
    }),
  };
}

/** Of this process: what else the machine does must not count, for neither of the two. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One rule a check, as the fact checker of Tech Insights makes them. */
const rules: RuleProperties[] = checks.map(({ id }, check) => ({
  conditions: {
    all: [
      {
        fact: `measured-${check}`,
        operator: 'lessThanInclusive',
        value: LIMIT,
      },
    ],
  },
  event: { type: id },
}));

/** @param seconds - that the peer is given */
export async function measureJudging(seconds: number): Promise<JudgingTimes> {
  const registry = createCheckRegistry(checks);
  const services = organisation()
    .filter(({ kind }) => kind === 'Component')
    .slice(0, SERVICES);
  let engine = 0;
  const verdicts: string[][] = [];
  // In stretches, as the service loads them: all evidence at once would measure memory.
  for (let from = 0; from < services.length; from += 1000) {
    const facts = services
      .slice(from, from + 1000)
      .map((entity, index) => factsOf(entity, from + index));
    const began = cpuMs();
    for (let index = 0; index < facts.length; index++) {
      const { entity, evidence } = facts[index];
      const { rows } = judgeScorecard(scorecard, registry, {
        now,
        entityRef: serviceRef(from + index),
        entity,
        profile: describeContinuity(
          entity.spec?.continuity,
          defaultTierSettings,
        ),
        environments: [{ name: 'production', region: 'eu-west-1' }],
        evidence,
      });
      verdicts.push(rows.map(({ state }) => state));
    }
    engine += cpuMs() - began;
  }
  const peer = await peerFor(seconds, verdicts, () => freshEngine());
  const kept = freshEngine();
  const again = await peerFor(seconds, verdicts, () => kept);
  return {
    engine,
    peer: peer.took,
    peerServices: peer.services,
    peerKept: (again.took / again.services) * peer.services,
    agreed: peer.agreed + again.agreed,
    compared: peer.services * CHECKS + again.services * CHECKS,
  };
}

function freshEngine(): Engine {
  return new Engine(rules, { allowUndefinedFacts: true });
}

async function peerFor(
  seconds: number,
  verdicts: readonly string[][],
  engineFor: () => Engine,
): Promise<{ took: number; services: number; agreed: number }> {
  let took = 0;
  let services = 0;
  let agreed = 0;
  while (took < seconds * 1000 && services < SERVICES) {
    const facts = peerFacts(services);
    const began = cpuMs();
    const { results } = await engineFor().run(facts);
    took += cpuMs() - began;
    agreed += agreements(
      new Set(results.map(({ event }) => event?.type)),
      verdicts[services],
    );
    services += 1;
  }
  return { took, services, agreed };
}

function peerFacts(service: number): Record<string, number | undefined> {
  return Object.fromEntries(
    kinds.map((_, check) => [
      `measured-${check}`,
      measuredValue(service, check),
    ]),
  );
}

function agreements(
  passed: ReadonlySet<string | undefined>,
  verdicts: readonly string[],
): number {
  return checks.filter(
    ({ id }, check) => passed.has(id) === (verdicts[check] === 'pass'),
  ).length;
}
