import {
  ConnectorError,
  type ConnectedChange,
  type ConnectorProblem,
  type ExternalReference,
  type PushedRecord,
} from '@continuity/plugin-continuity-node';
import type { ChangeApi, Row, TableApi } from './client';
import type { ServiceNowSettings } from './config';
import { columnsOf, differences, type Columns } from './mapping/columnsOf';
import { addressOf, labelOf, versionOf } from './recordOf';
import { StateMover } from './StateMover';

/** A change that is in one of these and has no record yet needs none. */
const NEEDS_NO_RECORD: readonly ConnectedChange['state'][] = [
  'draft',
  'cancelled',
  'rejected',
  'expired',
  'closed',
];

const KEPT = [
  'sys_id',
  'number',
  'state',
  'correlation_id',
  'correlation_display',
  'sys_updated_on',
  'sys_mod_count',
];

/**
 * Writes a change as a change request. It looks first and writes only what is different, so
 * that doing it twice does no more than doing it once.
 */
export class RecordWriter {
  readonly #table: TableApi;
  readonly #changes: ChangeApi;
  readonly #mover: StateMover;
  readonly #settings: ServiceNowSettings;

  constructor(options: {
    table: TableApi;
    changes: ChangeApi;
    settings: ServiceNowSettings;
  }) {
    this.#table = options.table;
    this.#changes = options.changes;
    this.#mover = new StateMover(options);
    this.#settings = options.settings;
  }

  /** @returns undefined when it has no record and needs none */
  async write(
    change: ConnectedChange,
    known: ExternalReference | undefined,
    signal: AbortSignal,
  ): Promise<PushedRecord | undefined> {
    const columns = columnsOf(change, this.#settings);
    const found = await this.#find(change, known, columns, signal);
    if (!found.row && NEEDS_NO_RECORD.includes(change.state)) return undefined;
    const said = await this.#say(change, found.row, columns, signal);
    const { sysId } = said;
    const moved = await this.#mover.move(
      change,
      sysId,
      () => this.#bySysId(sysId, columns, signal),
      signal,
    );
    const row = await this.#bySysId(sysId, columns, signal);
    if (!row) throw vanished(sysId);
    if (row.state !== moved.state) throw overtaken(row.number);
    const problem = found.problem ?? moved.problem ?? notTaken(columns, row);
    return {
      reference: {
        id: row.sys_id,
        number: row.number,
        url: addressOf(this.#settings.url, row.sys_id),
      },
      state: labelOf(row.state),
      ...(found.row && { found: versionOf(found.row) }),
      version: versionOf(row),
      written: said.written || moved.written,
      ...(problem && { problem }),
    };
  }

  /** Makes the record, or corrects it. @returns whether anything was written */
  async #say(
    change: ConnectedChange,
    row: Row | undefined,
    columns: Columns,
    signal: AbortSignal,
  ): Promise<{ written: boolean; sysId: string }> {
    if (!row) {
      const filled = Object.entries(columns).filter(
        ([, value]) => value !== '',
      );
      return {
        written: true,
        sysId: await this.#changes.create(
          this.#settings.types[change.class],
          Object.fromEntries(filled),
          signal,
        ),
      };
    }
    const different = differences(columns, row);
    const written = Object.keys(different).length > 0;
    if (written) await this.#changes.update(row.sys_id, different, signal);
    return { written, sysId: row.sys_id };
  }

  /** What is there of it; several are a fault that somebody has to clear up. */
  async #find(
    { id }: ConnectedChange,
    known: ExternalReference | undefined,
    columns: Columns,
    signal: AbortSignal,
  ): Promise<{ row?: Row; problem?: ConnectorProblem }> {
    if (known) {
      const row = await this.#bySysId(known.id, columns, signal);
      if (!row) throw vanished(known.number);
      return { row };
    }
    const rows = await this.#table.list(
      'change_request',
      {
        query: `correlation_id=${id}^ORDERBYsys_created_on^ORDERBYsys_id`,
        fields: fieldsOf(columns),
        limit: 10,
      },
      signal,
    );
    const [row, ...others] = rows.filter(
      ({ correlation_id }) => correlation_id === id,
    );
    return {
      ...(row && { row }),
      ...(others.length > 0 && {
        problem: {
          reason: `Several change requests say that they are of this change: ${[
            row,
            ...others,
          ]
            .map(({ number }) => number)
            .join(', ')}. ${row.number} is kept in step.`,
          remedy: 'Cancel the others there, and empty their correlation id.',
        },
      }),
    };
  }

  async #bySysId(
    sysId: string,
    columns: Columns,
    signal: AbortSignal,
  ): Promise<Row | undefined> {
    const rows = await this.#table.list(
      'change_request',
      { query: `sys_id=${sysId}`, fields: fieldsOf(columns), limit: 1 },
      signal,
    );
    return rows.find(({ sys_id }) => sys_id === sysId);
  }
}

function fieldsOf(columns: Columns): string[] {
  return [...new Set([...KEPT, ...Object.keys(columns)])];
}

function vanished(number: string): ConnectorError {
  return new ConnectorError(
    `${number} is not in ServiceNow any more, or the integration user may not see it.`,
    {
      retryable: false,
      remedy:
        'Restore it there, or let the integration user see it, then have it tried again.',
    },
  );
}

/** What was done to it in this moment is looked at before anything is said of it. */
function overtaken(number: string): ConnectorError {
  return new ConnectorError(
    `Somebody changed the state of ${number} while it was written.`,
    { retryable: true },
  );
}

/** Columns that were written and do not hold what they should, e.g. for want of a right. */
function notTaken(columns: Columns, row: Row): ConnectorProblem | undefined {
  const wrong = Object.keys(differences(columns, row));
  return wrong.length === 0
    ? undefined
    : {
        reason: `${row.number} does not hold what was written into ${wrong.join(
          ', ',
        )}.`,
        remedy:
          'See whether the column exists, takes that value, and may be written by the integration user; or map it otherwise under continuity.connectors.servicenow.fields.',
      };
}
