import {
  type ContinuityProfile,
  type ContinuitySpec,
  type DeploymentEnvironment,
  describeContinuity,
  parseContinuitySpec,
} from '@continuity/engine';
import type { ContinuitySettings } from '../config';

/** What follows from a `spec.continuity` block under the settings. */
export interface Declaration {
  profile: ContinuityProfile;
  environments: DeploymentEnvironment[];
  environmentsSource: 'declared' | 'organisation';
  /** Absent: nothing is declared, or something in it is wrong. */
  spec?: ContinuitySpec;
}

/** More different blocks than this are worked out again. */
const MAX_REMEMBERED = 20_000;

/**
 * Works out what blocks declare. In a large catalog most blocks are copies of a few,
 * so equal blocks share one answer.
 */
export class Declarations {
  readonly #settings: Pick<ContinuitySettings, 'tiers' | 'environments'>;
  readonly #remembered = new Map<string, Declaration>();

  constructor(settings: Pick<ContinuitySettings, 'tiers' | 'environments'>) {
    this.#settings = settings;
  }

  /** @param block - `spec.continuity` as it stands, unchecked; may be absent. */
  of(block: unknown): Declaration {
    const key = JSON.stringify(block) ?? '';
    let declaration = this.#remembered.get(key);
    if (!declaration) {
      declaration = this.#workOut(block);
      if (this.#remembered.size >= MAX_REMEMBERED) {
        this.#remembered.clear();
      }
      this.#remembered.set(key, declaration);
    }
    return declaration;
  }

  /** A block with anything wrong in it declares nothing; the profile says so. */
  #workOut(block: unknown): Declaration {
    const profile = describeContinuity(block, this.#settings.tiers);
    const spec =
      block === undefined ? undefined : parseContinuitySpec(block).spec;
    return {
      profile,
      ...(spec && { spec }),
      ...(spec?.environments
        ? { environments: spec.environments, environmentsSource: 'declared' }
        : {
            environments: this.#settings.environments,
            environmentsSource: 'organisation',
          }),
    };
  }
}
