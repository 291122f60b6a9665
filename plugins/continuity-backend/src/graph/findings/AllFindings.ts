import {
  type Instant,
  sortInSteps,
  type TierDefinition,
} from '@continuity/engine';
import { inTurns } from '../../calendars/turns';
import { observedFindings } from '../observed/observedFindings';
import type { Traffic } from '../observed/Traffic';
import type { GraphSnapshot } from '../types';
import { engineFindings } from './engineFindings';
import { byBadness } from './FindingSelection';
import type { FoundFinding } from './FoundFinding';

/** Findings of traffic depend on the time; they are looked at anew after this. */
const REMEMBER_MS = 60_000;

interface Remembered {
  graph: GraphSnapshot['graph'];
  traffic: string;
  at: Instant;
  findings: Promise<readonly FoundFinding[]>;
}

/** Everything that cannot hold in the newest graph, the worst first; worked out once for each. */
export class AllFindings {
  readonly #traffic: Pick<Traffic, 'observed'>;
  readonly #tiers: readonly TierDefinition[];
  readonly #unseenAfterMs: number;
  readonly #now: () => Instant;
  readonly #ofGraph = new WeakMap<
    GraphSnapshot['graph'],
    Promise<readonly FoundFinding[]>
  >();
  #remembered: Remembered | undefined;

  constructor(options: {
    traffic: Pick<Traffic, 'observed'>;
    tiers: readonly TierDefinition[];
    unseenAfterMs: number;
    now: () => Instant;
  }) {
    this.#traffic = options.traffic;
    this.#tiers = options.tiers;
    this.#unseenAfterMs = options.unseenAfterMs;
    this.#now = options.now;
  }

  async of(snapshot: GraphSnapshot): Promise<readonly FoundFinding[]> {
    const observed = await this.#traffic.observed(snapshot);
    const { graph } = snapshot;
    const now = this.#now();
    const known = this.#remembered;
    if (
      known?.graph === graph &&
      known.traffic === observed.revision &&
      Math.abs(now - known.at) < REMEMBER_MS
    ) {
      return known.findings;
    }
    const findings = this.#declared(snapshot).then(declared => {
      const seen = observedFindings(snapshot, observed, {
        tiers: this.#tiers,
        unseenAfterMs: this.#unseenAfterMs,
        now,
      });
      return inTurns(sortInSteps([...declared, ...seen], byBadness));
    });
    this.#remembered = { graph, traffic: observed.revision, at: now, findings };
    findings.catch(() => {
      this.#remembered = undefined;
    });
    return findings;
  }

  #declared(snapshot: GraphSnapshot): Promise<readonly FoundFinding[]> {
    let findings = this.#ofGraph.get(snapshot.graph);
    if (!findings) {
      findings = engineFindings(snapshot, this.#tiers);
      this.#ofGraph.set(snapshot.graph, findings);
      findings.catch(() => this.#ofGraph.delete(snapshot.graph));
    }
    return findings;
  }
}
