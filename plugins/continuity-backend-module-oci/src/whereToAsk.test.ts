import type { CollectedService } from '@continuity/plugin-continuity-node';
import type { RegistrySettings } from './config';
import { whereToAsk } from './whereToAsk';

const registry = (
  region: string,
  environments?: string[],
): RegistrySettings => ({
  region,
  url: `https://${region}.example`,
  name: `${region}.example`,
  auth: { type: 'anonymous' },
  realms: [],
  ...(environments && { environments }),
});

const service = (
  ...places: [string, string?][]
): Pick<CollectedService, 'environments'> => ({
  environments: places.map(([name, region]) => ({
    name,
    ...(region !== undefined && { region }),
    role: 'primary',
  })),
});

const EU = registry('eu');
const US = registry('us');
const TEST = registry('test', ['test']);
const all = { registries: [EU, US, TEST], regions: 'all' as const };
const declared = { ...all, regions: 'declared' as const };
const production = { environment: 'production' };

it.each([
  [production, service(['production']), all, [EU, US], []],
  [production, service(['production', 'eu']), all, [EU, US], []],
  [production, service(['production', 'ap']), all, [EU, US], ['ap']],
  [{ environment: 'test' }, service(), all, [EU, US, TEST], []],
  [production, service(['production']), declared, [EU, US], []],
  [production, service(['production', 'eu']), declared, [EU], []],
  [production, service(['production', 'ap']), declared, [], ['ap']],
  // What was deployed to one region goes back in that region.
  [
    { ...production, region: 'us' },
    service(['production', 'eu']),
    declared,
    [US],
    [],
  ],
  // A registry of another environment is none of this one.
  [production, service(['production', 'test']), declared, [], ['test']],
])('%j of %j', (release, of, settings, registries, unknown) => {
  expect(whereToAsk(release, of, settings)).toEqual({ registries, unknown });
});
