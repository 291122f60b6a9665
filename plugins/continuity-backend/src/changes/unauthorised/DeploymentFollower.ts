import { randomUUID } from 'node:crypto';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  deployment,
  durationMs,
  formatInstant,
  parseInstant,
  type ChangeSettings,
  type Evidence,
  type GateSettings,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { CatalogProjection } from '../../catalog';
import type { EvidenceStore } from '../../evidence';
import type {
  CommitWithCursor,
  LedgerFollower,
  LedgerService,
  PlacedEntry,
} from '../../ledger';
import type { ChangeStore } from '../ChangeStore';
import type { ChangeWriter } from '../ChangeWriter';
import { ITSELF, WATCHED_STATES, type StoredChange } from '../types';
import { whyUncovered, type SeenDeployment } from './coveringChange';
import { demandsChange } from './demandsChange';
import type { RetrospectiveDraft } from './RetrospectiveDraft';
import type {
  StoredUnauthorised,
  UnauthorisedStore,
} from './UnauthorisedStore';

/** What is looked at of an entry that tells of evidence. */
const recorded = z.object({
  id: z.string(),
  kind: z.string(),
  entityRef: z.string(),
  environment: z.string().optional(),
  region: z.string().optional(),
  payload: z.unknown(),
});

type Seen = SeenDeployment & {
  evidenceId: string;
  tier: string;
  /** Whether it should have had a change. */
  needsChange: boolean;
};

interface DeploymentFollowerOptions {
  projection: Pick<CatalogProjection, 'current'>;
  evidence: Pick<EvidenceStore, 'deploymentsOf'>;
  changes: Pick<ChangeStore, 'plannedFor' | 'happenings'>;
  writer: Pick<ChangeWriter, 'change'>;
  store: UnauthorisedStore;
  ledger: Pick<LedgerService, 'appendIn'>;
  retrospective: Pick<RetrospectiveDraft, 'of'>;
  settings: Pick<ChangeSettings, 'unauthorised'>;
  gate: Pick<GateSettings, 'policies'>;
  now: () => Instant;
}

/**
 * Follows what is deployed, and finds what no approved change covers. What was deployed
 * instead of what a change that is about to begin was approved for is held against it.
 */
export class DeploymentFollower implements LedgerFollower {
  readonly name = 'unauthorised-deployments';
  readonly begins = 'newest';
  readonly types = ['evidence.recorded'];
  readonly batch = 50;
  readonly setAsideAfter = 10;
  readonly #options: DeploymentFollowerOptions;

  constructor(options: DeploymentFollowerOptions) {
    this.#options = options;
  }

  /** {@inheritDoc LedgerFollower.handle} */
  async handle(
    entries: readonly PlacedEntry[],
    signal: AbortSignal,
  ): Promise<CommitWithCursor | undefined> {
    const found: { seen: Seen; reason: string; changeId?: string }[] = [];
    for (const { entry } of entries) {
      signal.throwIfAborted();
      const seen = await this.#seen(entry);
      const reason = seen && (await this.#whyUncovered(seen));
      if (seen?.needsChange && reason !== undefined) {
        const changeId = await this.#draft(seen, reason);
        found.push({
          seen,
          reason,
          ...(changeId !== undefined && { changeId }),
        });
      }
    }
    return found.length === 0
      ? undefined
      : async tx => {
          for (const one of found) await this.#note(tx, one);
        };
  }

  /** Undefined: it is no deployment that was tried to its end. */
  async #seen({ data }: LedgerEntry): Promise<Seen | undefined> {
    const { gate, projection, settings } = this.#options;
    const evidence = recorded.parse(data);
    if (evidence.kind !== deployment.id || evidence.environment === undefined) {
      return undefined;
    }
    const payload = deployment.schema.parse(evidence.payload);
    const startedAt = parseInstant(payload.startedAt);
    if (payload.outcome === 'cancelled' || startedAt === undefined) {
      return undefined;
    }
    const snapshot = await projection.current();
    if (!snapshot) {
      throw new ServiceUnavailableError(
        'Nobody knows which deployments need a change: the catalog has never been read',
      );
    }
    const { environment, entityRef, region } = evidence;
    const tier =
      snapshot.services.get(entityRef)?.profile.tier?.id ?? 'unclassified';
    return {
      evidenceId: evidence.id,
      entityRef,
      environment,
      ...(region !== undefined && { region }),
      version: payload.version,
      ...(payload.artifactDigest !== undefined && {
        digest: payload.artifactDigest,
      }),
      startedAt,
      tier,
      // What a change was approved for matters also where none is demanded.
      needsChange: demandsChange(
        { tier, environment },
        settings.unauthorised,
        gate.policies,
      ),
    };
  }

