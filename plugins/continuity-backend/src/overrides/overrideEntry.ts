import { randomUUID } from 'node:crypto';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import { namedBy } from '../changes/people';
import { presentOverride } from './presentOverride';
import type { OverrideHappening, StoredOverride } from './types';

/** What the ledger says of a step: the whole override as it was afterwards, and who has to know. */
export function overrideEntry(
  happening: OverrideHappening,
  override: StoredOverride,
  { by, at }: { by: string; at: Instant },
): LedgerEntry {
  const { entities, ...data } = presentOverride(override);
  return {
    id: randomUUID(),
    type: `override.${happening}`,
    at: formatInstant(at),
    actor: { ref: by },
    subjects: entities,
    data: {
      ...data,
      concerned: {
        owners: [...override.owners],
        waitingFor: [
          ...new Set(
            override.approvalRules.flatMap(rule => namedBy(rule, override)),
          ),
        ],
      },
    },
  };
}
