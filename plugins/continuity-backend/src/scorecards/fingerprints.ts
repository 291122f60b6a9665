import { createHash } from 'node:crypto';
import {
  canonicalize,
  type Check,
  type Scorecard,
  type TierSettings,
} from '@continuity/engine';
import type { CatalogService } from '../catalog';

/** Of one scorecard: a result that was judged by another is to be judged again. */
export function layoutOf(scorecard: Scorecard): string {
  return digest(canonicalize(JSON.parse(JSON.stringify(scorecard))));
}

/** Of everything that judges beside evidence: scorecards, their checks, tiers. */
export function settingsFingerprint(
  scorecards: readonly Scorecard[],
  checks: readonly Check[],
  rest: { tiers: TierSettings; environments: unknown },
): string {
  const asked = new Set(
    scorecards.flatMap(card => card.checks.map(({ check }) => check)),
  );
  return digest(
    JSON.stringify([
      scorecards.map(layoutOf),
      rest,
      checks
        .filter(({ id }) => asked.has(id))
        .map(({ evaluate, needs, history = [], ...check }) => [
          check,
          [...needs, ...history].map(({ id, validFor }) => [id, validFor]),
          // A new version of a check answers otherwise under the same name.
          evaluate.toString(),
        ]),
    ]),
  );
}

/**
 * Of services as the catalog has them, together with the settings that they are judged
 * by. Services never change once they are handed out, so each is read once.
 */
export class ServiceFingerprints {
  readonly #settings: string;
  readonly #known = new WeakMap<CatalogService['entity'], string>();

  constructor(settings: string) {
    this.#settings = settings;
  }

  of({ entity }: CatalogService): string {
    let known = this.#known.get(entity);
    if (known === undefined) {
      known = digest(this.#settings + JSON.stringify(entity));
      this.#known.set(entity, known);
    }
    return known;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
