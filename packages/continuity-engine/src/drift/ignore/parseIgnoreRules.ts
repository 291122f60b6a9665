import { z } from 'zod';
import {
  listOf,
  parseInstant,
  readShape,
  strictShape,
  textThat,
  type Problem,
} from '../../time';
import { parsePointer } from '../steps';
import type { IgnoreRule } from '../types';
import { parsePath } from './parsePath';

const words = textThat('a text that says something', text => /\S/.test(text));

/** From a day on, or from a moment on. */
function momentOf(text: string) {
  return parseInstant(
    /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text,
  );
}

const rule = strictShape('an ignore rule', {
  id: textThat('an id in kebab-case, e.g. hpa-replicas', text =>
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
  ).optional(),
  reason: textThat(
    'a reason, in words that somebody understands in a year',
    text => text.trim().length >= 8,
  ),
  expires: textThat(
    'a day or moment at which it ends, e.g. 2027-01-31',
    text => momentOf(text) !== undefined,
  ),
  group: textThat('an API group').optional(),
  kind: words.optional(),
  namespace: words.optional(),
  name: words.optional(),
  pointers: listOf(
    'a list of JSON Pointers',
    textThat(
      'a JSON Pointer to a field (RFC 6901), e.g. /spec/replicas',
      text => (parsePointer(text) ?? []).length > 0,
    ),
  ).optional(),
  paths: listOf(
    'a list of paths',
    textThat(
      'a path, e.g. .spec.template.spec.containers[] | select(.name == "app") | .image',
      text => parsePath(text) !== undefined,
    ),
  ).optional(),
  managers: listOf('a list of field managers', words).optional(),
});

const file = strictShape('ignore rules', {
  rules: z.array(rule, { error: 'a list of rules' }),
});

/**
 * Reads ignore rules: `{ rules: [{ reason, expires, pointers, ... }] }`. Each says why it
 * is there and when it ends.
 *
 * @param path - where they stand, for the problems
 */
export function parseIgnoreRules(
  raw: unknown,
  path: string = 'ignore',
): { rules: IgnoreRule[] } | { problems: Problem[] } {
  const reading = readShape(file, raw, path);
  if (!reading.ok) return { problems: reading.problems };
  const rules = reading.value.rules.map(
    (
      { id, expires, pointers = [], paths = [], managers = [], ...rest },
      at,
    ): IgnoreRule => ({
      ...rest,
      id: id ?? `rule-${at + 1}`,
      expiresAt: momentOf(expires) ?? 0,
      pointers,
      paths,
      managers,
    }),
  );
  const problems = rules.flatMap((one, at): Problem[] => {
    const place = `${path}.rules.${at}`;
    if (one.pointers.length + one.paths.length + one.managers.length === 0) {
      return [
        {
          path: place,
          message:
            'would ignore whole objects; expected pointers, paths or managers',
        },
      ];
    }
    return rules.findIndex(({ id }) => id === one.id) < at
      ? [{ path: `${place}.id`, message: `"${one.id}" stands there twice` }]
      : [];
  });
  return problems.length > 0 ? { problems } : { rules };
}
