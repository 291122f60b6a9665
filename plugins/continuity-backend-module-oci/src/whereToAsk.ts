import type { GoodRelease } from '@continuity/engine';
import type { CollectedService } from '@continuity/plugin-continuity-node';
import type { OciSettings, RegistrySettings } from './config';

/** The registries that have to have a release, and the regions for which none is known. */
export interface WhereToAsk {
  registries: RegistrySettings[];
  /** Regions in which the service runs, and of which no registry is configured. */
  unknown: string[];
}

/** In which registries a release is looked for. */
export function whereToAsk(
  { environment, region }: Pick<GoodRelease, 'environment' | 'region'>,
  { environments }: Pick<CollectedService, 'environments'>,
  settings: Pick<OciSettings, 'registries' | 'regions'>,
): WhereToAsk {
  const serving = settings.registries.filter(
    one => one.environments?.includes(environment) ?? true,
  );
  const runsIn = new Set(
    region !== undefined
      ? [region]
      : environments
          .filter(({ name }) => name === environment)
          .flatMap(one => one.region ?? []),
  );
  return {
    registries:
      settings.regions === 'declared' && runsIn.size > 0
        ? serving.filter(one => runsIn.has(one.region))
        : serving,
    unknown: [...runsIn]
      .filter(name => !serving.some(one => one.region === name))
      .sort(),
  };
}
