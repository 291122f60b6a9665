import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { showValue, type Problem } from '@continuity/engine';
import { problem } from './problem';

/** What a field expects of an entity ref. */
export interface EntityRefExpectation {
  /** The namespace of the entity that holds the ref; refs inherit it. */
  namespace: string;
  /** Kind of a ref that names none. Absent: a ref must name its kind. */
  defaultKind?: string;
  /** Kinds that make sense in this field. Absent: any. */
  kinds?: readonly string[];
  /** What a good value looks like. */
  example: string;
}

// Stricter than parseEntityRef, which lets `component:default/a b` and
// `component:a/b/c` through; looser than the catalog's name rules, which an
// organisation may have replaced.
const REF_SHAPE = /^([^:/\s]+:)?([^:/\s]+\/)?[^:/\s]+$/;

/** What is wrong with one entity ref; nothing when it is fine. */
export function entityRefProblems(
  path: string,
  value: unknown,
  expectation: EntityRefExpectation,
): Problem[] {
  const { defaultKind, kinds, example } = expectation;
  if (typeof value !== 'string' || !REF_SHAPE.test(value)) {
    return [problem(path, value, `an entity ref, e.g. ${example}`)];
  }
  if (!defaultKind && !value.includes(':')) {
    return [
      problem(
        path,
        value,
        `an entity ref that names its kind, e.g. ${example}`,
      ),
    ];
  }
  const { kind } = parseEntityRef(value, { defaultKind });
  if (
    kinds &&
    !kinds.some(allowed => allowed.toLowerCase() === kind.toLowerCase())
  ) {
    return [
      problem(
        path,
        value,
        `an entity ref of kind ${kinds.join(', ')}, e.g. ${example}`,
      ),
    ];
  }
  return [];
}

/**
 * What is wrong with a list of entity refs. The list is a set: its entries are
 * named by value, not by position.
 */
export function entityRefListProblems(
  path: string,
  value: unknown,
  expectation: EntityRefExpectation,
): Problem[] {
  const { defaultKind, namespace, example } = expectation;
  if (!Array.isArray(value) || value.length === 0) {
    return [
      problem(
        path,
        value,
        `a list of at least one entity ref, e.g. [${example}]`,
      ),
    ];
  }
  const seen = new Set<string>();
  return value.flatMap((ref: unknown) => {
    const problems = entityRefProblems(path, ref, expectation);
    if (problems.length > 0 || typeof ref !== 'string') {
      return problems;
    }
    const canonical = stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: namespace }),
    );
    if (seen.has(canonical)) {
      return [{ path, message: `${showValue(ref)} is listed more than once` }];
    }
    seen.add(canonical);
    return [];
  });
}
