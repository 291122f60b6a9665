import type { EvidenceKind } from './types';

/** The kinds of evidence that are accepted. */
export interface EvidenceRegistry {
  get(id: string): EvidenceKind | undefined;
  /** In the order in which they were given. */
  list(): EvidenceKind[];
}

/** @throws Error when two kinds have one id: neither may silently win. */
export function createEvidenceRegistry(
  kinds: readonly EvidenceKind[],
): EvidenceRegistry {
  const byId = new Map<string, EvidenceKind>();
  for (const kind of kinds) {
    if (byId.has(kind.id)) {
      throw new Error(`Evidence kind "${kind.id}" is registered twice`);
    }
    byId.set(kind.id, kind);
  }
  return { get: id => byId.get(id), list: () => [...byId.values()] };
}
