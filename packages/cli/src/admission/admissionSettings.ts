import { z } from 'zod';
import { UsageError } from '../failures';
import { readMapping } from '../release/readMapping';
import { readEntityRef } from '../readEntityRef';
import type { Io } from '../Io';

/** `10s`, `500ms`, `15m`, `6h`; in milliseconds. */
function duration(from: string, to: string, byDefault: string) {
  return z
    .string()
    .default(byDefault)
    .transform((text, context) => {
      const value = milliseconds(text);
      if (
        value === undefined ||
        value < (milliseconds(from) ?? 0) ||
        value > (milliseconds(to) ?? Infinity)
      ) {
        context.addIssue({
          code: 'custom',
          message: `"${text}" is not a time from ${from} to ${to}, e.g. ${byDefault}`,
        });
        return z.NEVER;
      }
      return value;
    });
}

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

function milliseconds(text: string): number | undefined {
  const [, count, unit] = /^(\d+)(ms|s|m|h)$/.exec(text) ?? [];
  return unit === undefined
    ? undefined
    : Number(count) * UNITS[unit as keyof typeof UNITS];
}

/** A name, or a pattern with `*`, of at most 253 characters. */
const pattern = z.string().min(1).max(253);
const name = z.string().trim().min(1).max(100);

/** What a workload with something against it, short of a verdict, is answered. */
const denyOrWarn = z.enum(['deny', 'warn']);

const namespaceRule = z.strictObject({
  /** The namespaces it is for: a name or a pattern with `*`. */
  match: pattern,
  /** The environment of the catalog that they belong to. */
  environment: name,
  /** Absent: the region of the cluster. */
  region: name.optional(),
});

const nameSource = z.union([
  z.strictObject({ annotation: z.string().min(1) }),
  z.strictObject({ label: z.string().min(1) }),
]);

const entityRef = z.string().transform((text, context) => {
  try {
    return readEntityRef('ref', text);
  } catch {
    context.addIssue({
      code: 'custom',
      message: `"${text}" is not an entity ref with its kind, e.g. component:default/payments-api`,
    });
    return z.NEVER;
  }
});

const schema = z.strictObject({
  /** `audit`: everything is let through, and told what would have been denied. */
  mode: z.enum(['enforce', 'audit']).default('enforce'),
  /** The region that this cluster stands in. Absent: the gate is asked about all of them. */
  region: name.optional(),
  /** The first that matches counts; a namespace that none matches is denied. */
  namespaces: z.array(namespaceRule).min(1),
  /** Namespaces that are never judged, besides `kube-system` and the webhook's own. */
  exemptNamespaces: z.array(pattern).default([]),
  /** Where a workload says which service it belongs to; the first that is there counts. */
  names: z
    .array(nameSource)
    .min(1)
    .default([
      { annotation: 'backstage.io/kubernetes-id' },
      { label: 'backstage.io/kubernetes-id' },
      { label: 'app.kubernetes.io/name' },
    ]),
  /** Services whose name in the catalog is another: name in the cluster to entity ref. */
  services: z.record(z.string(), entityRef).default({}),
  /** What a workload is answered that belongs to no service of the catalog. */
  unknownWorkloads: denyOrWarn.default('deny'),
  /** What a workload is answered whose image has no digest, only a tag. */
  tags: denyOrWarn.default('warn'),
  /** Images that are no artifact of the service, such as sidecars: names with `*`, `**`. */
  ignoreImages: z.array(pattern).default([]),
  /** Annotations of a pod template whose change alone deploys nothing. */
  ignoreTemplateAnnotations: z.array(z.string().min(1)).default([]),
  /** Who else may create what another object owns, besides Kubernetes' own controllers. */
  controllers: z
    .array(
      z.strictObject({
        /** e.g. `system:serviceaccount:argo-rollouts:argo-rollouts` */
        user: z.string().min(1),
        /** Kinds of the owners that the webhook judges too, e.g. `ReplicaSet`. */
        owners: z.array(z.string().min(1)).min(1),
      }),
    )
    .default([]),
  /**
   * Tiers whose workloads pass when the gate has no answer. All others are denied then;
   * so are the two strictest tiers of the portal, and what has no tier, whatever stands
   * here.
   */
  passWithoutAnswer: z.array(name).default([]),
  /** How long the gate is waited for; the API server's own limit, less a second, at most. */
  answerWithin: duration('100ms', '25s', '5s'),
  /** How long an answer serves further requests with the same question. */
  reuseFor: duration('0s', '60s', '5s'),
  /** How many questions are asked at a time. */
  concurrency: z.int().min(1).max(256).default(16),
  /** How many more may wait; past that a request is answered as without an answer. */
  queue: z.int().min(0).max(10_000).default(1_000),
  /** How often the services and their tiers are read. */
  refreshEvery: duration('1s', '1h', '1m'),
  /** How long the first of these readings is waited for before anything is answered. */
  firstReadingWithin: duration('1s', '1m', '20s'),
  /** How old that reading may be to count when the gate has no answer. */
  maxAge: duration('1s', '168h', '6h'),
  /** Where people read about a decision, e.g. `https://portal.example`. */
  portalUrl: z.url({ protocol: /^https?$/ }).optional(),
});

/** What the webhook is told; durations in milliseconds. */
export type AdmissionSettings = z.output<typeof schema>;

/**
 * Reads the settings of the webhook.
 *
 * @param value - as parsed from YAML
 * @throws UsageError that names the field, the value and the expectation
 */
export function parseAdmissionSettings(value: unknown): AdmissionSettings {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the file'}: ${message}`,
    );
    throw new UsageError(`--config: ${problems.join('; ')}`);
  }
  return parsed.data;
}

/** @throws UsageError when the file cannot be read, or is not what is expected */
export async function readAdmissionSettings(
  file: string,
  io: Io,
): Promise<AdmissionSettings> {
  return parseAdmissionSettings(await readMapping('--config', file, io));
}
