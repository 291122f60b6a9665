import type { WindowSubject } from '../calendar/types';
import { describeDuration, durationMs } from '../time';
import type { Finding } from './Finding';
import type { GateFacts, GateRequest, GateSettings } from './types';
import { listed, utc } from './words';

/** A question that can be answered by policies, with what was found on the way. */
export interface Admitted {
  admitted: true;
  subject: WindowSubject;
  entity: NonNullable<GateFacts['entity']>;
  findings: Finding[];
}

/** A question that cannot be: something that every policy needs is not known. */
export interface NotAdmitted {
  admitted: false;
  findings: Finding[];
}

/**
 * What must be known before any policy is asked: a catalog reading that is young enough,
 * the entity, its environment, its region. The first that is not known denies alone,
 * since what comes after it would be guesswork.
 */
export function admit(
  request: GateRequest,
  facts: GateFacts,
  settings: GateSettings,
): Admitted | NotAdmitted {
  const findings = [
    examineCatalog(facts, settings),
    examineEntity(request, facts),
    examineEnvironment(request, facts),
    examineRegion(request, facts),
  ].filter(finding => finding !== undefined);
  const obstacle = findings.findIndex(({ verdict }) => verdict !== 'allow');
  const { entity } = facts;
  if (obstacle >= 0 || !entity) {
    const upTo = obstacle < 0 ? findings.length : obstacle + 1;
    return { admitted: false, findings: findings.slice(0, upTo) };
  }
  return {
    admitted: true,
    entity,
    findings,
    subject: {
      entity: entity.entity,
      tier: entity.profile.tier?.id ?? 'unclassified',
      systems: entity.systems,
      businessFunctions: entity.businessFunctions,
      environment: request.environment,
      regions:
        request.region === undefined
          ? regionsOf(request, facts)
          : [request.region],
      releaseClass: request.releaseClass,
    },
  };
}

/** How much longer the catalog reading may be used; not positive, also when there is none. */
export function catalogTimeLeft(
  facts: GateFacts,
  settings: GateSettings,
): number {
  const limit = durationMs(settings.maxCatalogAge);
  if (facts.catalogReadAt === undefined) {
    return 0;
  }
  // Replicas' clocks differ by a little, so a reading may lie ahead of `now`; a reading
  // from far ahead means that one of the clocks cannot be trusted at all.
  const age = facts.now - facts.catalogReadAt;
  return Math.abs(age) <= limit ? limit - Math.max(age, 0) : 0;
}

function examineCatalog(facts: GateFacts, settings: GateSettings): Finding {
  const { catalogReadAt, now } = facts;
  const remedy =
    'Ask again in a minute. If it stays so, see the status of Continuity (GET /api/continuity/status), which says why the catalog cannot be read.';
  if (catalogReadAt === undefined) {
    return precondition(
      'catalog',
      'The catalog has never been read completely, so nothing is known about services and freezes.',
      remedy,
    );
  }
  if (!(catalogTimeLeft(facts, settings) > 0)) {
    const limit = describeDuration(settings.maxCatalogAge);
    return precondition(
      'catalog',
      catalogReadAt > now
        ? `The catalog was last read at ${utc(catalogReadAt)}, but it is ${utc(
            now,
          )} now: the clocks of the servers do not agree.`
        : `The catalog was last read completely at ${utc(
            catalogReadAt,
          )}, which is not less than ${limit} before ${utc(
            now,
          )}; freezes may have been added since.`,
      remedy,
    );
  }
  return precondition(
    'catalog',
    `The catalog was read completely at ${utc(catalogReadAt)}.`,
  );
}

function examineEntity(
  { entityRef }: GateRequest,
  { entity }: GateFacts,
): Finding {
  if (!entity) {
    return precondition(
      'entity',
      `${entityRef} is not a service in the catalog.`,
      'Check the spelling, or register the service in the catalog. A service that was registered just now is known after the next reading of the catalog.',
    );
  }
  const { tier, classification } = entity.profile;
  return precondition(
    'entity',
    tier && classification === 'classified'
      ? `${entityRef} is in the catalog: ${tier.title} (${tier.id}).`
      : `${entityRef} is in the catalog, but unclassified.`,
  );
}

function examineEnvironment(
  { entityRef, environment }: GateRequest,
  { entity }: GateFacts,
): Finding {
  const known = [
    ...new Set(entity?.environments.map(({ name }) => name) ?? []),
  ].sort();
  if (!known.includes(environment)) {
    return precondition(
      'environment',
      known.length > 0
        ? `"${environment}" is not an environment of ${entityRef}; its environments are ${listed(
            known,
          )}.`
        : `"${environment}" is not an environment of ${entityRef}: it has none.`,
      known.length > 0
        ? `Ask for one of ${known.join(
            ', ',
          )}, or declare "${environment}" in spec.continuity.environments of ${entityRef}.`
        : `Declare "${environment}" in spec.continuity.environments of ${entityRef}.`,
    );
  }
  return precondition(
    'environment',
    `"${environment}" is an environment of ${entityRef}.`,
  );
}

function examineRegion(
  request: GateRequest,
  facts: GateFacts,
): Finding | undefined {
  const { entityRef, environment, region } = request;
  if (region === undefined) {
    return undefined;
  }
  const known = regionsOf(request, facts);
  if (!known.includes(region)) {
    return precondition(
      'region',
      known.length > 0
        ? `"${region}" is not a region of "${environment}" of ${entityRef}; its regions are ${listed(
            known,
          )}.`
        : `"${environment}" of ${entityRef} is not bound to any region, so "${region}" says nothing.`,
      known.length > 0
        ? `Ask for one of ${known.join(
            ', ',
          )}, or declare "${region}" in spec.continuity.environments of ${entityRef}.`
        : `Leave the region out, or declare it in spec.continuity.environments of ${entityRef}.`,
    );
  }
  return precondition(
    'region',
    `"${region}" is a region of "${environment}" of ${entityRef}.`,
  );
}

function regionsOf(
  { environment }: GateRequest,
  { entity }: GateFacts,
): string[] {
  const regions = entity?.environments
    .filter(({ name }) => name === environment)
    .flatMap(({ region }) => region ?? []);
  return [...new Set(regions)].sort();
}

function precondition(
  rule: string,
  explanation: string,
  remedy?: string,
): Finding {
  return {
    rule,
    label: rule,
    verdict: remedy === undefined ? 'allow' : 'deny',
    explain: () => ({
      explanation,
      ...(remedy !== undefined && { remedy }),
    }),
    evidence: [],
  };
}
