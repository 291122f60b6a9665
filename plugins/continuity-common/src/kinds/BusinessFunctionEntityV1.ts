import type { Entity } from '@backstage/catalog-model';
import type { BusinessPeak, Impact } from '@continuity/engine';
import { CONTINUITY_API_VERSION_V1, KIND_BUSINESS_FUNCTION } from './constants';

/** A line of the impact analysis, as people write it. */
export type ImpactDeclaration = { [K in keyof Impact]: Impact[K] };

/** `continuity.dev/v1` `BusinessFunction`: what the business does, and what supports it. */
export interface BusinessFunctionEntityV1 extends Entity {
  apiVersion: typeof CONTINUITY_API_VERSION_V1;
  kind: typeof KIND_BUSINESS_FUNCTION;
  spec: {
    /** Entity ref of the Group or User who answers for the function. */
    owner: string;
    /** Tier id the business asks for. Absent: nobody has said. */
    tier?: string;
    /** Recovery time objective, ISO 8601 duration. */
    rto?: string;
    /** Share of the time, 0 to 1, in which the business needs it. Absent: nobody has said. */
    availabilityTarget?: number;
    /** Business impact analysis of the function. */
    impact?: ImpactDeclaration[];
    /**
     * Times of special load or attention. They inform people; those that say when
     * they are become freeze windows where the organisation's policy says so.
     */
    peaks?: BusinessPeak[];
    /** Entity refs of what the function cannot do without; at least one. */
    supportedBy: string[];
  };
}

/**
 * Whether an entity says that it is a v1 business function. Looks at kind and
 * apiVersion only.
 */
export function isBusinessFunctionEntity(
  entity: Entity,
): entity is BusinessFunctionEntityV1 {
  return (
    entity.apiVersion === CONTINUITY_API_VERSION_V1 &&
    entity.kind === KIND_BUSINESS_FUNCTION
  );
}
