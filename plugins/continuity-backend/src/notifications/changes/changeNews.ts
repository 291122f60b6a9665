import type { LedgerEntry } from '@continuity/engine';
import { z } from 'zod';

/** Entries of the ledger that tell of changes, of overrides and of meetings. */
export const CHANGE_TYPES = 'change.*';
export const OVERRIDE_TYPES = 'override.*';
export const MEETING_TYPES = 'cab.*';

const refs = z.array(z.string());

const changeNews = z.object({
  id: z.string(),
  title: z.string(),
  class: z.enum(['standard', 'major', 'emergency']),
  comment: z.string().optional(),
  details: z.array(z.string()),
  concerned: z.object({
    owners: refs,
    waitingFor: refs,
    escalateTo: refs,
    authors: refs,
    implementer: z.string().optional(),
  }),
});

const overrideNews = z.object({
  id: z.string(),
  rules: z.array(z.string()),
  reason: z.string(),
  incident: z.string(),
  environments: z.array(z.string()),
  requestedBy: z.string(),
  end: z.string().optional(),
  reviewDueAt: z.string().optional(),
  concerned: z.object({ owners: refs, waitingFor: refs }),
});

const meetingNews = z.object({
  id: z.string(),
  group: z.string(),
  title: z.string(),
  start: z.string(),
  note: z.string().optional(),
});

/** Something that happened to a meeting of a board. */
export type MeetingNews = z.infer<typeof meetingNews> & {
  event: string;
  by: string;
};

/** Something that happened to a change. */
export type ChangeNews = z.infer<typeof changeNews> & {
  event: string;
  by: string;
};

/** Something that happened to an override. */
export type OverrideNews = z.infer<typeof overrideNews> & {
  event: string;
  by: string;
  entities: readonly string[];
};

/** @throws when the entry does not tell of a change in a form that is known here */
export function readChangeNews({ type, actor, data }: LedgerEntry): ChangeNews {
  return {
    ...changeNews.parse(data),
    event: type.slice(CHANGE_TYPES.length - 1),
    by: actor.ref,
  };
}

/** @throws when the entry does not tell of an override in a form that is known here */
export function readOverrideNews({
  type,
  actor,
  subjects,
  data,
}: LedgerEntry): OverrideNews {
  return {
    ...overrideNews.parse(data),
    event: type.slice(OVERRIDE_TYPES.length - 1),
    by: actor.ref,
    entities: subjects,
  };
}

/** @throws when the entry does not tell of a meeting in a form that is known here */
export function readMeetingNews({
  type,
  actor,
  data,
}: LedgerEntry): MeetingNews {
  return {
    ...meetingNews.parse(data),
    event: type.slice(MEETING_TYPES.length - 1),
    by: actor.ref,
  };
}
