import { randomUUID } from 'node:crypto';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { verifyEntries, type SequencedEntry } from '@continuity/engine';
import { bothDatabases } from './catalog/__testUtils__/database';
import { deployment } from './__testUtils__/entities';
import {
  spawnBackend,
  type SpawnedBackend,
} from './__testUtils__/spawnBackend';

jest.setTimeout(240_000);

const databases = bothDatabases();
const directory = createMockDirectory();

/** Who asks at once while the process is killed. */
const ASKERS = 8;
/** Answers after which it is killed: in the middle of all the others. */
const KILLED_AFTER = 40;

interface Asked {
  key: string;
  /** Absent: it was never answered. */
  answered?: { id: string; ledgerIndex: number };
}

interface Reported {
  externalId: string;
  /** Absent: it was never answered. */
  answered?: { id: string };
}

/** What the process is asked and told until it dies. */
class Burst {
  readonly asked: Asked[] = [];
  readonly reported: Reported[] = [];
  #answers = 0;

  constructor(readonly backend: SpawnedBackend) {}

  async untilItDies(): Promise<void> {
    await Promise.all(
      Array.from({ length: ASKERS }, async (_, i) => {
        try {
          for (;;) {
            await (i % 2 ? this.#report() : this.#ask());
            this.#answers += 1;
            if (this.#answers === KILLED_AFTER) {
              await this.backend.kill();
            }
          }
        } catch {
          // It is dead; what was asked last stays without an answer.
        }
      }),
    );
  }

  async #ask(): Promise<void> {
    const asked: Asked = { key: randomUUID() };
    this.asked.push(asked);
    asked.answered = await decide(this.backend, asked.key);
  }

  async #report(): Promise<void> {
    const reported: Reported = { externalId: randomUUID() };
    this.reported.push(reported);
    reported.answered = await report(this.backend, reported.externalId);
  }
}

async function decide(backend: SpawnedBackend, key: string) {
  const { status, body } = await backend.ask('/gate/decisions', {
    body: {
      entity: 'component:default/payments-api',
      environment: 'production',
      change: key,
    },
    key,
  });
  if (status !== 200 && status !== 201) {
    throw new Error(`${status}: ${JSON.stringify(body)}`);
  }
  return { id: body.id, ledgerIndex: body.ledgerIndex };
}

async function report(backend: SpawnedBackend, externalId: string) {
  const { status, body } = await backend.ask('/evidence', {
    body: deployment({ externalId }),
  });
  if (status !== 200 && status !== 201) {
    throw new Error(`${status}: ${JSON.stringify(body)}`);
  }
  return { id: body.id };
}

function answersOf<T>(sent: { answered?: T }[]): T[] {
  return sent.flatMap(({ answered }) => (answered ? [answered] : []));
}

async function readLedger(backend: SpawnedBackend): Promise<SequencedEntry[]> {
  const entries: SequencedEntry[] = [];
  for (;;) {
    const { body } = await backend.ask(
      `/ledger/entries?from=${entries.length}&limit=1000`,
    );
    entries.push(...body.items);
    if (entries.length >= body.checkpoint.treeSize) {
      expect(
        verifyEntries(entries, { checkpoint: body.checkpoint }),
      ).toMatchObject({ ok: true, treeSize: entries.length });
      return entries;
    }
  }
}

/** How a backend in another process reaches a fresh database. */
async function freshDatabase(databaseId: string): Promise<object> {
  if (databaseId === 'SQLITE_3') {
    directory.clear();
    return {
      client: 'better-sqlite3',
      connection: { directory: directory.path },
    };
  }
  const knex = await databases.migrated('POSTGRES_18');
  const { connection } = knex.client.config;
  return {
    client: 'pg',
    // Knex hides the password from whoever lists the settings.
    connection: { ...connection, password: connection.password },
    // In the database that was made for this test, not in one of its own.
    pluginDivisionMode: 'schema',
  };
}

describe.each(databases.eachId())('killed backend on %s', databaseId => {
  it('has every answered decision and report once in a ledger that verifies', async () => {
    const database = await freshDatabase(databaseId);
    const first = await spawnBackend(database);
    const burst = new Burst(first);
    await burst.untilItDies();
    const unanswered = burst.asked.filter(({ answered }) => !answered);
    expect(unanswered.length).toBeGreaterThan(0);

    const second = await spawnBackend(database);
    try {
      const before = await readLedger(second);
      const placed = new Map(
        before.map(({ index, canonical }) => [JSON.parse(canonical).id, index]),
      );
      expect(placed.size).toBe(before.length);
      for (const { id, ledgerIndex } of answersOf(burst.asked)) {
        expect(placed.get(id)).toBe(ledgerIndex);
      }
      for (const { id } of answersOf(burst.reported)) {
        expect(placed.has(id)).toBe(true);
      }

      // Whoever got no answer asks again; nothing is there twice afterwards.
      for (const { key } of burst.asked) {
        await decide(second, key);
      }
      for (const { externalId } of burst.reported) {
        await report(second, externalId);
      }
      const after = await readLedger(second);
      const recorded = after.map(({ canonical }) => JSON.parse(canonical));
      const changes = recorded
        .filter(({ type }) => type === 'gate.decision')
        .map(({ data }) => data.request.change);
      const reports = recorded
        .filter(({ type }) => type === 'evidence.recorded')
        .map(({ data }) => data.externalId);
      expect(changes.sort()).toEqual(burst.asked.map(a => a.key).sort());
      expect(reports.sort()).toEqual(
        burst.reported.map(r => r.externalId).sort(),
      );
      const { body } = await second.ask('/ledger/verification');
      expect(body).toMatchObject({ ok: true, treeSize: after.length });
    } finally {
      await second.kill();
    }
  });
});
