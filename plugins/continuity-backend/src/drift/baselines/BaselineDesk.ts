import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  canonicalize,
  formatInstant,
  makeBaseline,
  type Instant,
} from '@continuity/engine';
import type {
  Baseline,
  BaselineDetails,
  BaselineProposal,
} from '@continuity/plugin-continuity-common';
import type { ChangeStore } from '../../changes';
import type { Page } from '../../database';
import { maskSecrets } from '../../evidence';
import { toIso, type Access, type Caller } from '../../http';
import type { LedgerService } from '../../ledger';
import type {
  BaselinePlace,
  BaselineStore,
  StoredBaseline,
} from './BaselineStore';
import { whyNotApproved, whyNotBy, whyNotItsChange } from './whyNotPromotable';

interface BaselineDeskOptions {
  access: Pick<Access, 'assertVisible'>;
  changes: Pick<ChangeStore, 'byId' | 'lock'>;
  ledger: Pick<LedgerService, 'write'>;
  store: BaselineStore;
  now: () => Instant;
}

/** Baselines: proposed, promoted under an approved change, and read. */
export class BaselineDesk {
  readonly #options: BaselineDeskOptions;

  constructor(options: BaselineDeskOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError when no snapshot can be made of the objects, or the change is none of
   * this place
   */
  async propose(
    place: BaselinePlace,
    { changeId, note, objects }: BaselineProposal,
    caller: Caller,
  ): Promise<Baseline> {
    const { access, changes, ledger, store, now } = this.#options;
    await access.assertVisible(place.entityRef, caller);
    const made = makeBaseline(
      objects.map((value, at) => ({ value, source: `objects.${at}` })),
    );
    if ('problems' in made) {
      const [{ source, message }] = made.problems;
      throw new InputError(`${source}: ${message}`);
    }
    const { snapshot } = made;
    const baseline: StoredBaseline = {
      ...place,
      id: randomUUID(),
      digest: snapshot.digest,
      objectCount: snapshot.objects.length,
      masked: snapshot.masked,
      changeId: changeId.toLowerCase(),
      ...(note !== undefined && { note: String(maskSecrets(note)) }),
      proposedBy: caller.ref,
      proposedAt: now(),
    };
    const refusal = whyNotItsChange(
      baseline,
      await changes.byId(baseline.changeId),
    );
    if (refusal !== undefined) throw new InputError(refusal);
    await ledger.write(async (tx, append) => {
      await store.insert(tx, baseline, canonicalize(snapshot.objects));
      await append([
        entryOf('baseline.proposed', baseline, caller.ref, baseline.proposedAt),
      ]);
    });
    return present(baseline, undefined);
  }

  /**
   * @throws ConflictError when its change is not approved, or it counts already
   * @throws NotAllowedError when it takes somebody else
   */
  async promote(
    id: string,
    comment: string | undefined,
    caller: Caller,
  ): Promise<Baseline> {
    const { changes, ledger, store, now } = this.#options;
    const found = await this.#visible(id, caller);
    const at = now();
    const promotion = {
      by: caller.ref,
      at,
      ...(comment !== undefined && { comment: String(maskSecrets(comment)) }),
    };
    const { result } = await ledger.write(async (tx, append) => {
      // Locked: what was approved must not be withdrawn meanwhile.
      const change = await changes.lock(tx, found.changeId);
      if (!change || whyNotItsChange(found, change) !== undefined) {
        throw new ConflictError(
          whyNotItsChange(found, change) ?? 'Its change is gone',
        );
      }
      const notYet = whyNotApproved(change, found);
      if (notYet !== undefined) throw new ConflictError(notYet);
      const refusal = whyNotBy(caller.ref, found, change);
      if (refusal !== undefined) throw new NotAllowedError(refusal);
      const before = await store.current(found, tx);
      const version = (before?.version ?? 0) + 1;
      if (!(await store.promote(tx, id, version, promotion))) {
        throw new ConflictError(
          'It was promoted already; propose another one to have something else count',
        );
      }
      const promoted = { ...found, version, promotion };
      await append([entryOf('baseline.promoted', promoted, caller.ref, at)]);
      return promoted;
    });
    return present(result, result);
  }

  async list(
    place: Partial<BaselinePlace> & Pick<BaselinePlace, 'entityRef'>,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<Page<Baseline>> {
    const { access, store } = this.#options;
    await access.assertVisible(place.entityRef, caller);
    const { items, ...rest } = await store.list(place, page);
    return {
      ...rest,
      items: await Promise.all(
        items.map(async one => present(one, await store.current(one))),
      ),
    };
  }

  /** @throws NotFoundError when none counts there */
  async current(
    place: BaselinePlace,
    caller: Caller,
  ): Promise<BaselineDetails> {
    const { access, store } = this.#options;
    await access.assertVisible(place.entityRef, caller);
    const found = await store.current(place);
    if (!found) {
      throw new NotFoundError(
        `No baseline of ${place.entityRef} counts in ${place.environment}${
          place.region === undefined ? '' : ` in ${place.region}`
        }; propose one and have it promoted`,
      );
    }
    return this.#details(found, found);
  }

  async byId(id: string, caller: Caller): Promise<BaselineDetails> {
    const found = await this.#visible(id, caller);
    return this.#details(found, await this.#options.store.current(found));
  }

  /** @throws ConflictError for one that is only proposed: nobody stands for it yet */
  async promoted(
    id: string,
    caller: Caller,
  ): Promise<
    Required<Pick<StoredBaseline, 'version' | 'promotion'>> & StoredBaseline
  > {
    const found = await this.#visible(id, caller);
    const { version, promotion } = found;
    if (version === undefined || promotion === undefined) {
      throw new ConflictError(
        'It is only proposed, so nobody signs it; have it promoted first',
      );
    }
    return { ...found, version, promotion };
  }

  async #visible(id: string, caller: Caller): Promise<StoredBaseline> {
    const { access, store } = this.#options;
    const found = await store.byId(id);
    if (!found) throw new NotFoundError(`id: there is no baseline ${id}`);
    await access.assertVisible(found.entityRef, caller);
    return found;
  }

  async #details(
    found: StoredBaseline,
    current: StoredBaseline | undefined,
  ): Promise<BaselineDetails> {
    const objects = await this.#options.store.objectsOf(found.id);
    return {
      ...present(found, current),
      // Our own text, written when it was proposed.
      objects: JSON.parse(objects ?? '[]'),
    };
  }
}

