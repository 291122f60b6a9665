import {
  ConnectorError,
  type DecisionNews,
  type DraftNews,
  type ExternalItem,
  type ExternalNews,
  type PulledNews,
  type RecordNews,
} from '@continuity/plugin-continuity-node';
import { z } from 'zod';
import type { Row, TableApi } from './client';
import type { DraftSettings, ServiceNowSettings } from './config';
import { OURS } from './mapping/columnsOf';
import { formatDateTime, parseDateTime } from './mapping/dateTime';
import { addressOf, labelOf, versionOf } from './recordOf';

/** Records of one page. */
const PAGE = 100;
/** How far the next page reaches back into one that ended within a second. */
const PAGE_OVERLAP = 10;
/**
 * How far a new question reaches back: an update is committed later than the moment that it
 * bears, so one that was not there yet may lie before what was read.
 */
const OVERLAP_MS = 60_000;
/** How far back the very first question reaches. */
const FIRST_REACH_MS = 24 * 3_600_000;

/** What is read of each kind. */
const STREAMS = ['records', 'decisions', 'drafts'] as const;
type Stream = (typeof STREAMS)[number];

const position = z.object({
  /** Epoch milliseconds of the last record that was read. */
  at: z.number(),
  /** Records of that second that were read. */
  offset: z.number(),
  /** Whether there was more. */
  more: z.boolean(),
});
type Position = z.infer<typeof position>;
const cursorShape = z.partialRecord(z.enum(STREAMS), position);

const VERSION = ['sys_id', 'sys_updated_on', 'sys_mod_count'];

const RECORD = [
  'number',
  'state',
  'correlation_id',
  'correlation_display',
  'close_code',
  'close_notes',
  'sys_updated_by',
];

/** Columns of records that are referred to come with theirs (dot-walking). */
const DECISION = [
  'state',
  'approver',
  'approver.email',
  'approver.name',
  'approver.user_name',
  'sysapproval',
  'sysapproval.number',
  'sysapproval.correlation_id',
  'sys_updated_by',
];

const DRAFT = [
  'number',
  'state',
  'correlation_id',
  'short_description',
  'description',
  'cmdb_ci',
  'cmdb_ci.name',
  'start_date',
  'end_date',
  'implementation_plan',
  'requested_by.email',
  'requested_by.name',
];

/** Of `sysapproval_approver`. */
const DECISIONS: Readonly<
  Record<string, DecisionNews['decision'] | undefined>
> = { approved: 'approve', rejected: 'reject', requested: 'open' };

/** Of `close_code`. */
const OUTCOMES: Readonly<
  Record<string, NonNullable<RecordNews['move']>['outcome']>
> = {
  successful: 'succeeded',
  successful_issues: 'succeeded',
  unsuccessful: 'failed',
};

/**
 * Reads what was changed since a moment, in the order of `sys_updated_on` and `sys_id`. A
 * page begins with the second in which the last one ended, so records of one second are
 * never left out; what comes twice is known by its version.
 */
export class NewsReader {
  readonly #table: TableApi;
  readonly #settings: ServiceNowSettings;

  constructor(options: { table: TableApi; settings: ServiceNowSettings }) {
    this.#table = options.table;
    this.#settings = options.settings;
  }

