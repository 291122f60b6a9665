import { randomUUID } from 'node:crypto';
import {
  formatInstant,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import type {
  ChangeConnector,
  ExternalReference,
} from '@continuity/plugin-continuity-node';
import { maskSecrets } from '../evidence';

/** What happens between a change and another system. */
export type ConnectorEvent =
  | 'record.created'
  | 'record.written'
  | 'push.failing'
  | 'push.refused'
  | 'push.retried'
  | 'pull.failing'
  | 'pull.recovered'
  | 'decision'
  | 'conflict'
  | 'draft.created'
  | 'draft.refused';

/** Who acts where another system says so and no person does. */
export function actorOf({ id }: Pick<ChangeConnector, 'id'>): string {
  return `service:${id}`;
}

/** What the ledger says of it. */
export function connectorEntry(
  event: ConnectorEvent,
  told: {
    connector: Pick<ChangeConnector, 'id'>;
    at: Instant;
    /** Absent: the connector itself. */
    actor?: string;
    /** Refs of what is changed. Absent: nothing in particular. */
    entities?: readonly string[];
    change?: string;
    reference?: ExternalReference;
    data?: Record<string, unknown>;
  },
): LedgerEntry {
  const { connector, at, actor, entities = [], change, reference, data } = told;
  return {
    id: randomUUID(),
    type: `connector.${event}`,
    at: formatInstant(at),
    actor: { ref: actor ?? actorOf(connector) },
    subjects: [...entities],
    data: maskSecrets(
      JSON.parse(
        JSON.stringify({
          connector: connector.id,
          change,
          ...(reference && {
            record: { number: reference.number, url: reference.url },
          }),
          ...data,
        }),
      ),
    ),
  };
}
