import { useApi } from '@backstage/core-plugin-api';
import type { GateReason } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  useResource,
  type Resource,
} from '@continuity/plugin-continuity-react';
import { CLASSES } from '../../shared/states';
import type { OverrideForm } from './overrideForm';

/** Places that the gate is asked about; rules of others may be typed. */
const MOST_PLACES = 4;

/** A rule that stands in the way now and may be overridden. */
export type Obstacle = Pick<GateReason, 'rule' | 'explanation'>;

/**
 * What keeps releases from the places of a form at this moment and may be overridden, each
 * rule once, whatever the class of the release.
 */
export function useObstacles({
  entities,
  environments,
}: Pick<OverrideForm, 'entities' | 'environments'>): Resource<Obstacle[]> {
  const api = useApi(continuityApiRef);
  const places = entities
    .flatMap(entity =>
      environments.map(environment => ({ entity, environment })),
    )
    .slice(0, MOST_PLACES);
  return useResource(async signal => {
    const decisions = await Promise.all(
      places.flatMap(place =>
        CLASSES.map(releaseClass =>
          api.decide(
            { ...place, class: releaseClass, dryRun: true },
            { signal },
          ),
        ),
      ),
    );
    const reasons = decisions
      .flatMap(decision => decision.reasons)
      .filter(({ overridable }) => overridable);
    return [
      ...new Map(
        reasons.map(({ rule, explanation }) => [rule, { rule, explanation }]),
      ).values(),
    ];
  }, JSON.stringify(places));
}
