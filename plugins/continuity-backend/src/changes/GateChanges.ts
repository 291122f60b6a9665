import type { GateChange } from '@continuity/engine';
import type { ChangeStore } from './ChangeStore';
import type { StoredChange } from './types';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Changes as the gate sees them. */
export class GateChanges {
  readonly #store: Pick<ChangeStore, 'byId' | 'approvals'>;

  constructor(store: Pick<ChangeStore, 'byId' | 'approvals'>) {
    this.#store = store;
  }

  /**
   * @param reference - as the request names it
   * @param visibleOf - which of some refs whoever asks may know of
   * @throws when the database cannot be asked
   */
  async find(
    reference: string,
    visibleOf: (refs: string[]) => Promise<ReadonlySet<string>>,
  ): Promise<GateChange> {
    const id = reference.toLocaleLowerCase('en-US');
    const change = UUID.test(id) ? await this.#store.byId(id) : undefined;
    const refs = [...(change?.content.entities ?? [])];
    const visible = await visibleOf(refs);
    if (!change || !refs.some(ref => visible.has(ref))) {
      return {
        state: 'unknown',
        problem: `There is no change ${reference}, or you may not see what it changes.`,
      };
    }
    const { content, suspension, readiness } = change;
    return {
      state: 'known',
      id: change.id,
      title: content.title,
      stands: change.state,
      class: change.class,
      entities: content.entities,
      environments: content.environments,
      ...(content.regions && { regions: content.regions }),
      digests: content.digests ?? {},
      ...(content.window && { window: content.window }),
      approvals: await this.#approvals(change),
      ...(suspension && { suspended: suspension.because.join(' ') }),
      knownClosings: Object.keys(readiness?.closings ?? {}),
    };
  }

  async #approvals(
    change: StoredChange,
  ): Promise<Extract<GateChange, { state: 'known' }>['approvals']> {
    const { id, preApproved, seats, contentRevision } = change;
    if (preApproved) return { missing: '' };
    const counting = (await this.#store.approvals(id)).filter(
      one =>
        one.state === 'counts' &&
        one.decision === 'approve' &&
        one.contentRevision === contentRevision,
    );
    const empty = seats.required - seats.filled;
    return {
      missing: empty > 0 ? `${empty} of ${seats.required} approvals` : '',
      ...(counting.length > 0 && {
        until: Math.min(...counting.map(({ expiresAt }) => expiresAt)),
      }),
    };
  }
}
