import type {
  ChangeConnector,
  ConnectedChange,
  ExternalReference,
  PulledNews,
  PushedRecord,
} from '@continuity/plugin-continuity-node';
import { ChangeApi, ServiceNowClient, TableApi } from './client';
import type { ServiceNowSettings } from './config';
import { NewsReader } from './NewsReader';
import { RecordWriter } from './RecordWriter';

/** Keeps changes as change requests of a ServiceNow instance. */
export class ServiceNowConnector implements ChangeConnector {
  readonly id = 'servicenow';
  readonly title = 'ServiceNow';
  readonly approvals: 'show' | 'count';
  readonly pullEverySeconds: number;
  readonly #writer: RecordWriter;
  readonly #reader: NewsReader;

  constructor(settings: ServiceNowSettings) {
    const client = new ServiceNowClient(settings);
    const table = new TableApi(client);
    this.approvals = settings.approvals;
    this.pullEverySeconds = settings.pollSeconds;
    this.#writer = new RecordWriter({
      table,
      changes: new ChangeApi(client),
      settings,
    });
    this.#reader = new NewsReader({ table, settings });
  }

  /** {@inheritDoc @continuity/plugin-continuity-node#ChangeConnector.push} */
  push(
    change: ConnectedChange,
    known: ExternalReference | undefined,
    { signal }: { signal: AbortSignal },
  ): Promise<PushedRecord | undefined> {
    return this.#writer.write(change, known, signal);
  }

  /** {@inheritDoc @continuity/plugin-continuity-node#ChangeConnector.pull} */
  pull(
    cursor: string | undefined,
    { signal }: { signal: AbortSignal },
  ): Promise<PulledNews> {
    return this.#reader.read(cursor, signal);
  }
}
