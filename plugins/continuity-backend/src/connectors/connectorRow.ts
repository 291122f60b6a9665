import type {
  ConnectorCursor,
  QueuedPush,
  StoredProblem,
  StoredRecord,
} from './types';

/** PostgreSQL hands out a bigint as text. */
export interface RecordRow {
  connector: string;
  change_id: string;
  external_id: string;
  number: string;
  url: string;
  state: string | null;
  revision: number;
  content_revision: number;
  content_at: number | string | null;
  seen_at: number | string;
  seen_sequence: number;
  synchronised_at: number | string;
  decisions: string;
  push_problem: string | null;
  pull_problem: string | null;
}

export interface QueueRow {
  connector: string;
  change_id: string;
  revision: number;
  since: number | string;
  attempts: number;
  next_at: number | string | null;
  problem: string | null;
  holder: string | null;
  held_until: number | string | null;
}

export interface CursorRow {
  connector: string;
  cursor: string | null;
  pulled_at: number | string | null;
  failures: number;
  failing_since: number | string | null;
  next_at: number | string | null;
  problem: string | null;
}

export interface UntakenRow {
  connector: string;
  external_id: string;
  since: number | string;
  draft: string;
  problem: string;
}

export function recordOf(row: RecordRow): StoredRecord {
  return {
    connector: row.connector,
    changeId: row.change_id,
    reference: { id: row.external_id, number: row.number, url: row.url },
    ...(row.state !== null && { state: row.state }),
    revision: row.revision,
    contentRevision: row.content_revision,
    ...(row.content_at !== null && { contentAt: Number(row.content_at) }),
    seen: { at: Number(row.seen_at), sequence: row.seen_sequence },
    synchronisedAt: Number(row.synchronised_at),
    decisions: JSON.parse(row.decisions),
    ...(row.push_problem !== null && {
      pushProblem: JSON.parse(row.push_problem),
    }),
    ...(row.pull_problem !== null && {
      pullProblem: JSON.parse(row.pull_problem),
    }),
  };
}

export function recordRowOf(record: StoredRecord): RecordRow {
  return {
    connector: record.connector,
    change_id: record.changeId,
    external_id: record.reference.id,
    number: record.reference.number,
    url: record.reference.url,
    state: record.state ?? null,
    revision: record.revision,
    content_revision: record.contentRevision,
    content_at: record.contentAt ?? null,
    seen_at: record.seen.at,
    seen_sequence: record.seen.sequence ?? 0,
    synchronised_at: record.synchronisedAt,
    decisions: JSON.stringify(record.decisions),
    push_problem: problemText(record.pushProblem),
    pull_problem: problemText(record.pullProblem),
  };
}

export function queuedOf(row: QueueRow): QueuedPush {
  return {
    connector: row.connector,
    changeId: row.change_id,
    revision: row.revision,
    since: Number(row.since),
    attempts: row.attempts,
    ...(row.next_at !== null && { nextAt: Number(row.next_at) }),
    ...(row.problem !== null && { problem: JSON.parse(row.problem) }),
    ...(row.held_until !== null && { heldUntil: Number(row.held_until) }),
  };
}

export function cursorOf(row: CursorRow): ConnectorCursor {
  return {
    ...(row.cursor !== null && { cursor: row.cursor }),
    ...(row.pulled_at !== null && { pulledAt: Number(row.pulled_at) }),
    failures: row.failures,
    ...(row.problem !== null && {
      failing: {
        problem: JSON.parse(row.problem),
        since: Number(row.failing_since),
        nextAt: Number(row.next_at),
      },
    }),
  };
}

export function problemText(problem: StoredProblem | undefined): string | null {
  return problem ? JSON.stringify(problem) : null;
}
