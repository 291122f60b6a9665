import type { GateOverride, Instant } from '@continuity/engine';
import type { OverrideStore } from './OverrideStore';
import type { StoredOverride } from './types';

/** What the gate asks of overrides. */
export class OverrideFacts {
  readonly #store: Pick<OverrideStore, 'inForceAt'>;

  constructor(store: Pick<OverrideStore, 'inForceAt'>) {
    this.#store = store;
  }

  /**
   * Overrides of an entity that are in force at a moment. Their times decide, not whether
   * somebody has noted that they are over.
   *
   * @throws when the database cannot be asked
   */
  async inForce(entityRef: string, at: Instant): Promise<GateOverride[]> {
    const all = await this.#store.inForceAt(at);
    return all
      .filter(({ content }) => content.entities.includes(entityRef))
      .flatMap(gateOverrides);
  }
}

function gateOverrides({
  id,
  content,
  inForce,
  approvals,
}: StoredOverride): GateOverride[] {
  const { duration, ...covers } = content;
  return inForce
    ? [{ ...covers, ...inForce, id, approvedBy: approvals.map(({ by }) => by) }]
    : [];
}
