import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

const ROOT = 'continuity.github';

/** GitHub asks for high entropy; shorter ones can be guessed from one signed message. */
const SHORTEST_SECRET = 16;
const REJECT_AFTER_MS = 15 * 60_000;

export interface GitHubSettings {
  /** One or several; whatever one of them signed is taken. */
  webhookSecrets: string[];
  /** Absent: a deployment is never rejected, it waits. */
  rejectAfterMs?: number;
  /** Names in the catalog by names in GitHub, where they differ. */
  environments: ReadonlyMap<string, string>;
}

const SECRET = `a secret of at least ${SHORTEST_SECRET} characters`;
const name = z
  .string({ error: 'the name of an environment' })
  .regex(/\S/, { error: 'the name of an environment' });

const shape = z.strictObject({
  webhookSecrets: z
    .array(
      z.string({ error: SECRET }).min(SHORTEST_SECRET, { error: SECRET }),
      {
        error: 'the secrets of the webhook, as a list',
      },
    )
    .min(1, { error: 'at least one secret' }),
  // Read by itself.
  rejectAfter: z.unknown().optional(),
  environments: z
    .record(name, name, { error: 'names by names of GitHub' })
    .default({}),
});

/**
 * Reads and checks the configuration; what is absent takes its default.
 *
 * @returns undefined when there is none: then nothing is answered
 * @throws InputError that names every key that is wrong, and no value of a secret
 */
export function readGitHubSettings(
  config: Pick<Config, 'getOptional' | 'getConfig' | 'has'>,
): GitHubSettings | undefined {
  if (!config.has(ROOT)) return undefined;
  const reading = shape.safeParse(config.getOptional(ROOT));
  const problems = (reading.error?.issues ?? []).map(
    issue =>
      `${[ROOT, ...issue.path].join('.')}: ${
        issue.code === 'unrecognized_keys'
          ? `there is no ${issue.keys.join(', ')}`
          : `expected ${issue.message}`
      }`,
  );
  let rejectAfterMs: number | undefined;
  try {
    rejectAfterMs = readRejectAfter(config, reading.data?.rejectAfter);
  } catch (error) {
    problems.push(`${ROOT}.rejectAfter: ${toError(error).message}`);
  }
  if (!reading.success || problems.length > 0) {
    throw new InputError(
      [
        'The configuration of deployment protection rules of GitHub is wrong; correct it in app-config.yaml and start again:',
        ...problems.map(problem => `- ${problem}`),
      ].join('\n'),
    );
  }
  const { webhookSecrets, environments } = reading.data;
  return {
    webhookSecrets,
    ...(rejectAfterMs !== undefined && { rejectAfterMs }),
    environments: new Map(Object.entries(environments)),
  };
}

function readRejectAfter(
  config: Pick<Config, 'getConfig'>,
  given: unknown,
): number | undefined {
  if (given === undefined) return REJECT_AFTER_MS;
  if (given === 'never') return undefined;
  return durationToMilliseconds(
    readDurationFromConfig(config.getConfig(ROOT), { key: 'rejectAfter' }),
  );
}
