import type { Entity } from '@backstage/catalog-model';
import {
  type ContinuityProfile,
  type DeploymentEnvironment,
  describeContinuity,
  parseContinuitySpec,
} from '@continuity/engine';
import type { ContinuitySettings } from '../config';
import type { CatalogService } from './types';

/**
 * A service whose profile is worked out when somebody first asks: a start with
 * 50,000 of them should not wait for all.
 */
export class LazyCatalogService implements CatalogService {
  readonly entityRef: string;
  readonly entity: Entity;
  readonly #settings: Pick<ContinuitySettings, 'tiers' | 'environments'>;
  #profile: ContinuityProfile | undefined;
  #declared: DeploymentEnvironment[] | 'none' | undefined;

  constructor(
    entityRef: string,
    entity: Entity,
    settings: Pick<ContinuitySettings, 'tiers' | 'environments'>,
  ) {
    this.entityRef = entityRef;
    this.entity = entity;
    this.#settings = settings;
  }

  get profile(): ContinuityProfile {
    this.#profile ??= describeContinuity(
      this.entity.spec?.continuity,
      this.#settings.tiers,
    );
    return this.#profile;
  }

  get environments(): DeploymentEnvironment[] {
    const declared = this.#declaredEnvironments();
    return declared === 'none' ? this.#settings.environments : declared;
  }

  get environmentsSource(): 'declared' | 'organisation' {
    return this.#declaredEnvironments() === 'none'
      ? 'organisation'
      : 'declared';
  }

  /** A block with anything wrong in it declares nothing; the profile says so. */
  #declaredEnvironments(): DeploymentEnvironment[] | 'none' {
    if (this.#declared === undefined) {
      const block = this.entity.spec?.continuity;
      const spec =
        block === undefined ? undefined : parseContinuitySpec(block).spec;
      this.#declared = spec?.environments ?? 'none';
    }
    return this.#declared;
  }
}
