import { NotFoundError } from '@backstage/errors';
import type { AskedGraph } from '../GraphQuestions';

/**
 * What the catalog has may be newer than the graph. An answer of "nothing" would be
 * taken for "nothing depends on it".
 *
 * @throws NotFoundError
 */
export function requireInGraph(
  ref: string,
  { snapshot, freshness }: AskedGraph,
): void {
  if (!snapshot.graph.has(ref)) {
    throw new NotFoundError(
      `${ref} is not in the graph, which is as the catalog was at ${freshness.readAt}. A new entity appears within seconds, other kinds than Component, API, Resource, System and BusinessFunction do not.`,
    );
  }
}