  async read(
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<PulledNews> {
    const positions = readCursor(cursor);
    const items: ExternalNews[] = [];
    const next: Partial<Record<Stream, Position>> = {};
    for (const stream of STREAMS) {
      const before = positions[stream];
      const read = await this.#page(stream, before, signal);
      items.push(...read.items);
      next[stream] = read.position;
    }
    return {
      items,
      cursor: JSON.stringify(next),
      more: Object.values(next).some(({ more }) => more),
    };
  }

  async #page(
    stream: Stream,
    before: Position | undefined,
    signal: AbortSignal,
  ): Promise<{ items: ExternalNews[]; position: Position }> {
    const from = startOf(before);
    const asked = this.#askedOf(stream);
    if (!asked) return { items: [], position: { ...from, more: false } };
    const rows = await this.#table.list(
      asked.table,
      {
        query: `${asked.query}^sys_updated_on>=${formatDateTime(
          from.at,
        )}^ORDERBYsys_updated_on^ORDERBYsys_id`,
        fields: [...VERSION, ...asked.fields],
        limit: PAGE,
        offset: from.offset,
      },
      signal,
    );
    const items: ExternalNews[] = [];
    for (const row of rows) {
      const news = await asked.newsOf(row, signal);
      if (news) items.push(news);
    }
    return { items, position: positionAfter(rows, from, before) };
  }

  #askedOf(stream: Stream):
    | {
        table: string;
        query: string;
        fields: readonly string[];
        newsOf(
          row: Row,
          signal: AbortSignal,
        ): Promise<ExternalNews | undefined>;
      }
    | undefined {
    const { drafts } = this.#settings;
    switch (stream) {
      case 'records':
        return {
          table: 'change_request',
          query: `correlation_displaySTARTSWITH${OURS}`,
          fields: RECORD,
          newsOf: (row, signal) => this.#recordNews(row, signal),
        };
      case 'decisions':
        return {
          table: 'sysapproval_approver',
          query: `sysapproval.correlation_displaySTARTSWITH${OURS}^stateINapproved,rejected,requested`,
          fields: DECISION,
          newsOf: (row, signal) => this.#decisionNews(row, signal),
        };
      default:
        return (
          drafts && {
            table: 'change_request',
            query: `${drafts.query}^correlation_idISEMPTY`,
            fields: DRAFT,
            newsOf: async row => this.#draftNews(row, drafts),
          }
        );
    }
  }

  async #recordNews(
    row: Row,
    signal: AbortSignal,
  ): Promise<RecordNews | undefined> {
    // An instance may have left out the part of the query that says so.
    if (!(row.correlation_display ?? '').startsWith(OURS)) return undefined;
    const event = this.#settings.fromThere.get(row.state);
    const reason =
      event === 'cancel'
        ? await this.#lastNote(row.sys_id, 'work_notes', signal)
        : undefined;
    const outcome = OUTCOMES[row.close_code];
    const said = row.close_notes || reason;
    return {
      kind: 'record',
      reference: this.#referenceOf(row.sys_id, row.number),
      changeId: row.correlation_id,
      version: versionOf(row),
      state: labelOf(row.state),
      ...(row.sys_updated_by !== '' && { by: row.sys_updated_by }),
      ...(event && {
        move: {
          event,
          ...(outcome && { outcome }),
          ...(said && { reason: said }),
        },
      }),
    };
  }

  async #decisionNews(
    row: Row,
    signal: AbortSignal,
  ): Promise<DecisionNews | undefined> {
    const decision = DECISIONS[row.state];
    const changeId = row['sysapproval.correlation_id'];
    if (!decision || !row.sysapproval || !changeId) return undefined;
    const email = row['approver.email'];
    const userName = row['approver.user_name'];
    const comment =
      decision === 'reject'
        ? await this.#lastNote(row.sys_id, 'comments', signal)
        : undefined;
    return {
      kind: 'decision',
      id: row.sys_id,
      reference: this.#referenceOf(row.sysapproval, row['sysapproval.number']),
      changeId,
      person: {
        name: row['approver.name'] || userName || row.approver,
        ...(email && { email }),
      },
      decision,
      version: versionOf(row),
      ...(comment && { comment }),
      ...(row.sys_updated_by !== userName && {
        enteredBy: row.sys_updated_by || 'Somebody',
      }),
    };
  }

  #draftNews(row: Row, drafts: DraftSettings): DraftNews | undefined {
    if (row.correlation_id) return undefined;
    const [start, end] = [row.start_date, row.end_date].map(text =>
      parseDateTime(text ?? ''),
    );
    const email = row['requested_by.email'];
    return {
      kind: 'draft',
      reference: this.#referenceOf(row.sys_id, row.number),
      version: versionOf(row),
      state: labelOf(row.state),
      title: row.short_description,
      ...(row.description && { description: row.description }),
      items: itemsOf(row, drafts),
      environments: drafts.environments,
      ...(start !== undefined &&
        end !== undefined &&
        start < end && { window: { start, end } }),
      ...(row.implementation_plan && { plan: row.implementation_plan }),
      ...(email && {
        requestedBy: { email, name: row['requested_by.name'] || email },
      }),
    };
  }

  /** Journals are not told with their record; the entries are records of their own. */
  async #lastNote(
    sysId: string,
    element: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    try {
      const [note] = await this.#table.list(
        'sys_journal_field',
        {
          query: `element_id=${sysId}^element=${element}^ORDERBYDESCsys_created_on`,
          fields: ['value', 'element_id'],
          limit: 1,
        },
        signal,
      );
      return note?.element_id === sysId ? note.value : undefined;
    } catch (error) {
      // A reason that may not be read is no reason to leave the news out.
      if (error instanceof ConnectorError && !error.retryable) return undefined;
      throw error;
    }
  }

  #referenceOf(sysId: string, number: string) {
    return { id: sysId, number, url: addressOf(this.#settings.url, sysId) };
  }
}

function itemsOf(
  row: Row,
  { annotation, byName }: DraftSettings,
): ExternalItem[] {
  const id = row.cmdb_ci;
  const name = row['cmdb_ci.name'];
  if (!id) return [];
  return [
    {
      title: name || id,
      annotation: {
        key: annotation,
        values: [id, ...(name ? [name] : [])],
      },
      ...(byName && name && { name }),
    },
  ];
}

/** @throws ConnectorError when the cursor is not one of ours */
function readCursor(
  cursor: string | undefined,
): Partial<Record<Stream, Position>> {
  if (cursor === undefined) return {};
  try {
    return cursorShape.parse(JSON.parse(cursor));
  } catch {
    throw new ConnectorError('It is not known how far ServiceNow was read.', {
      retryable: false,
      remedy: 'Delete its row in the table connector_cursors.',
    });
  }
}

/** Where a question begins: where the last page ended, or a little before all that is read. */
function startOf(before: Position | undefined): Omit<Position, 'more'> {
  if (!before) return { at: Date.now() - FIRST_REACH_MS, offset: 0 };
  if (before.more) return before;
  return { at: before.at - OVERLAP_MS, offset: 0 };
}

/** Records that are updated meanwhile move to the end, so what follows may begin earlier. */
function positionAfter(
  rows: readonly Row[],
  from: Omit<Position, 'more'>,
  before: Position | undefined,
): Position {
  const last = rows.at(-1);
  const at = last ? versionOf(last).at : from.at;
  if (rows.length < PAGE) {
    return { at: Math.max(at, before?.at ?? from.at), offset: 0, more: false };
  }
  const isOneSecond = formatDateTime(at) === formatDateTime(from.at);
  return {
    at,
    offset: isOneSecond ? from.offset + PAGE - PAGE_OVERLAP : 0,
    more: true,
  };
}
