import type { Config } from '@backstage/config';
import { readDurationFromConfig } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';
import { parseTemplate, type Template } from '../mapping/template';
import { VOCABULARY } from '../mapping/vocabulary';
import {
  CI_ANNOTATION,
  DEFAULT_FIELDS,
  DEFAULT_MOVES,
  DEFAULT_STATES,
  DEFAULT_TYPES,
} from './defaults';
import type { InboundMove, ServiceNowSettings } from './types';

const ROOT = 'continuity.connectors.servicenow';

/** More often would be an attack on the instance. */
const SHORTEST_POLL_MS = 10_000;
const LONGEST_POLL_MS = 3_600_000;
const LONGEST_TIMEOUT_MS = 55_000;

const text = (noun: string) =>
  z.string({ error: noun }).regex(/\S/, { error: noun });
const sysId = z.string({ error: 'a sys_id' }).regex(/^[0-9a-f]{32}$/i, {
  error: 'a sys_id: 32 hexadecimal digits',
});
const state = z
  .union([z.string(), z.number()], { error: 'a value of state, e.g. "-2"' })
  .transform(String);
const column = z.string().regex(/^[a-z][a-z0-9_]{0,79}$/, {
  error: 'a column of change_request',
});

const changeType = z.union(
  [
    z.strictObject({ type: z.enum(['normal', 'emergency']) }),
    z.strictObject({ template: sysId }),
    z.strictObject({ model: sysId }),
  ],
  {
    error:
      '{ type: normal }, { type: emergency }, { template: <sys_id> } or { model: <sys_id> }',
  },
);

const auth = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.literal('basic'),
      username: text('the name of the integration user'),
      password: text('the password of the integration user'),
    }),
    z.strictObject({
      type: z.literal('oauth'),
      clientId: text('the client id of the OAuth application'),
      clientSecret: text('the client secret of the OAuth application'),
    }),
  ],
  { error: '{ type: basic, ... } or { type: oauth, ... }' },
);

const shape = z.strictObject({
  url: z
    .string({ error: 'the https address of the instance' })
    .refine(isInstance, { error: 'the https address of the instance' })
    .transform(address => new URL(address).origin),
  auth,
  approvals: z
    .enum(['show', 'count'], { error: 'show or count' })
    .default('show'),
  // Read by themselves.
  pollInterval: z.unknown().optional(),
  timeout: z.unknown().optional(),
  types: z
    .strictObject({
      standard: changeType.optional(),
      major: changeType.optional(),
      emergency: changeType.optional(),
    })
    .default({}),
  assignmentGroup: sysId.optional(),
  annotation: text('the name of an annotation').default(CI_ANNOTATION),
  fields: z
    .record(column, z.union([z.string(), z.literal(false)]), {
      error: 'texts by column of change_request',
    })
    .default({}),
  states: z
    .strictObject({
      toServiceNow: z
        .partialRecord(
          z.enum(Object.keys(DEFAULT_STATES) as [string, ...string[]]),
          state,
        )
        .default({}),
      fromServiceNow: z
        .record(
          z.string(),
          z.enum(['cancel', 'schedule', 'start', 'finish', 'none'], {
            error: 'cancel, schedule, start, finish or none',
          }),
        )
        .default({}),
    })
    .default({ toServiceNow: {}, fromServiceNow: {} }),
  drafts: z
    .strictObject({
      query: text('an encoded query').refine(
        query => !/\^NQ|ORDERBY|GROUPBY/i.test(query),
        { error: 'an encoded query without ^NQ, ORDERBY and GROUPBY' },
      ),
      byName: z.boolean({ error: 'true or false' }).default(true),
      environments: z
        .array(text('the name of an environment'))
        .min(1, { error: 'at least one environment' })
        .default(['production']),
    })
    .optional(),
});

/** Columns that keep the two in step, or that the platform keeps. */
const RESERVED = /^(correlation_id|correlation_display|state|number|sys_.*)$/;

/**
 * Reads and checks the configuration; what is absent takes its default.
 *
 * @returns undefined when there is none: then there is no connector
 * @throws InputError that names every key that is wrong, and no value of a secret
 */
export function readServiceNowSettings(
  config: Pick<Config, 'getOptional' | 'getConfig' | 'has'>,
): ServiceNowSettings | undefined {
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
  const pollMs = duration('pollInterval', 60_000, [
    SHORTEST_POLL_MS,
    LONGEST_POLL_MS,
  ]);
  const timeoutMs = duration('timeout', 20_000, [1_000, LONGEST_TIMEOUT_MS]);
  const fields = readFields(reading.data, problems);
  if (!reading.success || problems.length > 0) {
    throw new InputError(
      [
        'The configuration of the connector to ServiceNow is wrong; correct it in app-config.yaml and start again:',
        ...problems.map(problem => `- ${problem}`),
      ].join('\n'),
    );
  }
  const { url, approvals, annotation, types, states, drafts } = reading.data;
  return {
    url,
    auth: reading.data.auth,
    pollSeconds: Math.round(pollMs / 1_000),
    timeoutMs,
    approvals,
    types: { ...DEFAULT_TYPES, ...types },
    fields,
    toThere: { ...DEFAULT_STATES, ...states.toServiceNow },
    fromThere: movesOf({ ...DEFAULT_MOVES, ...states.fromServiceNow }),
    annotation,
    ...(drafts && { drafts: { ...drafts, annotation } }),
  };
}

function readFields(
  settings: z.infer<typeof shape> | undefined,
  problems: string[],
): Map<string, Template> {
  const templates = new Map<string, Template>();
  const { assignmentGroup, fields = {} } = settings ?? {};
  const all: Record<string, string | false> = {
    ...DEFAULT_FIELDS,
    ...(assignmentGroup !== undefined && { assignment_group: assignmentGroup }),
    ...fields,
  };
  for (const [name, value] of Object.entries(all)) {
    if (value === false) continue;
    const at = `${ROOT}.fields.${name}`;
    if (RESERVED.test(name)) {
      problems.push(`${at}: the connector or the platform writes this column`);
    }
    const read = parseTemplate(value);
    if ('unknown' in read) {
      problems.push(
        `${at}: "{{ ${
          read.unknown
        } }}" is not known; expected one of ${Object.keys(VOCABULARY).join(
          ', ',
        )}`,
      );
    } else {
      templates.set(name, read.template);
    }
  }
  return templates;
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
      `${ROOT}.${key}: expected from ${shortest / 1_000} to ${
        longest / 1_000
      } seconds`,
    );
  } catch (error) {
    problems.push(`${ROOT}.${key}: ${toError(error).message}`);
  }
  return fallback;
}

function movesOf(
  moves: Record<string, InboundMove | 'none'>,
): Map<string, InboundMove> {
  return new Map(
    Object.entries(moves).flatMap(([value, move]) =>
      move === 'none' ? [] : [[value, move] as const],
    ),
  );
}

/** Credentials travel in every request, so only an instance on this machine may do without TLS. */
function isInstance(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return (
    username === '' &&
    password === '' &&
    (protocol === 'https:' ||
      (protocol === 'http:' &&
        ['localhost', '127.0.0.1', '[::1]'].includes(hostname)))
  );
}