function present(
  found: StoredBaseline,
  current: StoredBaseline | undefined,
): Baseline {
  const { proposedAt, promotion, version, ...rest } = found;
  const isCurrent = current?.id === found.id;
  const promoted = isCurrent ? 'current' : 'superseded';
  return {
    ...rest,
    ...(version !== undefined && { version }),
    state: version === undefined ? 'proposed' : promoted,
    proposedAt: toIso(proposedAt),
    ...(promotion && {
      promotedBy: promotion.by,
      promotedAt: toIso(promotion.at),
      ...(promotion.comment !== undefined && { comment: promotion.comment }),
    }),
  };
}

/** What is in it is told by its digest. */
function entryOf(
  type: string,
  baseline: StoredBaseline,
  by: string,
  at: Instant,
) {
  const { id, environment, region, version, digest, changeId } = baseline;
  const { objectCount, note, promotion } = baseline;
  return {
    id: randomUUID(),
    type,
    at: formatInstant(at),
    actor: { ref: by },
    subjects: [baseline.entityRef],
    data: {
      id,
      environment,
      ...(region !== undefined && { region }),
      ...(version !== undefined && { version }),
      digest,
      objectCount,
      changeId,
      ...(note !== undefined && { note }),
      ...(promotion?.comment !== undefined && { comment: promotion.comment }),
    },
  };
}
