import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { parseIgnoreRules, type IgnoreRule } from '@continuity/engine';
import { z } from 'zod';
import type { ArgocdSettings } from './types';

const ROOT = 'continuity.collectors.argocd';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const line = (noun: string) =>
  z
    .string({ error: noun })
    .max(200, { error: noun })
    .regex(/\S/, { error: noun })
    .regex(/^[^\p{Cc}]*$/u, { error: noun });

const ADDRESS = 'the https address of a server of Argo CD';

const instance = z.strictObject({
  name: line('a name'),
  url: z
    .string({ error: ADDRESS })
    .refine(isSafe, { error: `${ADDRESS}, since a token is sent there` })
    .transform(url => url.replace(/\/+$/, '')),
  token: z
    .string({ error: 'a token' })
    .regex(/^[\x21-\x7e]+$/, { error: 'a token' }),
  environments: z
    .array(line('the name of an environment'), {
      error: 'a list of environments',
    })
    .min(1, { error: 'at least one environment' }),
  region: line('the name of a region').optional(),
  destination: line('the name or address of a cluster').optional(),
});

const shape = z.strictObject({
  instances: z
    .array(instance, { error: 'a list of instances' })
    .min(1, { error: 'at least one instance' })
    .superRefine((instances, context) => {
      const seen = new Set<string>();
      instances.forEach(({ environments, region }, index) => {
        for (const environment of environments) {
          const key = JSON.stringify([environment, region]);
          if (seen.has(key)) {
            context.addIssue({
              code: 'custom',
              path: [index],
              message: `an environment and region that no other instance has: ${environment}`,
            });
          }
          seen.add(key);
        }
      });
    }),
  compare: z
    .enum(['two-way', 'three-way', 'ownership'], {
      error: 'two-way, three-way or ownership',
    })
    .default('two-way'),
  managers: z
    .array(line('a field manager'), { error: 'a list of field managers' })
    .optional(),
  // Read by themselves.
  ignore: z.unknown().optional(),
  every: z.unknown().optional(),
  timeout: z.unknown().optional(),
});

/**
 * Reads and checks the configuration; what is absent takes its default.
 *
 * @returns undefined when there is none: then there is no collector
 * @throws InputError that names every key that is wrong, and no value of a secret
 */
export function readArgocdSettings(
  config: Pick<Config, 'getOptional' | 'getConfig' | 'has'>,
): ArgocdSettings | undefined {
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
  const duration = (key: string, fallback: number, range: [number, number]) =>
    readDuration(config, key, fallback, range, problems);
  const everyMs = duration('every', HOUR_MS, [10 * MINUTE_MS, 12 * HOUR_MS]);
  const timeoutMs = duration('timeout', 30_000, [1_000, MINUTE_MS]);
  const ignore = readRules(config.getOptional(`${ROOT}.ignore`), problems);
  if (!reading.success || problems.length > 0) {
    throw new InputError(
      [
        'The configuration of the collector of Argo CD is wrong; correct it in app-config.yaml and start again:',
        ...problems.map(problem => `- ${problem}`),
      ].join('\n'),
    );
  }
  const { instances, compare, managers } = reading.data;
  return {
    instances: instances.map(({ region, destination, ...one }) => ({
      ...one,
      ...(region !== undefined && { region }),
      ...(destination !== undefined && { destination }),
    })),
    everySeconds: Math.round(everyMs / 1000),
    timeoutMs,
    comparison: compare,
    ignore,
    ...(managers && { managers }),
  };
}

function readRules(raw: unknown, problems: string[]): readonly IgnoreRule[] {
  if (raw === undefined) return [];
  const reading = parseIgnoreRules({ rules: raw }, ROOT);
  if ('rules' in reading) return reading.rules;
  problems.push(
    ...reading.problems.map(
      ({ path, message }) =>
        `${path.replace(`${ROOT}.rules`, `${ROOT}.ignore`)}: ${message}`,
    ),
  );
  return [];
}

function readDuration(
  config: Pick<Config, 'getConfig' | 'has'>,
  key: string,
  fallback: number,
  [shortest, longest]: [number, number],
  problems: string[],
): number {
  if (!config.has(`${ROOT}.${key}`)) return fallback;
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
  return fallback;
}

/** A token goes over TLS, or does not leave this machine. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(
    address,
  );
  return (
    [username, password, search, hash].every(part => part === '') &&
    (protocol === 'https:' ||
      (protocol === 'http:' &&
        ['localhost', '127.0.0.1', '[::1]'].includes(hostname)))
  );
}
