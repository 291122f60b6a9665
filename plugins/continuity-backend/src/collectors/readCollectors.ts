import type { EvidenceRegistry } from '@continuity/engine';
import type { EvidenceCollector } from '@continuity/plugin-continuity-node';

/** What an id is kept under in the database. */
const ID = /^[a-z][a-z0-9-]{0,49}$/;
/** More often would be an attack on what is asked. */
const SHORTEST_SECONDS = 60;
/** How long a run may take where the collector does not say. */
const RUN_SECONDS = 600;

/**
 * Collectors by id.
 *
 * @throws Error when two have one id, or one cannot be run as it is
 */
export function readCollectors(
  collectors: readonly EvidenceCollector[],
  kinds: EvidenceRegistry,
): ReadonlyMap<string, EvidenceCollector> {
  const byId = new Map<string, EvidenceCollector>();
  for (const collector of collectors) {
    const problem = problemOf(collector, kinds);
    if (problem) {
      throw new Error(
        `The collector "${collector.id}" cannot be registered: ${problem}`,
      );
    }
    if (byId.has(collector.id)) {
      throw new Error(`The collector "${collector.id}" is registered twice`);
    }
    byId.set(collector.id, collector);
  }
  return byId;
}

/** How long a run of a collector may take, in milliseconds. */
export function runMs({
  timeoutSeconds,
  everySeconds,
}: Pick<EvidenceCollector, 'timeoutSeconds' | 'everySeconds'>): number {
  return (timeoutSeconds ?? Math.min(RUN_SECONDS, everySeconds)) * 1000;
}

function problemOf(
  { id, kinds, everySeconds, timeoutSeconds }: EvidenceCollector,
  known: EvidenceRegistry,
): string | undefined {
  if (!ID.test(id)) {
    return 'expected an id of lower-case letters, digits and dashes, at most 50';
  }
  if (!(everySeconds >= SHORTEST_SECONDS)) {
    return `everySeconds: expected at least ${SHORTEST_SECONDS}, and it is ${everySeconds}`;
  }
  if (
    timeoutSeconds !== undefined &&
    !(timeoutSeconds > 0 && timeoutSeconds <= everySeconds)
  ) {
    return `timeoutSeconds: expected more than 0 and at most everySeconds, and it is ${timeoutSeconds}`;
  }
  const unknown = kinds.find(kind => !known.get(kind));
  return unknown === undefined
    ? undefined
    : `nobody has added the kind of evidence "${unknown}"`;
}
