import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  type Check,
  DURATION_EXPECTATION,
  durationMs,
  formatProblem,
  isDuration,
  parseChangeSettings,
  parseContinuitySpec,
  parseGateSettings,
  parseReleaseSettings,
  parseScorecardSettings,
  parseTierSettings,
  type Problem,
} from '@continuity/engine';
import { readCalendarsSettings } from './readCalendarsSettings';
import { readGraphSettings } from './readGraphSettings';
import { readPagePath } from './readPagePath';
import { readSigningKey } from './readSigningKey';
import type { ContinuitySettings } from './types';

const ROOT = 'continuity';
const DEFAULT_REFRESH = 'PT60S';
/** Reading a whole catalog more often than this would be an attack on it. */
const SHORTEST_REFRESH = 'PT5S';

/**
 * Where services are deployed in an organisation that does not say. Only what the
 * default policies speak of: an environment that is not known denies, and one that
 * is assumed to be there would answer for places nobody declared.
 */
const DEFAULT_ENVIRONMENTS: ContinuitySettings['environments'] = [
  { name: 'production', role: 'primary' },
];

/** A value, or what is wrong with it. */
type Read<T> =
  | { value: T; problems: [] }
  | { value?: undefined; problems: Problem[] };

/**
 * Reads and checks the `continuity` configuration; what is absent takes its default.
 *
 * @param options.checks - every check that exists; policies may name these
 * @throws InputError that lists everything that is wrong, each with its path, the
 * value and what was expected
 */
export function readContinuitySettings(
  config: Pick<RootConfigService, 'getOptional'>,
  options: { checks: readonly Check[] },
): ContinuitySettings {
  const configured = config.getOptional(ROOT);
  if (configured !== undefined && !isObject(configured)) {
    throw new InputError(
      `${ROOT}: ${JSON.stringify(
        configured,
      )} is not an object with the configuration of Continuity`,
    );
  }
  const raw = objectOf(configured);
  const tiers = readTiers(raw);
  const graph = readOf(readGraphSettings(raw.graph, `${ROOT}.graph`));
  const gate = readOf(
    parseGateSettings(
      raw.gate,
      {
        tierIds: tierIds(tiers, raw),
        checks: options.checks,
        observesTraffic: (graph.value?.traffic.sources.length ?? 0) > 0,
      },
      `${ROOT}.gate`,
    ),
  );
  const releases = readOf(
    parseReleaseSettings(
      raw.releases,
      {
        tierIds: tierIds(tiers, raw),
        checkIds: options.checks.map(({ id }) => id),
      },
      `${ROOT}.releases`,
    ),
  );
  const changes = readOf(
    parseChangeSettings(raw.changes, tierIds(tiers, raw), `${ROOT}.changes`),
  );
  const scorecards = readOf(
    parseScorecardSettings(
      raw.scorecards,
      {
        tierIds: tierIds(tiers, raw),
        checkIds: options.checks.map(({ id }) => id),
      },
      `${ROOT}.scorecards`,
    ),
  );
  const environments = readEnvironments(raw);
  const calendars = readOf(
    readCalendarsSettings(
      raw.calendars,
      tierIds(tiers, raw),
      `${ROOT}.calendars`,
    ),
  );
  const signing = readOf(readSigningKey(raw.signing, `${ROOT}.signing`));
  const refresh = readRefresh(raw, gate.value?.maxCatalogAge);
  const page = readOf(
    readPagePath(raw.app, config.getOptional('app.extensions'), `${ROOT}.app`),
  );

  const problems = [
    tiers,
    gate,
    environments,
    calendars,
    refresh,
    graph,
    releases,
    changes,
    scorecards,
    signing,
    page,
  ].flatMap(read => read.problems);
  if (
    !tiers.value ||
    !gate.value ||
    !environments.value ||
    !calendars.value ||
    !refresh.value ||
    !graph.value ||
    !releases.value ||
    !changes.value ||
    !scorecards.value ||
    !signing.value ||
    page.value === undefined
  ) {
    throw new InputError(
      [
        'The configuration of Continuity is wrong; correct it in app-config.yaml and start again:',
        ...problems.map(problem => `- ${formatProblem(problem)}`),
      ].join('\n'),
    );
  }
  return {
    tiers: tiers.value,
    gate: gate.value,
    environments: environments.value,
    catalogRefreshMs: refresh.value,
    graph: graph.value,
    releases: releases.value,
    changes: changes.value,
    scorecards: scorecards.value,
    pagePath: page.value,
    ...calendars.value,
    ...signing.value,
  };
}

function readTiers(
  raw: Record<string, unknown>,
): Read<ContinuitySettings['tiers']> {
  const { tiers, planning } = raw;
  return readOf(
    parseTierSettings(
      {
        ...(tiers !== undefined && { tiers }),
        ...(planning !== undefined && { planning }),
      },
      ROOT,
    ),
  );
}

/** A tier with a fault of its own must not make every policy that names it wrong. */
function tierIds(
  tiers: Read<ContinuitySettings['tiers']>,
  raw: Record<string, unknown>,
): string[] {
  if (tiers.value) {
    return tiers.value.tiers.map(({ id }) => id);
  }
  return (Array.isArray(raw.tiers) ? raw.tiers : [])
    .map(tier => objectOf(tier).id)
    .filter(id => typeof id === 'string');
}

/** The same shape, and the same rules, as the environments of an entity. */
function readEnvironments(
  raw: Record<string, unknown>,
): Read<ContinuitySettings['environments']> {
  const { environments } = raw;
  if (environments === undefined) {
    return { value: DEFAULT_ENVIRONMENTS, problems: [] };
  }
  const { spec, problems } = parseContinuitySpec({ environments }, ROOT);
  return spec?.environments
    ? { value: spec.environments, problems: [] }
    : { problems };
}

function readRefresh(
  raw: Record<string, unknown>,
  maxCatalogAge: string | undefined,
): Read<number> {
  const path = `${ROOT}.catalog.refresh`;
  if (raw.catalog !== undefined && !isObject(raw.catalog)) {
    return wrong(
      `${ROOT}.catalog`,
      `${JSON.stringify(
        raw.catalog,
      )} is not an object, e.g. { refresh: ${DEFAULT_REFRESH} }`,
    );
  }
  const refresh = objectOf(raw.catalog).refresh ?? DEFAULT_REFRESH;
  if (typeof refresh !== 'string' || !isDuration(refresh)) {
    return wrong(
      path,
      `${JSON.stringify(refresh)} is not ${DURATION_EXPECTATION}`,
    );
  }
  const value = durationMs(refresh);
  if (value < durationMs(SHORTEST_REFRESH)) {
    return wrong(path, `"${refresh}" is shorter than ${SHORTEST_REFRESH}`);
  }
  if (maxCatalogAge !== undefined && value >= durationMs(maxCatalogAge)) {
    return wrong(
      path,
      `"${refresh}" is not shorter than ${ROOT}.gate.maxCatalogAge, "${maxCatalogAge}"; the gate would close between two readings`,
    );
  }
  return { value, problems: [] };
}

function readOf<T>(parsed: { settings: T } | { problems: Problem[] }): Read<T> {
  return 'settings' in parsed
    ? { value: parsed.settings, problems: [] }
    : { problems: parsed.problems };
}

function wrong(path: string, message: string): { problems: Problem[] } {
  return { problems: [{ path, message }] };
}

function objectOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? { ...value } : {};
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
