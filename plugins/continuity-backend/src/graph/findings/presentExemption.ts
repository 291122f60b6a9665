import type { Instant } from '@continuity/engine';
import type { GraphExemption } from '@continuity/plugin-continuity-common';
import { presentLife } from '../../exemptions';
import type { StoredExemption } from './ExemptionStore';

export function presentExemption(
  stored: StoredExemption,
  now: Instant,
): GraphExemption {
  const { findingId, entityRef, kind } = stored;
  return { ...presentLife(stored, now), findingId, entityRef, kind };
}
