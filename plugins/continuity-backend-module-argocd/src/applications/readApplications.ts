import {
  parseInstant,
  type DriftProblem,
  type Instant,
  type SourcedObject,
} from '@continuity/engine';
import { z } from 'zod';
import type { ArgocdClient } from './ArgocdClient';
import { ArgocdSilence } from './ArgocdSilence';
import type { WhichApplications } from './whichApplications';

/** More applications than one service has. */
const MOST_APPLICATIONS = 50;

/** Conditions under which what Argo CD holds as desired may be old, or nothing. */
const UNRELIABLE: ReadonlySet<string> = new Set([
  'ComparisonError',
  'InvalidSpecError',
  'UnknownError',
]);

const application = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
  }),
  spec: z.looseObject({
    destination: z
      .looseObject({
        server: z.string().optional(),
        name: z.string().optional(),
        namespace: z.string().optional(),
      })
      .optional(),
  }),
  status: z
    .looseObject({
      sync: z.looseObject({ status: z.string().optional() }).optional(),
      reconciledAt: z.string().nullish(),
      conditions: z.array(z.looseObject({ type: z.string() })).nullish(),
    })
    .optional(),
});

type Application = z.infer<typeof application>;

const applications = z.looseObject({
  items: z.array(application).nullish(),
});

/** `ResourceDiff` of Argo CD; states are JSON in a text, `null` or empty where there is none. */
const managedResources = z.looseObject({
  items: z
    .array(
      z.looseObject({
        group: z.string().optional(),
        kind: z.string().optional(),
        namespace: z.string().optional(),
        name: z.string().optional(),
        hook: z.boolean().optional(),
        targetState: z.string().nullish(),
        liveState: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** What Argo CD knows of the applications of a service. */
export interface ApplicationState {
  readonly desired: SourcedObject[];
  readonly live: SourcedObject[];
  /** What of it may not be relied on. */
  readonly problems: DriftProblem[];
  /** Of objects that name none. Absent: the applications do not agree. */
  readonly namespace?: string;
  /**
   * When Argo CD last looked; of several applications the longest ago. Absent: it never did,
   * which is a problem, too.
   */
  readonly reconciledAt?: Instant;
}

/**
 * Asks for the applications of a service, and for what they manage: as Git says, and as it
 * runs.
 *
 * @throws ArgocdSilence when there is nothing to be seen
 */
export async function readApplications(
  client: Pick<ArgocdClient, 'get'>,
  which: WhichApplications,
  { destination, signal }: { destination?: string; signal: AbortSignal },
): Promise<ApplicationState> {
  const found = (await find(client, which, signal)).filter(
    one =>
      destination === undefined ||
      one.spec.destination?.server === destination ||
      one.spec.destination?.name === destination,
  );
  if (found.length === 0 || found.length > MOST_APPLICATIONS) {
    throw new ArgocdSilence(
      found.length === 0
        ? `There is no ${describe(which)}${
            destination === undefined ? '' : ` that deploys to ${destination}`
          }`
        : `There are more than ${MOST_APPLICATIONS} of ${describe(which)}`,
      {
        about: 'application',
        remedy: 'Correct the annotation of the entity.',
      },
    );
  }
  const desired: SourcedObject[] = [];
  const live: SourcedObject[] = [];
  const problems: DriftProblem[] = [];
  for (const one of found) {
    const source = one.metadata.name;
    problems.push(...doubtsAbout(one));
    for (const item of await managedBy(client, one, which, signal)) {
      // A hook comes and goes with a sync; nobody wants it to be there.
      if (item.hook) continue;
      const states = [
        { text: item.targetState, into: desired },
        { text: item.liveState, into: live },
      ];
      for (const { text, into } of states) {
        const value = stateOf(text);
        if (value === 'unreadable') {
          problems.push({
            source,
            problem: 'unreadable',
            message: `${item.kind} ${item.name}: Argo CD sent no JSON for it`,
          });
        } else if (value !== undefined) {
          into.push({ value, source });
        }
      }
    }
  }
  const namespaces = new Set(
    found.map(({ spec }) => spec.destination?.namespace ?? 'default'),
  );
  const [namespace] = namespaces;
  const times = found.flatMap(one => lookedAt(one) ?? []);
  return {
    desired,
    live,
    problems,
    ...(namespaces.size === 1 && { namespace }),
    ...(times.length > 0 && { reconciledAt: Math.min(...times) }),
  };
}

async function find(
  client: Pick<ArgocdClient, 'get'>,
  which: WhichApplications,
  signal: AbortSignal,
): Promise<Application[]> {
  const query = new URLSearchParams();
  if (which.namespace !== undefined) {
    query.set('appNamespace', which.namespace);
  }
  const { by } = which;
  if ('name' in by) {
    const suffix = query.size === 0 ? '' : `?${query}`;
    const body = await client.get(
      `/applications/${encodeURIComponent(by.name)}${suffix}`,
      describe(which),
      signal,
    );
    return [parse(application, body, describe(which))];
  }
  query.set('selector', by.selector);
  const body = await client.get(
    `/applications?${query}`,
    describe(which),
    signal,
  );
  return parse(applications, body, describe(which)).items ?? [];
}

async function managedBy(
  client: Pick<ArgocdClient, 'get'>,
  { metadata }: Application,
  which: WhichApplications,
  signal: AbortSignal,
) {
  const { name } = metadata;
  const namespace = which.namespace ?? metadata.namespace;
  const query =
    namespace === undefined
      ? ''
      : `?appNamespace=${encodeURIComponent(namespace)}`;
  const what = `application ${name}`;
  const body = await client.get(
    `/applications/${encodeURIComponent(name)}/managed-resources${query}`,
    what,
    signal,
  );
  return parse(managedResources, body, what).items ?? [];
}

/** When Argo CD last held what runs against Git. */
function lookedAt({ status }: Application): Instant | undefined {
  const { reconciledAt } = status ?? {};
  return typeof reconciledAt === 'string'
    ? parseInstant(reconciledAt)
    : undefined;
}

/** Its words may hold an address with a password, so only the type of a condition is kept. */
function doubtsAbout(one: Application): DriftProblem[] {
  const { metadata, status } = one;
  const { name } = metadata;
  const doubt = (message: string): DriftProblem[] => [
    { source: name, problem: 'unreadable', message },
  ];
  const conditions = (status?.conditions ?? []).filter(({ type }) =>
    UNRELIABLE.has(type),
  );
  if (conditions.length > 0 || status?.sync?.status === 'Unknown') {
    return doubt(
      `Argo CD does not know what application ${name} should be (${
        conditions.map(({ type }) => type).join(', ') || 'sync status Unknown'
      })`,
    );
  }
  return lookedAt(one) === undefined
    ? doubt(`Argo CD has not looked at application ${name} so far`)
    : [];
}

function stateOf(text: string | null | undefined): unknown {
  if (!text || text === 'null') return undefined;
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return 'unreadable';
  }
}

function describe({ by }: WhichApplications): string {
  return 'name' in by
    ? `application ${by.name}`
    : `application with ${by.selector}`;
}

function parse<T>(schema: z.ZodType<T>, body: unknown, what: string): T {
  const { data, success } = schema.safeParse(body);
  if (success) return data;
  throw new ArgocdSilence(`It sent for ${what} what is no answer of Argo CD`, {
    about: 'application',
  });
}
