import { ConnectorError } from '@continuity/plugin-continuity-node';
import { z } from 'zod';
import type { ServiceNowClient } from './ServiceNowClient';

/** A record as the Table API returns it with display values and reference links off. */
export type Row = Record<string, string>;

const answer = z.object({
  result: z.array(z.record(z.string(), z.unknown())),
});

/** Reads tables (ServiceNow documentation, "Table API - GET /now/table/{tableName}"). */
export class TableApi {
  readonly #client: Pick<ServiceNowClient, 'ask'>;

  constructor(client: Pick<ServiceNowClient, 'ask'>) {
    this.#client = client;
  }

  /**
   * Records of a table.
   *
   * An instance may leave out the parts of a query that it does not understand and answer
   * with everything else, so whoever asks for one record has to look whether it is that one.
   *
   * @param query - encoded, with its order
   * @throws ConnectorError
   */
  async list(
    table: string,
    asked: {
      query: string;
      fields: readonly string[];
      limit: number;
      offset?: number;
    },
    signal: AbortSignal,
  ): Promise<Row[]> {
    const { query, fields, limit, offset = 0 } = asked;
    const read = answer.safeParse(
      await this.#client.ask(
        {
          method: 'GET',
          path: `/api/now/table/${table}`,
          query: {
            sysparm_query: query,
            sysparm_fields: fields.join(','),
            sysparm_limit: String(limit),
            sysparm_offset: String(offset),
            sysparm_display_value: 'false',
            sysparm_exclude_reference_link: 'true',
            sysparm_no_count: 'true',
          },
        },
        signal,
      ),
    );
    if (!read.success) {
      throw new ConnectorError(
        `ServiceNow answered something else than records of ${table}.`,
        { retryable: true },
      );
    }
    return read.data.result.map(rowOf);
  }
}

/** A reference may come as an object with its `value`. */
function rowOf(record: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, valueOf(value)]),
  );
}

function valueOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'value' in value) {
    return valueOf(value.value);
  }
  return value === null || value === undefined ? '' : String(value);
}
