import { setTimeout as sleep } from 'node:timers/promises';
import { GROUND, type SyntheticCatalog } from './catalog';

/** What an authenticated read of the catalog takes, as measured on two idle cores. */
const READ_MS = 4;
/** Requests that the page has under way at once. */
const AT_ONCE = 10;

export interface PageResult {
  ms: number;
  requests: number;
  reached: number;
}

/**
 * What a page does that follows relations in the browser: it reads an entity, then
 * those that it is related to, and so on. The catalog is simulated, and answers as fast
 * as one does that has nothing else to do.
 */
export async function runCatalogPage(
  catalog: SyntheticCatalog,
): Promise<PageResult> {
  const dependants = new Map<string, string[]>();
  catalog.stream({
    node: ({ node }) => void dependants.set(node, []),
    edge: ({ from, to }) => void dependants.get(to)?.push(from),
  });
  let requests = 0;
  const read = async (node: string) => {
    requests++;
    await sleep(READ_MS);
    return dependants.get(node) ?? [];
  };
  const started = performance.now();
  const seen = new Set([GROUND]);
  let wave = [GROUND];
  while (wave.length > 0) {
    const next: string[] = [];
    for (let at = 0; at < wave.length; at += AT_ONCE) {
      const answers = await Promise.all(wave.slice(at, at + AT_ONCE).map(read));
      for (const dependant of answers.flat()) {
        if (seen.has(dependant)) continue;
        seen.add(dependant);
        next.push(dependant);
      }
    }
    wave = next;
  }
  return { ms: performance.now() - started, requests, reached: seen.size };
}
