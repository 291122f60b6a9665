import type {
  ChangeRecord,
  ChangeRecordDecision,
  Connector,
  ConnectorProblem,
  ConnectorPush,
} from '@continuity/plugin-continuity-common';
import type { Instant } from '@continuity/engine';
import { toIso } from '../http';
import type {
  ConnectorCursor,
  QueuedPush,
  StoredDecision,
  StoredProblem,
  StoredRecord,
} from './types';

export function presentProblem({
  at,
  ...told
}: StoredProblem): ConnectorProblem {
  return { ...told, at: toIso(at) };
}

export function presentPush(
  {
    changeId,
    revision,
    since,
    attempts,
    nextAt,
    problem,
    heldUntil,
  }: QueuedPush,
  now: Instant,
): ConnectorPush {
  return {
    changeId,
    revision,
    since: toIso(since),
    attempts,
    ...(nextAt !== undefined && { nextAt: toIso(nextAt) }),
    refused: nextAt === undefined,
    writing: heldUntil !== undefined && heldUntil > now,
    ...(problem && { problem: presentProblem(problem) }),
  };
}

/** @param record - absent: there is none there yet */
export function presentRecord(
  connector: { id: string; title: string },
  record: StoredRecord | undefined,
  waiting: QueuedPush | undefined,
  now: Instant,
): ChangeRecord {
  return {
    connector: connector.id,
    title: connector.title,
    ...(record && {
      number: record.reference.number,
      url: record.reference.url,
      ...(record.state !== undefined && { state: record.state }),
      ...(record.revision > 0 && { revision: record.revision }),
      synchronisedAt: toIso(record.synchronisedAt),
    }),
    ...(waiting && { waiting: presentPush(waiting, now) }),
    problems: problemsOf(record).map(presentProblem),
    decisions: (record?.decisions ?? []).flatMap(presentDecision),
  };
}

export function presentCursor({
  pulledAt,
  failing,
}: ConnectorCursor): Pick<Connector, 'pulledAt' | 'pullFailing'> {
  return {
    ...(pulledAt !== undefined && { pulledAt: toIso(pulledAt) }),
    ...(failing && {
      pullFailing: {
        problem: presentProblem(failing.problem),
        since: toIso(failing.since),
        retryAt: toIso(failing.nextAt),
      },
    }),
  };
}

/** Everything of a record that could not be carried over. */
export function problemsOf(record: StoredRecord | undefined): StoredProblem[] {
  return [record?.pushProblem, record?.pullProblem].flatMap(one => one ?? []);
}

function presentDecision({
  by,
  decision,
  version,
  outcome,
  note,
  remedy,
}: StoredDecision): ChangeRecordDecision[] {
  if (decision === 'open') return [];
  return [
    {
      by,
      decision,
      at: toIso(version.at),
      outcome,
      ...(note !== undefined && { note }),
      ...(remedy !== undefined && { remedy }),
    },
  ];
}
