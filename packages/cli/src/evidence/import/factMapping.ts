import { z } from 'zod';
import { UsageError } from '../../failures';
import type { Io } from '../../Io';
import { describeIssues } from '../../output/describeIssues';
import { readMapping } from '../../release/readMapping';

/**
 * JSONPath (RFC 9535) without filters: a mapping says where a value is, and computes
 * nothing.
 */
const path = z.string().regex(/^\$(?:[.[][^()?]*)?$/, {
  error: 'expected a JSONPath without filters, e.g. $.tests[0].outcome',
});

const lookup = z.strictObject({
  $path: path,
  /** What is found, as text, and what it means. Absent: it is taken as it is. */
  values: z.record(z.string(), z.json()).optional(),
  /** Left out where nothing is found. Absent: the fact cannot be mapped then. */
  optional: z.boolean().optional(),
});

/** A value of a report: a path into the fact, a table, or what it is always. */
export type Template =
  | string
  | number
  | boolean
  | null
  | Template[]
  | z.infer<typeof lookup>
  | { $value: z.infer<ReturnType<typeof z.json>> }
  | { [member: string]: Template };

const template: z.ZodType<Template> = z.lazy(() =>
  z.union([
    z
      .string()
      .refine(text => !text.startsWith('$') || path.safeParse(text).success, {
        error:
          'a text that begins with $ is a JSONPath without filters; write { $value: "$..." } for the text itself',
      }),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(template),
    lookup,
    z.strictObject({ $value: z.json() }),
    z.record(
      z.string().regex(/^[^$]/, { error: 'expected $path or $value alone' }),
      template,
    ),
  ]),
);

const rule = z.strictObject({
  /** Id of the fact retriever, or the ref of the fact. */
  fact: z.string().min(1),
  kind: z.string().min(1),
  /** Absent: that of the mapping, if it has one. `null`: none. */
  environment: template.optional(),
  region: template.optional(),
  /** When it was so. Absent: the time of the fact. */
  observedAt: template.optional(),
  payload: z.record(z.string(), template),
});

const schema = z.strictObject({
  /** Who is said to report. Absent: the name of the format. */
  source: z.string().min(1).max(100).optional(),
  environment: template.optional(),
  facts: z.array(rule).min(1),
  /** Facts that are no evidence, and are left out without a word. */
  ignore: z.array(z.string()).default([]),
});

/** How facts become evidence. */
export type FactMapping = z.infer<typeof schema>;
export type FactRule = z.infer<typeof rule>;

/** @throws UsageError that names the place in the file */
export async function readFactMapping(
  file: string,
  io: Io,
): Promise<FactMapping> {
  const parsed = schema.safeParse(await readMapping('--mapping', file, io));
  if (!parsed.success) {
    throw new UsageError(
      `--mapping: "${file}": ${describeIssues(parsed.error)}`,
    );
  }
  return parsed.data;
}

/** Whether a template looks something up. */
export function isLookup(value: object): value is z.infer<typeof lookup> {
  return '$path' in value;
}
