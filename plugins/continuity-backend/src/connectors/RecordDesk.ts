import {
  formatInstant,
  type ChangeState,
  type Instant,
} from '@continuity/engine';
import type {
  ChangeConnector,
  RecordNews,
} from '@continuity/plugin-continuity-node';
import type { ChangeStore, StoredChange } from '../changes';
import type { LedgerService } from '../ledger';
import { actorOf, connectorEntry } from './connectorEntry';
import type { ConnectorHands } from './ConnectorHands';
import type { ConnectorStore } from './ConnectorStore';
import { ruleRefusal } from './ruleRefusal';
import { isNewer, type StoredProblem, type StoredRecord } from './types';

type Move = NonNullable<RecordNews['move']>;

/** Where a change is when nothing more comes of a move. */
const THERE_ALREADY: Record<Move['event'], readonly ChangeState[]> = {
  cancel: ['cancelled', 'rejected', 'expired'],
  schedule: ['scheduled', 'implementing', 'in-review', 'closed'],
  start: ['implementing', 'in-review', 'closed'],
  finish: ['in-review', 'closed'],
};

const DONE: Record<Move['event'], string> = {
  cancel: 'Cancelled',
  schedule: 'Scheduled',
  start: 'Begun',
  finish: 'Finished',
};

/** Somebody else may be faster that often. */
const MAX_ATTEMPTS = 3;

export interface NewsDeskOptions {
  store: ConnectorStore;
  changes: Pick<ChangeStore, 'byId' | 'approvals'>;
  hands: ConnectorHands;
  ledger: Pick<LedgerService, 'write'>;
  now: () => Instant;
}

/** Does here what was done to the record of a change in another system. */
export class RecordDesk {
  readonly #options: NewsDeskOptions;

  constructor(options: NewsDeskOptions) {
    this.#options = options;
  }

  /** What is known already changes nothing, also when it comes late. */
  async take(connector: ChangeConnector, news: RecordNews): Promise<void> {
    const { changes, store } = this.#options;
    const record = await findRecord(connector, news, this.#options);
    if (!record || !isNewer(news.version, record.seen)) return;
    const change = await changes.byId(record.changeId);
    if (!change) return;
    const problem =
      news.state === record.state
        ? record.pullProblem
        : await this.#move(connector, change, news);
    await this.#note(connector, change, news, problem);
    // What did not fit there may fit now.
    if (record.pushProblem) {
      await this.#options.ledger.write(tx =>
        store.enqueue(
          tx,
          connector.id,
          { changeId: change.id, revision: change.revision },
          this.#options.now(),
        ),
      );
    }
  }

  /** @returns what could not be carried over. Undefined: nothing */
  async #move(
    connector: ChangeConnector,
    first: StoredChange,
    news: RecordNews,
  ): Promise<StoredProblem | undefined> {
    const { changes, hands } = this.#options;
    const { move } = news;
    if (!move) return undefined;
    const caller = await hands.callerOf(actorOf(connector));
    let refusal = '';
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const change =
        attempt === 1 ? first : (await changes.byId(first.id)) ?? first;
      if (THERE_ALREADY[move.event].includes(change.state)) return undefined;
      try {
        await hands.desk.move(
          change.id,
          {
            event: move.event,
            revision: change.revision,
            comment: commentOf(connector, news, move),
            ...(move.event === 'finish' && {
              outcome: move.outcome ?? 'succeeded',
            }),
          },
          caller,
        );
        return undefined;
      } catch (error) {
        refusal = ruleRefusal(error);
        if ((await changes.byId(first.id))?.revision === change.revision) break;
      }
    }
    return {
      reason: `${news.reference.number} is "${news.state}" in ${connector.title}, and the change cannot follow: ${refusal}`,
      remedy: `Do what is missing here, or set ${news.reference.number} back in ${connector.title}.`,
      at: this.#options.now(),
    };
  }

  async #note(
    connector: ChangeConnector,
    change: StoredChange,
    { reference, state, version }: RecordNews,
    problem: StoredProblem | undefined,
  ): Promise<void> {
    const { ledger, now, store } = this.#options;
    const at = now();
    await ledger.write(async (tx, append) => {
      const record = await store.lock(tx, connector.id, change.id);
      if (!record) return;
      const { pullProblem, ...rest } = record;
      await store.save(tx, {
        ...rest,
        reference,
        state,
        seen: isNewer(version, record.seen) ? version : record.seen,
        synchronisedAt: at,
        ...(problem && { pullProblem: problem }),
      });
      if (problem && problem.reason !== pullProblem?.reason) {
        await append([
          connectorEntry('conflict', {
            connector,
            at,
            entities: change.content.entities,
            change: change.id,
            reference,
            data: {
              state,
              seenAt: formatInstant(version.at),
              reason: problem.reason,
              remedy: problem.remedy,
            },
          }),
        ]);
      }
    });
  }
}

/**
 * What is known of a record there. One that says which change it is for, and is not known,
 * was made by a push that nobody could note; nothing of what it says has been noted, either.
 */
export async function findRecord(
  connector: Pick<ChangeConnector, 'id'>,
  { reference, changeId }: Pick<RecordNews, 'reference' | 'changeId'>,
  { changes, ledger, now, store }: NewsDeskOptions,
): Promise<StoredRecord | undefined> {
  const known = await store.recordOf(connector.id, reference.id);
  if (known || changeId === undefined) return known;
  const change = await changes.byId(changeId);
  if (!change || (await store.record(connector.id, change.id))) {
    return undefined;
  }
  const { result } = await ledger.write(async tx => {
    // A push may have noted it in this moment.
    const noted = await store.lock(tx, connector.id, change.id);
    if (noted) return noted;
    const record: StoredRecord = {
      connector: connector.id,
      changeId: change.id,
      reference,
      revision: 0,
      contentRevision: 0,
      seen: { at: 0 },
      synchronisedAt: now(),
      decisions: [],
    };
    await store.save(tx, record);
    return record;
  });
  return result;
}

function commentOf(
  { title }: Pick<ChangeConnector, 'title'>,
  { reference, by }: RecordNews,
  { event, reason }: Move,
): string {
  const who = by === undefined ? '' : ` by ${by}`;
  return `${DONE[event]} in ${title} (${reference.number})${who}: ${
    reason ?? 'no reason is given there.'
  }`;
}
