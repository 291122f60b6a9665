import type { Check } from './types';

/** The checks that policies may name. */
export interface CheckRegistry {
  get(id: string): Check | undefined;
  /** In the order in which they were given. */
  list(): Check[];
}

/** @throws Error when two checks have one id: neither may silently win. */
export function createCheckRegistry(checks: readonly Check[]): CheckRegistry {
  const byId = new Map<string, Check>();
  for (const check of checks) {
    if (byId.has(check.id)) {
      throw new Error(`Check "${check.id}" is registered twice`);
    }
    byId.set(check.id, check);
  }
  return { get: id => byId.get(id), list: () => [...byId.values()] };
}
