import { randomUUID } from 'node:crypto';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import { z } from 'zod';
import { maskSecrets } from '../evidence';

/** Entries of the ledger that tell of freezes. */
export const NEWS_TYPES = 'calendar.freeze.*';

const TYPE_PREFIX = NEWS_TYPES.slice(0, -1);

const span = z.object({ start: z.string(), end: z.string() });

const recipient = z.object({
  /** Canonical ref of a Group or User. */
  owner: z.string(),
  /** How many services of theirs the window is for. */
  services: z.number(),
  /** They answer for the window or its calendar. */
  answers: z.boolean().optional(),
});

/** What is said of a freeze whatever happens to it. */
const freezeFacts = z.object({
  /** Stays the same from the announcement to the end, also when it is moved. */
  thread: z.string(),
  calendar: z.object({ ref: z.string(), title: z.string() }),
  window: z.object({
    id: z.string(),
    title: z.string(),
    reason: z.string(),
    enforcement: z.enum(['block', 'approval', 'warn']),
    rollbacksExempt: z.boolean(),
    timezone: z.string(),
    link: z.string().optional(),
  }),
  /** The occurrence; instants in ISO 8601. `note`: what daylight saving did to it. */
  occurrence: span.extend({ note: z.string().optional() }),
  /** Services that the window is for. */
  services: z.number(),
  recipients: z.array(recipient),
});

const freezeNews = freezeFacts.extend({
  /**
   * `upcoming`: it begins within the notice period. `reminder`: it begins soon. `added`,
   * `moved`, `changed`, `called-off`: somebody did that within the notice period, or
   * while it was in force. `lifted`: it is over.
   */
  kind: z.enum([
    'upcoming',
    'reminder',
    'added',
    'moved',
    'changed',
    'called-off',
    'lifted',
  ]),
  /** Of one that was moved or changed: as it was. */
  before: span.extend({ enforcement: z.string().optional() }).optional(),
  /** How many more occurrences of the window it happened to. */
  more: z.number().optional(),
  /** When the window takes place next. */
  next: span.optional(),
  /** Whom it is for changed, not when it takes place. */
  byScope: z.boolean().optional(),
  /** It takes place as before, but only warns. */
  onlyWarns: z.boolean().optional(),
  /** It was over before its time. */
  early: z.boolean().optional(),
  /** It comes back within the notice period, and that is not announced each time. */
  routine: z.boolean().optional(),
  /** Who did it in the portal, and why. */
  edit: z.object({ by: z.string(), comment: z.string().optional() }).optional(),
});

/** Somebody who is told. */
export type Recipient = z.infer<typeof recipient>;
export type FreezeFacts = z.infer<typeof freezeFacts>;
/** Something that owners are to know of a freeze. */
export type FreezeNews = z.infer<typeof freezeNews>;
export type FreezeNewsKind = FreezeNews['kind'];

/** The entry of the ledger that tells of it. */
export function newsEntry(news: FreezeNews, at: Instant): LedgerEntry {
  const { kind, calendar, ...data } = news;
  return {
    id: randomUUID(),
    type: `${TYPE_PREFIX}${kind}`,
    at: formatInstant(at),
    actor: { ref: 'system' },
    subjects: [calendar.ref],
    // Undefined parts are no JSON.
    data: maskSecrets(JSON.parse(JSON.stringify({ ...data, calendar }))),
  };
}

/** @throws when the entry does not tell of a freeze in a form that is known here */
export function readNews({ type, data }: LedgerEntry): FreezeNews {
  const kind = type.slice(TYPE_PREFIX.length);
  return freezeNews.parse({ ...Object(data), kind });
}

/** @throws when the document is none of ours */
export function readFacts(document: string): FreezeFacts {
  return freezeFacts.parse(JSON.parse(document));
}
