import { stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import type { Io } from '../../Io';
import { describeIssues } from '../../output/describeIssues';
import type { EvidenceItem } from '../EvidenceItem';
import { readEvidenceFile } from '../readEvidenceFile';
import type { Fact, UnmappedFact } from './Fact';

/** Whose facts can be read. */
export const FACT_FORMATS = ['tech-insights', 'soundcheck'] as const;
export type FactFormat = (typeof FACT_FORMATS)[number];

const jsonObject = z.record(z.string(), z.unknown());

/**
 * `FlatTechInsightFact` of `@backstage-community/plugin-tech-insights-node`, as the routes
 * `/facts/latest` and `/facts/range` answer it; a row of its table `facts` has the same
 * members, with the entity as a ref and the facts as text.
 */
const techInsightsFact = z.looseObject({
  id: z.string().min(1),
  entity: z
    .union([
      z.string(),
      z.looseObject({
        kind: z.string(),
        namespace: z.string().optional(),
        name: z.string(),
      }),
    ])
    .optional(),
  entityRef: z.string().optional(),
  timestamp: z.string().optional(),
  facts: z.union([jsonObject, z.string().transform(parsedObject)]),
});

/**
 * An item of `facts` as Soundcheck takes it, see
 * https://backstage.spotify.com/docs/plugins/soundcheck/api-reference/facts/submit-facts
 */
const soundcheckFact = z.looseObject({
  factRef: z.union([
    z.string().min(1),
    z
      .looseObject({ source: z.string(), scope: z.string(), name: z.string() })
      .transform(({ source, scope, name }) => `${source}:${scope}/${name}`),
  ]),
  entityRef: z.string(),
  timestamp: z.string().optional(),
  data: z.unknown(),
});

const TITLES: Record<FactFormat, string> = {
  'tech-insights': 'Tech Insights',
  soundcheck: 'Soundcheck',
};

/** Makes single facts of what holds several. */
const UNFOLD: Record<FactFormat, (item: EvidenceItem) => EvidenceItem[]> = {
  // An answer has the facts by their retriever: the latest of each, or all of a time.
  'tech-insights': item => {
    if ('facts' in item.value) return [item];
    return Object.entries(item.value).flatMap(([id, value]) =>
      Array.isArray(value)
        ? value.map((one, index) => below(item, `${id}[${index}]`, one))
        : [below(item, id, value)],
    );
  },
  soundcheck: item =>
    'facts' in item.value && Array.isArray(item.value.facts)
      ? item.value.facts.map((one, index) =>
          below(item, `facts[${index}]`, one),
        )
      : [item],
};

type Read =
  | { ok: true; fact: Omit<Fact, 'place' | 'position'> }
  | { ok: false; problem: string };

const READ: Record<FactFormat, (value: unknown) => Read> = {
  'tech-insights': value => {
    const parsed = techInsightsFact.safeParse(value);
    if (!parsed.success) return refused(parsed.error);
    const { id, entity, entityRef = refOf(entity), timestamp } = parsed.data;
    return {
      ok: true,
      fact: { id, entityRef, timestamp, data: parsed.data.facts },
    };
  },
  soundcheck: value => {
    const parsed = soundcheckFact.safeParse(value);
    if (!parsed.success) return refused(parsed.error);
    const { factRef: id, entityRef, timestamp, data } = parsed.data;
    return { ok: true, fact: { id, entityRef, timestamp, data } };
  },
};

/**
 * Reads facts: JSON or NDJSON, as the tool's API answers or takes them.
 *
 * @param file - a path, or `-` for standard input
 * @throws UsageError when there is no such file or it is neither
 */
export async function readFacts(
  format: FactFormat,
  file: string,
  io: Io,
): Promise<{ facts: Fact[]; unreadable: UnmappedFact[] }> {
  const { items, rejected } = await readEvidenceFile(file, io, 'facts');
  const facts: Fact[] = [];
  const unreadable: UnmappedFact[] = [...rejected];
  for (const item of items.flatMap(UNFOLD[format])) {
    const { place, position, value } = item;
    const read = READ[format](value);
    if (read.ok) {
      facts.push({ place, position, ...read.fact });
    } else {
      const message = `is not a fact of ${TITLES[format]}: ${read.problem}`;
      unreadable.push({ place, position, message });
    }
  }
  return { facts, unreadable };
}

function refused(error: z.ZodError): Read {
  return { ok: false, problem: describeIssues(error) };
}

function refOf(
  entity: z.infer<typeof techInsightsFact>['entity'],
): string | undefined {
  return typeof entity === 'object' ? stringifyEntityRef(entity) : entity;
}

function below(item: EvidenceItem, where: string, value: unknown) {
  return {
    place: `${item.place}, ${where}`,
    position: item.position,
    // What is no object is refused by name a moment later.
    value: typeof value === 'object' && value !== null ? value : { value },
  };
}

function parsedObject(text: string, context: z.RefinementCtx) {
  try {
    const parsed = jsonObject.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Said below.
  }
  context.addIssue({
    code: 'custom',
    message: 'expected an object, or JSON of one',
  });
  return z.NEVER;
}
