import type { Instant } from '@continuity/engine';
import type { ScorecardExemption } from '@continuity/plugin-continuity-common';
import { presentLife } from '../exemptions';
import type { StoredExemption } from './types';

export function presentExemption(
  stored: StoredExemption,
  now: Instant,
): ScorecardExemption {
  const { scorecard, check, entityRef } = stored;
  return { ...presentLife(stored, now), scorecard, check, entityRef };
}