  async #whyUncovered(seen: Seen): Promise<string | undefined> {
    const { changes, settings } = this.#options;
    const { digest, entityRef, environment, startedAt } = seen;
    if (digest !== undefined && (await this.#ranBefore(seen, digest))) {
      return undefined;
    }
    const graceMs = durationMs(settings.unauthorised.grace);
    const planned = await changes.plannedFor(entityRef, {
      start: startedAt - graceMs,
      end: startedAt + 1,
    });
    const stories = [];
    for (const change of planned) {
      stories.push({
        change,
        happenings: await changes.happenings(change.id),
      });
    }
    const reason = whyUncovered(seen, stories, settings.unauthorised);
    if (reason !== undefined && digest !== undefined) {
      for (const change of planned) {
        if (change.content.environments.includes(environment)) {
          await this.#holdAgainst(change, entityRef, digest);
        }
      }
    }
    return reason;
  }

  /** To go back to what ran there, or to deploy it again, needs no change of its own. */
  async #ranBefore(
    { entityRef, environment, region, startedAt }: Seen,
    digest: string,
  ): Promise<boolean> {
    const before: Evidence[] = await this.#options.evidence.deploymentsOf(
      entityRef,
      { environment, digest },
      startedAt,
    );
    return before.some(one => one.region === region);
  }

  /** What is deployed is not what was approved: the approval does not cover it. */
  async #holdAgainst(
    { id, content, state }: StoredChange,
    entityRef: string,
    digest: string,
  ): Promise<void> {
    const approved = content.digests?.[entityRef];
    if (
      !WATCHED_STATES.includes(state) ||
      approved === undefined ||
      approved === digest
    ) {
      return;
    }
    await this.#options.writer.change(
      id,
      { by: ITSELF, at: this.#options.now() },
      async () => undefined,
      ({ change }) =>
        change.observedDigests[entityRef] === digest ||
        !WATCHED_STATES.includes(change.state)
          ? undefined
          : {
              after: {
                ...change,
                observedDigests: {
                  ...change.observedDigests,
                  [entityRef]: digest,
                },
              },
              happened: [],
            },
    );
  }

  async #draft(seen: Seen, reason: string): Promise<string | undefined> {
    const { retrospective, settings } = this.#options;
    return settings.unauthorised.retrospective
      ? retrospective.of(seen, reason)
      : undefined;
  }

  /** In the transaction that moves the cursor: exactly once. */
  async #note(
    tx: Knex.Transaction,
    {
      seen,
      reason,
      changeId,
    }: { seen: Seen; reason: string; changeId?: string },
  ): Promise<void> {
    const { ledger, now, settings, store } = this.#options;
    const at = now();
    const isKnown = await store.seenAgain(tx, seen, {
      at,
      quietSince: at - durationMs(settings.unauthorised.quietFor),
    });
    if (isKnown) return;
    const { evidenceId, startedAt, tier, needsChange, ...artifact } = seen;
    const found: StoredUnauthorised = {
      ...artifact,
      id: randomUUID(),
      evidenceId,
      openedAt: at,
      lastSeenAt: at,
      times: 1,
      reason,
      ...(changeId !== undefined && { changeId }),
    };
    await store.insert(tx, found);
    await ledger.appendIn(tx, [
      {
        id: randomUUID(),
        type: 'change.unauthorised.found',
        at: formatInstant(at),
        actor: { ref: ITSELF },
        subjects: [found.entityRef],
        data: {
          ...artifact,
          id: found.id,
          evidenceId,
          startedAt: formatInstant(startedAt),
          tier,
          reason,
          ...(changeId !== undefined && { changeId }),
        },
      },
    ]);
  }
}
