import {
  createZodV4FilterPredicateSchema,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import { showValue } from '../../time';

const schema = createZodV4FilterPredicateSchema();

/** Deeper than anybody writes; reading it goes down level by level. */
const MAX_DEPTH = 20;

/**
 * Reads a filter predicate. Stricter than the library where it would let a
 * predicate pass that quietly matches nothing - which for a freeze means that it
 * closes nothing.
 *
 * @returns the predicate, or what is wrong with the value.
 */
export function readPredicate(
  value: unknown,
): { ok: true; predicate: FilterPredicate } | { ok: false; message: string } {
  const refuse = (message: string) => ({ ok: false as const, message });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(
      `${showValue(
        value,
      )} is not a filter predicate, e.g. { "spec.type": service }`,
    );
  }
  if (isDeeper(value, MAX_DEPTH)) {
    return refuse(
      `${showValue(value)} is nested deeper than ${MAX_DEPTH} levels`,
    );
  }
  const parsed = schema.safeParse(value);
  // An operator beside another is dropped by the schema instead of being refused.
  if (
    !parsed.success ||
    JSON.stringify(parsed.data) !== JSON.stringify(value)
  ) {
    return refuse(
      `${showValue(
        value,
      )} is not a filter predicate; expected paths with values, $exists, $in, $contains or $hasPrefix, combined by $all, $any and $not, one operator in each object`,
    );
  }
  const empty = emptyOperator(value);
  return empty
    ? refuse(`${showValue(value)} has an empty ${empty}, which matches nothing`)
    : { ok: true, predicate: parsed.data };
}

function emptyOperator(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const matchesNothing = key === '$any' || key === '$in';
    if (matchesNothing && Array.isArray(part) && part.length === 0) return key;
    const inner = emptyOperator(part);
    if (inner) return inner;
  }
  return undefined;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some(part => isDeeper(part, levels - 1));
}
