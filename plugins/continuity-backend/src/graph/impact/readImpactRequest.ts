import { InputError } from '@backstage/errors';
import {
  DURATION_EXPECTATION,
  durationSeconds,
  isDuration,
} from '@continuity/engine';
import type { ImpactRequest } from '@continuity/plugin-continuity-common';
import { canonicalRef, plainText } from '../../http';
import { type NodeFilter, readNodeFilter } from '../view/filterNodes';

/** Longer than this an outage is a new normal. */
const MAX_SECONDS = 366 * 86_400;

/** What is down, as it was asked. */
export interface AskedOutage {
  /** Canonical refs, each once. */
  down: string[];
  regions: string[];
}

/** The question about an impact, read. */
export interface ImpactQuestion extends AskedOutage {
  /** Absent: no length, and so no objectives. */
  seconds?: number;
  outcome?: 'failed' | 'degraded';
  breached: boolean;
  filter: NodeFilter;
  page: { limit: number; cursor?: string };
}

/** @throws InputError that names the field */
export function readImpactRequest(request: ImpactRequest): ImpactQuestion {
  const { duration, outcome, breached = false, limit = 50, cursor } = request;
  const seconds = duration === undefined ? undefined : readLength(duration);
  if (breached && seconds === undefined) {
    throw new InputError(
      'breached: needs duration; without a length nothing is known to be breached',
    );
  }
  return {
    ...readOutage(request),
    ...(seconds !== undefined && { seconds }),
    ...(outcome !== undefined && { outcome }),
    breached,
    filter: readNodeFilter(request),
    page: { limit, ...(cursor !== undefined && { cursor }) },
  };
}

/** @throws InputError that names the field */
export function readOutage(
  given: { down?: string[]; regions?: string[] },
  field = '',
): AskedOutage {
  const down = (given.down ?? []).map((ref, index) =>
    canonicalRef(`${field}down.${index}`, ref),
  );
  const regions = (given.regions ?? []).map((region, index) =>
    plainText(`${field}regions.${index}`, region),
  );
  if (down.length + regions.length === 0) {
    throw new InputError(
      `${field}down: nothing is said to be down; give at least one entity ref, or a region in ${field}regions`,
    );
  }
  return { down: [...new Set(down)], regions: [...new Set(regions)] };
}

function readLength(duration: string): number {
  const expected = `${DURATION_EXPECTATION}, more than none and at most 366 days`;
  if (!isDuration(duration)) {
    throw new InputError(`duration: "${duration}" is not ${expected}`);
  }
  const seconds = durationSeconds(duration);
  if (seconds <= 0 || seconds > MAX_SECONDS) {
    throw new InputError(`duration: "${duration}" is not ${expected}`);
  }
  return seconds;
}
