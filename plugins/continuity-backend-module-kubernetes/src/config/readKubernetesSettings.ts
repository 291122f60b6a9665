import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { parseIgnoreRules, type IgnoreRule } from '@continuity/engine';
import { z } from 'zod';
import { readPortalClusters } from './readPortalClusters';
import type { ClusterSettings, KubernetesSettings } from './types';

const ROOT = 'continuity.collectors.kubernetes';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const line = (noun: string) =>
  z
    .string({ error: noun })
    .max(100, { error: noun })
    .regex(/\S/, { error: noun })
    .regex(/^[^\p{Cc}]*$/u, { error: noun });

const shape = z.strictObject({
  clusters: z
    .array(
      z.strictObject({
        name: line('the name of a cluster of kubernetes.clusterLocatorMethods'),
        environments: z
          .array(line('the name of an environment'), {
            error: 'a list of environments',
          })
          .min(1, { error: 'at least one environment' }),
        region: line('the name of a region').optional(),
      }),
      { error: 'a list of clusters' },
    )
    .min(1, { error: 'at least one cluster' })
    .superRefine((clusters, context) => {
      const seen = new Set<string>();
      clusters.forEach(({ environments, region }, index) => {
        for (const environment of environments) {
          const key = JSON.stringify([environment, region]);
          if (seen.has(key)) {
            context.addIssue({
              code: 'custom',
              path: [index],
              message: `an environment and region that no other cluster has: ${environment}`,
            });
          }
          seen.add(key);
        }
      });
    }),
  annotation: line('the name of an annotation').default(
    'continuity.dev/manifests-url',
  ),
  compare: z
    .enum(['two-way', 'three-way', 'ownership'], {
      error: 'two-way, three-way or ownership',
    })
    .default('two-way'),
  managers: z
    .array(line('a field manager'), { error: 'a list of field managers' })
    .optional(),
  parity: z
    .strictObject(
      { allow: z.unknown().optional() },
      { error: 'allow, with rules for what is meant to differ' },
    )
    .optional(),
  // Read by themselves.
  ignore: z.unknown().optional(),
  every: z.unknown().optional(),
  timeout: z.unknown().optional(),
  watch: z.unknown().optional(),
});

/**
 * Reads and checks the configuration; what is absent takes its default.
 *
 * @returns undefined when there is none: then there is no collector
 * @throws InputError that names every key that is wrong, and no value of a secret
 */
export function readKubernetesSettings(
  config: Pick<Config, 'getOptional' | 'getConfig' | 'has'>,
): KubernetesSettings | undefined {
  if (!config.has(ROOT)) return undefined;
  const problems: string[] = [];
  const reading = shape.safeParse(config.getOptional(ROOT));
  if (!reading.success) {
    problems.push(
      ...reading.error.issues.map(
        issue =>
          `${[ROOT, ...issue.path].join('.')}: ${
            issue.code === 'unrecognized_keys'
              ? `there is no ${issue.keys.join(', ')}`
              : `expected ${issue.message}`
          }`,
      ),
    );
  }
  const everyMs =
    readDuration(config, 'every', [10 * MINUTE_MS, 12 * HOUR_MS], problems) ??
    HOUR_MS;
  const timeoutMs =
    readDuration(config, 'timeout', [1_000, MINUTE_MS], problems) ?? 30_000;
  const watchMs = readDuration(
    config,
    'watch',
    // The next run has to begin in time.
    [MINUTE_MS, Math.max(MINUTE_MS, everyMs / 2)],
    problems,
  );
  const ignore = readRules(config, 'ignore', problems);
  const allow = readRules(config, 'parity.allow', problems);
  const clusters = reading.success
    ? readClusters(config, reading.data.clusters, problems)
    : [];
  if (!reading.success || problems.length > 0) {
    throw new InputError(
      [
        'The configuration of the collector of Kubernetes clusters is wrong; correct it in app-config.yaml and start again:',
        ...problems.map(problem => `- ${problem}`),
      ].join('\n'),
    );
  }
  const { annotation, compare, managers, parity } = reading.data;
  return {
    clusters,
    everySeconds: Math.round(everyMs / 1000),
    timeoutMs,
    annotation,
    comparison: compare,
    ignore,
    ...(managers && { managers }),
    ...(parity && { parity: { allow } }),
    ...(watchMs !== undefined && { watchMs }),
  };
}

function readClusters(
  config: Pick<Config, 'getOptional'>,
  wanted: z.infer<typeof shape>['clusters'],
  problems: string[],
): ClusterSettings[] {
  const known = readPortalClusters(config, problems);
  return wanted.flatMap(({ name, environments, region }, index) => {
    const cluster = known.get(name);
    if (!cluster || 'problem' in cluster) {
      problems.push(
        `${ROOT}.clusters.${index}.name: ${name} ${
          cluster?.problem ??
          'is not there; expected one of kubernetes.clusterLocatorMethods with type config'
        }`,
      );
      return [];
    }
    return [
      { ...cluster, environments, ...(region !== undefined && { region }) },
    ];
  });
}

function readRules(
  config: Pick<Config, 'getOptional'>,
  key: string,
  problems: string[],
): readonly IgnoreRule[] {
  const raw = config.getOptional(`${ROOT}.${key}`);
  if (raw === undefined) return [];
  const reading = parseIgnoreRules({ rules: raw }, ROOT);
  if ('rules' in reading) return reading.rules;
  problems.push(
    ...reading.problems.map(
      ({ path, message }) =>
        `${path.replace(`${ROOT}.rules`, `${ROOT}.${key}`)}: ${message}`,
    ),
  );
  return [];
}

function readDuration(
  config: Pick<Config, 'getConfig' | 'has'>,
  key: string,
  [shortest, longest]: [number, number],
  problems: string[],
): number | undefined {
  if (!config.has(`${ROOT}.${key}`)) return undefined;
  try {
    const ms = durationToMilliseconds(
      readDurationFromConfig(config.getConfig(ROOT), { key }),
    );
    if (ms >= shortest && ms <= longest) return ms;
    problems.push(
      `${ROOT}.${key}: expected from ${shortest / 1000} to ${
        longest / 1000
      } seconds`,
    );
  } catch (error) {
    problems.push(`${ROOT}.${key}: ${toError(error).message}`);
  }
  return undefined;
}
