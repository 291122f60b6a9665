import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';
import type { OciSettings } from './types';

const ROOT = 'continuity.collectors.oci';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Evidence is good for three days, and is renewed after half of that. */
const LONGEST_EVERY_MS = 24 * HOUR_MS;

const text = (noun: string) =>
  z.string({ error: noun }).regex(/\S/, { error: noun });
const line = (noun: string, max: number) =>
  text(noun)
    .max(max, { error: noun })
    .regex(/^[^\p{Cc}]*$/u, { error: noun });

const auth = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.literal('basic'),
      username: text('a user name'),
      password: text('a password'),
    }),
    z.strictObject({ type: z.literal('token'), token: text('a token') }),
    z.strictObject({ type: z.literal('anonymous') }),
  ],
  { error: '{ type: basic, ... }, { type: token, ... } or nothing' },
);

const registry = z
  .strictObject({
    region: line('the name of a region', 100),
    url: z
      .string({ error: 'the https address of a registry, without a path' })
      .refine(isOrigin, {
        error: 'the https address of a registry, without a path',
      })
      .transform(address => new URL(address).origin),
    prefix: z
      .string({ error: 'the beginning of repositories, e.g. mirror/acme' })
      .max(150)
      .regex(/^[a-z0-9]+([._/-][a-z0-9._-]+)*$/, {
        error: 'the beginning of repositories, e.g. mirror/acme',
      })
      .optional(),
    environments: z
      .array(line('the name of an environment', 100))
      .min(1, { error: 'at least one environment' })
      .optional(),
    auth: auth.default({ type: 'anonymous' }),
    realms: z
      .array(
        z
          .string()
          .refine(isOrigin, {
            error: 'the https address of a token server, without a path',
          })
          .transform(address => new URL(address).origin),
      )
      .default([]),
  })
  .refine(one => one.auth.type === 'anonymous' || isSafe(one.url), {
    path: ['url'],
    error: 'https, since credentials are sent there',
  })
  .refine(one => one.realms.every(isSafe), {
    path: ['realms'],
    error: 'https, since credentials are sent there',
  });

const shape = z.strictObject({
  registries: z
    .array(registry, { error: 'a list of registries' })
    .min(1, { error: 'at least one registry' })
    .superRefine((registries, context) => {
      const seen = new Set<string>();
      registries.forEach(({ region, url, prefix }, index) => {
        const key = `${region} ${url} ${prefix}`;
        if (seen.has(key)) {
          context.addIssue({
            code: 'custom',
            path: [index],
            message: 'a registry that the region does not have already',
          });
        }
        seen.add(key);
      });
    }),
  regions: z
    .enum(['all', 'declared'], { error: 'all or declared' })
    .default('all'),
  annotation: text('the name of an annotation').default(
    'continuity.dev/oci-repository',
  ),
  // Read by themselves.
  every: z.unknown().optional(),
  timeout: z.unknown().optional(),
});

/**
 * Reads and checks the configuration; what is absent takes its default.
 *
 * @returns undefined when there is none: then there is no collector
 * @throws InputError that names every key that is wrong, and no value of a secret
 */
export function readOciSettings(
  config: Pick<Config, 'getOptional' | 'getConfig' | 'has'>,
): OciSettings | undefined {
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
  const everyMs = duration('every', 6 * HOUR_MS, [
    10 * MINUTE_MS,
    LONGEST_EVERY_MS,
  ]);
  const timeoutMs = duration('timeout', 20_000, [1_000, MINUTE_MS]);
  if (!reading.success || problems.length > 0) {
    throw new InputError(
      [
        'The configuration of the collector of OCI registries is wrong; correct it in app-config.yaml and start again:',
        ...problems.map(problem => `- ${problem}`),
      ].join('\n'),
    );
  }
  const { registries, regions, annotation } = reading.data;
  return {
    registries: registries.map(({ prefix, environments, ...one }) => ({
      ...one,
      name: `${new URL(one.url).host}${
        prefix === undefined ? '' : `/${prefix}`
      }`,
      ...(prefix !== undefined && { prefix }),
      ...(environments && { environments }),
    })),
    everySeconds: Math.round(everyMs / 1000),
    timeoutMs,
    regions,
    annotation,
  };
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

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, pathname, search, hash } = new URL(
    address,
  );
  return (
    /^https?:$/.test(protocol) &&
    username === '' &&
    password === '' &&
    pathname === '/' &&
    search === '' &&
    hash === ''
  );
}

/** Credentials go over TLS, or do not leave this machine. */
function isSafe(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return (
    protocol === 'https:' ||
    ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  );
}
