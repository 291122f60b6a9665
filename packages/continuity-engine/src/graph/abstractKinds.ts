import type { GraphLayout } from './storage/GraphLayout';

/**
 * Kinds that consist of what supports them: nothing of their own can fail or has to be
 * recovered, so without a declaration they neither fail by themselves nor take time.
 */
export const ABSTRACT_KINDS: readonly string[] = [
  'business-function',
  'system',
];

/**
 * Whether a node has nothing of its own that could fail: because of its kind, or because
 * it is declared to be always available, like an API that works while its provider does.
 */
export function standsForOthers({
  kind = '',
  availability,
}: {
  kind?: string;
  availability?: number;
}): boolean {
  return availability === 1 || ABSTRACT_KINDS.includes(kind);
}

/** Whether a node is of one of {@link ABSTRACT_KINDS}. */
export function isAbstract(
  { nodes, vocabulary }: Pick<GraphLayout, 'nodes' | 'vocabulary'>,
  node: number,
): boolean {
  const kind = nodes.word('kind')[node];
  return kind >= 0 && ABSTRACT_KINDS.includes(vocabulary.word(kind));
}
