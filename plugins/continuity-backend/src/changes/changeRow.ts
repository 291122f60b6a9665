import {
  formatInstant,
  formatProblem,
  parseChangeContent,
  type ChangeContent,
  type ChangeState,
  type ReleaseClass,
} from '@continuity/engine';
import type {
  ChangeContent as ContentDocument,
  ChangeOutcome,
} from '@continuity/plugin-continuity-common';
import type { ChangeHead, StoredChange } from './types';

/** PostgreSQL hands out a bigint as text. */
export interface ChangeRow {
  id: string;
  revision: number;
  content_revision: number;
  state: ChangeState;
  class: ReleaseClass;
  title: string;
  document: string;
  entities: string;
  environments: string;
  window_start: number | string | null;
  window_end: number | string | null;
  implementer: string | null;
  authors: string;
  created_by: string;
  created_at: number | string;
  updated_by: string;
  updated_at: number | string;
  seats_required: number;
  seats_filled: number;
  pre_approved: number;
  readiness: string | null;
  observed_digests: string | null;
  suspended_at: number | string | null;
  suspension: string | null;
  escalate_at: number | string | null;
  due_at: number | string | null;
  watched_at: number | string | null;
  outcome: ChangeOutcome | null;
  review: string | null;
  review_due_at: number | string | null;
  retrospective: number;
  risk: number;
  risk_factors: string;
}

/** Columns that lists are made of. */
export const HEAD_COLUMNS = [
  'id',
  'revision',
  'state',
  'class',
  'title',
  'entities',
  'environments',
  'window_start',
  'window_end',
  'implementer',
  'created_by',
  'created_at',
  'updated_at',
  'seats_required',
  'seats_filled',
  'suspended_at',
  'retrospective',
] as const satisfies readonly (keyof ChangeRow)[];

export type HeadRow = Pick<ChangeRow, (typeof HEAD_COLUMNS)[number]>;

/** What a change says, as JSON: instants in ISO 8601. */
export function documentOf(content: ChangeContent): ContentDocument {
  return JSON.parse(
    JSON.stringify({
      ...content,
      ...(content.window && {
        window: {
          start: formatInstant(content.window.start),
          end: formatInstant(content.window.end),
        },
      }),
    }),
  );
}

/** @throws Error when what is stored is not in a form that is known here */
export function contentOf(document: string, id: string): ChangeContent {
  const reading = parseChangeContent(JSON.parse(document));
  if (!reading.ok) {
    throw new Error(
      `Change ${id} is stored in a form that is not known here: ${reading.problems
        .map(formatProblem)
        .join('; ')}`,
    );
  }
  return reading.value;
}

export function rowOf(change: StoredChange): ChangeRow {
  const { content, suspension } = change;
  return {
    id: change.id,
    revision: change.revision,
    content_revision: change.contentRevision,
    state: change.state,
    class: change.class,
    title: content.title,
    document: JSON.stringify(documentOf(content)),
    entities: JSON.stringify(content.entities),
    environments: JSON.stringify(content.environments),
    window_start: content.window?.start ?? null,
    window_end: content.window?.end ?? null,
    implementer: content.implementer ?? null,
    authors: JSON.stringify(change.authors),
    created_by: change.createdBy,
    created_at: change.createdAt,
    updated_by: change.updatedBy,
    updated_at: change.updatedAt,
    seats_required: change.seats.required,
    seats_filled: change.seats.filled,
    pre_approved: change.preApproved ? 1 : 0,
    readiness: text(change.readiness),
    observed_digests:
      Object.keys(change.observedDigests).length > 0
        ? JSON.stringify(change.observedDigests)
        : null,
    suspended_at: suspension?.at ?? null,
    suspension: text(suspension?.because),
    escalate_at: change.escalateAt ?? null,
    due_at: change.dueAt ?? null,
    watched_at: change.watchedAt ?? null,
    outcome: change.outcome ?? null,
    review: text(change.review),
    review_due_at: change.reviewDueAt ?? null,
    retrospective: change.retrospective ? 1 : 0,
    risk: change.risk.points,
    risk_factors: JSON.stringify(change.risk.factors),
  };
}

export function changeOf(row: ChangeRow): StoredChange {
  return {
    id: row.id,
    revision: row.revision,
    contentRevision: row.content_revision,
    state: row.state,
    class: row.class,
    content: contentOf(row.document, row.id),
    authors: JSON.parse(row.authors),
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    updatedBy: row.updated_by,
    updatedAt: Number(row.updated_at),
    seats: { required: row.seats_required, filled: row.seats_filled },
    preApproved: row.pre_approved === 1,
    ...(row.readiness !== null && { readiness: JSON.parse(row.readiness) }),
    observedDigests: JSON.parse(row.observed_digests ?? '{}'),
    ...(row.suspended_at !== null && {
      suspension: {
        at: Number(row.suspended_at),
        because: JSON.parse(row.suspension ?? '[]'),
      },
    }),
    ...moment('escalateAt', row.escalate_at),
    ...moment('dueAt', row.due_at),
    ...moment('watchedAt', row.watched_at),
    ...(row.outcome !== null && { outcome: row.outcome }),
    ...(row.review !== null && { review: JSON.parse(row.review) }),
    ...moment('reviewDueAt', row.review_due_at),
    retrospective: row.retrospective === 1,
    risk: { points: row.risk, factors: JSON.parse(row.risk_factors) },
  };
}

export function headOf(row: HeadRow): ChangeHead {
  return {
    id: row.id,
    revision: row.revision,
    state: row.state,
    class: row.class,
    title: row.title,
    entities: JSON.parse(row.entities),
    environments: JSON.parse(row.environments),
    ...(row.window_start !== null &&
      row.window_end !== null && {
        window: {
          start: Number(row.window_start),
          end: Number(row.window_end),
        },
      }),
    ...(row.implementer !== null && { implementer: row.implementer }),
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    seats: { required: row.seats_required, filled: row.seats_filled },
    suspended: row.suspended_at !== null,
    retrospective: row.retrospective === 1,
  };
}

function text(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function moment<Name extends string>(
  name: Name,
  value: number | string | null,
): Partial<Record<Name, number>> {
  return value === null
    ? {}
    : ({ [name]: Number(value) } as Partial<Record<Name, number>>);
}
