import type { ReleaseClass } from '../../calendar/types';
import type { ReleaseFacts } from '../../releases/types';
import type { ReadinessSnapshot } from '../readiness/types';

/** What the risk of a change is worked out from. */
export interface RiskFacts {
  class: ReleaseClass;
  /** By ref of the entity that is changed; what is absent is not known. */
  releases: ReadonlyMap<string, ReleaseFacts>;
  /** Tier ids, the strictest one first. */
  tiers: readonly string[];
  /** What was found out about its checks and its time; what is absent is not known. */
  readiness: Pick<ReadinessSnapshot, 'checks' | 'closings'>;
}

/** Something that makes a change risky. */
export interface RiskFactor {
  kind:
    | 'class'
    | 'tier'
    | 'blast-radius'
    | 'migration'
    | 'checks'
    | 'closings'
    | 'history';
  points: number;
  /** A sentence. */
  explanation: string;
}

/** How risky a change is beside others; no probability of anything. */
export interface ChangeRisk {
  /** 0 to 140. */
  points: number;
  /** What the points come from, the most first; what gives none is left out. */
  factors: RiskFactor[];
}
