import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';

/** What one version of an entity says, or why nobody can tell. */
export type VersionReading<T> =
  | { ok: true; value: T }
  | { ok: false; problem: string };

/** Reads one version of an entity. One that throws has not been able to read it. */
export type ReadVersion<T> = (entity: Entity) => VersionReading<T>;

/** The newest version of an entity and, when that cannot be read, the last that could. */
export interface EntityVersions {
  newest: Entity;
  lastGood?: { entity: Entity; at: Instant };
}

/**
 * What counts of an entity: its newest version; its last good one, because the newest
 * cannot be read; or nothing, because none was ever good.
 */
export type Standing<T> =
  | { state: 'good'; value: T }
  | { state: 'degraded'; value: T; problem: string; lastGoodAt: Instant }
  | { state: 'closed'; problem: string };

/**
 * Which version of an entity counts. Never throws: one broken declaration must not take
 * the others with it.
 *
 * The last good version is read again rather than trusted: what was good under another
 * configuration, say with a tier that is no longer there, is not good now.
 */
export function standingOf<T>(
  { newest, lastGood }: EntityVersions,
  read: ReadVersion<T>,
): Standing<T> {
  const reading = readVersion(newest, read);
  if (reading.ok) {
    return { state: 'good', value: reading.value };
  }
  const { problem } = reading;
  if (lastGood) {
    const before = readVersion(lastGood.entity, read);
    if (before.ok) {
      const { at: lastGoodAt } = lastGood;
      return { state: 'degraded', value: before.value, problem, lastGoodAt };
    }
  }
  return { state: 'closed', problem };
}

/** {@link ReadVersion} that also takes a throw for an answer. */
export function readVersion<T>(
  entity: Entity,
  read: ReadVersion<T>,
): VersionReading<T> {
  try {
    return read(entity);
  } catch (error) {
    return { ok: false, problem: toError(error).message };
  }
}
