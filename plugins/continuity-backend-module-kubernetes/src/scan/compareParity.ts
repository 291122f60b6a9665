import {
  compareRegions,
  type DriftReport,
  type IgnoreRule,
  type SourcedObject,
} from '@continuity/engine';
import {
  wantedObjects,
  type ClusterAnswer,
} from '@continuity/kubernetes-reader';
import type { TrackedLabel } from './scanCluster';

/** What is compared across places. */
export interface ParityRequest {
  /** What is desired in any of them: only that is compared, and what carries the label. */
  readonly desired: readonly SourcedObject[];
  /** Of objects that name none. */
  readonly namespace: string;
  readonly label?: TrackedLabel;
  /** Differences that are meant. */
  readonly allow: readonly IgnoreRule[];
  readonly now: number;
}

/**
 * Holds a secondary or standby against its primary, both as they run. What could not be
 * read on either side is not compared, neither missing nor too much.
 */
export function compareParity(
  primary: ClusterAnswer,
  other: ClusterAnswer,
  { desired, namespace, label, allow, now }: ParityRequest,
): DriftReport {
  const keysOf = (value: unknown) =>
    wantedObjects(value, namespace).map(({ wanted }) =>
      keyOf(wanted.kind, wanted.namespace, wanted.name),
    );
  const wanted = new Set(desired.flatMap(({ value }) => keysOf(value)));
  const hidden = new Set(
    primary.unread.map(({ ref }) => keyOf(ref.kind, ref.namespace, ref.name)),
  );
  // Autoscalers that only one side was asked for would look like a difference.
  const isMeant = ({ value }: SourcedObject) =>
    keysOf(value).some(
      key =>
        !hidden.has(key) &&
        (wanted.has(key) || (label !== undefined && carries(value, label))),
    );
  return compareRegions(
    primary.live.filter(isMeant),
    other.live.filter(isMeant),
    {
      now,
      namespace,
      allow,
      extra: { report: 'all' },
      unread: other.unread,
      problems: [
        ...primary.problems,
        ...other.problems,
        ...primary.unread.map(({ source, message }) => ({
          source,
          problem: 'unreadable' as const,
          message,
        })),
      ],
    },
  );
}

function keyOf(kind: string, namespace: string | undefined, name: string) {
  return JSON.stringify([kind, namespace, name]);
}

function carries(value: unknown, { key, value: expected }: TrackedLabel) {
  const labels = fieldOf(fieldOf(value, 'metadata'), 'labels');
  return fieldOf(labels, key) === expected;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([own]) => own === name)?.[1]
    : undefined;
}
