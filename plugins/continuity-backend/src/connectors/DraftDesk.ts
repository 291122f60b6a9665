import { formatInstant, type Instant } from '@continuity/engine';
import type {
  ChangeConnector,
  DraftNews,
} from '@continuity/plugin-continuity-node';
import {
  draftOf,
  idFrom,
  readContent,
  type ChangeJudge,
  type ChangeStore,
  type ChangeWriter,
} from '../changes';
import type { LedgerService } from '../ledger';
import { actorOf, connectorEntry } from './connectorEntry';
import type { ConnectorStore } from './ConnectorStore';
import type { ExternalItems } from './ExternalItems';
import type { ExternalPeople } from './ExternalPeople';
import { ruleRefusal } from './ruleRefusal';
import type { StoredProblem } from './types';

/** What a title may hold. */
const LONGEST_TITLE = 200;

interface DraftDeskOptions {
  store: ConnectorStore;
  changes: Pick<ChangeStore, 'byId'>;
  judge: Pick<ChangeJudge, 'judge'>;
  writer: Pick<ChangeWriter, 'create'>;
  items: Pick<ExternalItems, 'find'>;
  people: Pick<ExternalPeople, 'find'>;
  ledger: Pick<LedgerService, 'write'>;
  now: () => Instant;
}

/** Makes drafts of records in another system; what cannot be one is kept with its reason. */
export class DraftDesk {
  readonly #options: DraftDeskOptions;

  constructor(options: DraftDeskOptions) {
    this.#options = options;
  }

  /**
   * One record becomes one draft, however often it comes.
   *
   * @throws ServiceUnavailableError while the catalog cannot be asked
   */
  async take(connector: ChangeConnector, news: DraftNews): Promise<void> {
    const { store } = this.#options;
    if (await store.recordOf(connector.id, news.reference.id)) return;
    const found = await this.#entitiesOf(news);
    if ('problem' in found) {
      await this.#leave(connector, news, found.problem);
      return;
    }
    try {
      const id = await this.#draft(connector, news, found.entities);
      await this.#taken(connector, news, id, found.entities);
    } catch (error) {
      await this.#leave(connector, news, {
        reason: `It cannot become a draft: ${ruleRefusal(error)}`,
        remedy: `Correct ${news.reference.number} in ${connector.title}.`,
      });
    }
  }

  /** Once more, for what could not become a draft before. */
  async takeLeft(
    connector: ChangeConnector,
    limit: number,
    signal: AbortSignal,
  ): Promise<void> {
    for (const { draft } of await this.#options.store.untaken(
      connector.id,
      limit,
    )) {
      signal.throwIfAborted();
      await this.take(connector, draft);
    }
  }

  async #entitiesOf({
    items,
    reference,
  }: DraftNews): Promise<
    { entities: string[] } | { problem: Omit<StoredProblem, 'at'> }
  > {
    if (items.length === 0) {
      return {
        problem: {
          reason: `${reference.number} does not say what it changes.`,
          remedy: 'Enter the configuration item there.',
        },
      };
    }
    const entities: string[] = [];
    for (const item of items) {
      const found = await this.#options.items.find(item);
      if ('unknown' in found) {
        return {
          problem: {
            reason: found.unknown,
            remedy:
              'Correct the annotation in the catalog, or the configuration item there; it is tried again by itself.',
          },
        };
      }
      entities.push(found.ref);
    }
    return { entities };
  }

  /** @returns its id, which follows from the record */
  async #draft(
    connector: ChangeConnector,
    news: DraftNews,
    entities: readonly string[],
  ): Promise<string> {
    const { changes, judge, now, people, writer } = this.#options;
    const id = idFrom(`draft of ${news.reference.id} in ${connector.id}`);
    if (await changes.byId(id)) return id;
    const author = news.requestedBy && (await people.find(news.requestedBy));
    const by = author && 'ref' in author ? author.ref : actorOf(connector);
    const content = readContent({
      title: oneLine(news.title),
      ...(news.description !== undefined && { description: news.description }),
      entities,
      environments: news.environments,
      ...(news.window && {
        window: {
          start: formatInstant(news.window.start),
          end: formatInstant(news.window.end),
        },
      }),
      ...(news.plan !== undefined && { plan: news.plan }),
    });
    const { change, judged } = await draftOf(
      { id, content, by, at: now() },
      judge,
    );
    await writer.create(change, judged);
    return id;
  }

  async #taken(
    connector: ChangeConnector,
    { reference, state, version }: DraftNews,
    changeId: string,
    entities: readonly string[],
  ): Promise<void> {
    const { ledger, now, store } = this.#options;
    const at = now();
    await ledger.write(async (tx, append) => {
      await store.taken(tx, connector.id, reference.id);
      if (await store.lock(tx, connector.id, changeId)) return;
      await store.save(tx, {
        connector: connector.id,
        changeId,
        reference,
        state,
        revision: 0,
        contentRevision: 0,
        seen: version,
        synchronisedAt: at,
        decisions: [],
      });
      await append([
        connectorEntry('draft.created', {
          connector,
          at,
          entities,
          change: changeId,
          reference,
        }),
      ]);
    });
  }

  async #leave(
    connector: ChangeConnector,
    draft: DraftNews,
    problem: Omit<StoredProblem, 'at'>,
  ): Promise<void> {
    const { ledger, now, store } = this.#options;
    const at = now();
    await ledger.write(async (tx, append) => {
      const isNews = await store.leave(tx, {
        connector: connector.id,
        since: at,
        draft,
        problem: { ...problem, at },
      });
      if (isNews) {
        await append([
          connectorEntry('draft.refused', {
            connector,
            at,
            reference: draft.reference,
            data: { ...problem },
          }),
        ]);
      }
    });
  }
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Surrogate}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TITLE);
}
