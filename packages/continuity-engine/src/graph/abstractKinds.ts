/**
 * Kinds that consist of what supports them: nothing of their own can fail or has to be
 * recovered, so without a declaration they neither fail by themselves nor take time.
 */
export const ABSTRACT_KINDS: readonly string[] = [
  'business-function',
  'system',
];
