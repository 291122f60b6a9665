import { formatInstant } from '@continuity/engine';
import type {
  ChangeConnector,
  DecisionNews,
} from '@continuity/plugin-continuity-node';
import type { StoredChange } from '../changes';
import { connectorEntry } from './connectorEntry';
import type { ExternalPeople } from './ExternalPeople';
import { findRecord, type NewsDeskOptions } from './RecordDesk';
import { ruleRefusal } from './ruleRefusal';
import { isNewer, type StoredDecision, type StoredRecord } from './types';

/** Decisions that are kept of one record. */
const MAX_DECISIONS = 200;
/** Somebody else may be faster that often. */
const MAX_ATTEMPTS = 3;

type Judged = Pick<StoredDecision, 'by' | 'outcome' | 'note' | 'remedy'>;
type Decided = DecisionNews & {
  decision: Exclude<DecisionNews['decision'], 'open'>;
};

const DECIDE_HERE =
  'Have somebody decide here; what is decided there is only shown.';

/**
 * Takes over what people decide in another system. It is the vote of somebody here when
 * just one user is that person, when it was given on what the change says now, and when the
 * ballot lets them; else it is shown, with why it does not count.
 */
export class DecisionDesk {
  readonly #options: NewsDeskOptions & { people: Pick<ExternalPeople, 'find'> };

  constructor(
    options: NewsDeskOptions & { people: Pick<ExternalPeople, 'find'> },
  ) {
    this.#options = options;
  }

  /** @throws ServiceUnavailableError while nobody can tell who it is or who may */
  async take(connector: ChangeConnector, news: DecisionNews): Promise<void> {
    const record = await findRecord(connector, news, this.#options);
    const change =
      record && (await this.#options.changes.byId(record.changeId));
    if (!record || !change) return;
    const { id, decision, version } = news;
    const before = record.decisions.find(one => one.id === id);
    if (before && !isNewer(version, before.version)) return;
    // Touched, and still what it was when it was given.
    if (decision === (before?.decision ?? 'open')) return;
    await this.#note(connector, change, {
      id,
      decision,
      version,
      ...(decision === 'open'
        ? // Asked again: what they say then is said anew.
          { by: news.person.name, outcome: 'shown' as const }
        : await this.#judge(connector, change, record, { ...news, decision })),
    });
  }

  async #judge(
    connector: ChangeConnector,
    change: StoredChange,
    record: StoredRecord,
    news: Decided,
  ): Promise<Judged> {
    const found = await this.#options.people.find(news.person);
    if ('unknown' in found) {
      return {
        by: news.person.name,
        outcome: 'shown',
        note: found.unknown,
        remedy: `Give exactly one user of the catalog that address (spec.profile.email), or have somebody decide here.`,
      };
    }
    const by = found.ref;
    const shown = (note: string, remedy: string): Judged => ({
      by,
      outcome: 'shown',
      note,
      remedy,
    });
    if (news.decision === 'approve' && connector.approvals !== 'count') {
      return shown(
        `Approvals of ${connector.title} do not count here; the configuration says "show".`,
        DECIDE_HERE,
      );
    }
    if (news.enteredBy !== undefined) {
      return shown(
        `${news.enteredBy} entered it for ${news.person.name}; only people decide for themselves.`,
        `Have ${news.person.name} decide here or there.`,
      );
    }
    return this.#vote(connector, change, record, news, by, shown);
  }

  async #vote(
    connector: ChangeConnector,
    first: StoredChange,
    record: StoredRecord,
    news: Decided,
    by: string,
    shown: (note: string, remedy: string) => Judged,
  ): Promise<Judged> {
    const { changes, hands } = this.#options;
    const { decision } = news;
    const caller = await hands.callerOf(by);
    let refusal = '';
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const change =
        attempt === 1 ? first : (await changes.byId(first.id)) ?? first;
      const stale = whyStale(connector, change, record, news);
      if (stale !== undefined) {
        return shown(stale, 'Have them decide again, on what it says now.');
      }
      const approvals = await changes.approvals(change.id);
      const isGiven = approvals.some(
        one =>
          one.by === by &&
          one.decision === decision &&
          one.contentRevision === change.contentRevision,
      );
      // Whoever died before noting it has given it already.
      if (isGiven) return { by, outcome: 'counted' };
      try {
        await hands.ballot.decide(
          change.id,
          {
            decision,
            revision: change.revision,
            comment: commentOf(connector, news),
          },
          caller,
        );
        return { by, outcome: 'counted' };
      } catch (error) {
        refusal = ruleRefusal(error);
        if ((await changes.byId(first.id))?.revision === change.revision) break;
      }
    }
    return shown(
      refusal,
      decision === 'approve'
        ? 'Have somebody approve it who may, here or there.'
        : 'Cancel or revise the change here if it is not to go on.',
    );
  }

  async #note(
    connector: ChangeConnector,
    change: StoredChange,
    decided: StoredDecision,
  ): Promise<void> {
    const { ledger, now, store } = this.#options;
    const at = now();
    await ledger.write(async (tx, append) => {
      const record = await store.lock(tx, connector.id, change.id);
      if (!record) return;
      const others = record.decisions.filter(({ id }) => id !== decided.id);
      await store.save(tx, {
        ...record,
        synchronisedAt: at,
        decisions: [decided, ...others].slice(0, MAX_DECISIONS),
      });
      if (decided.decision !== 'open') {
        const { version, id: _, ...told } = decided;
        await append([
          connectorEntry('decision', {
            connector,
            at,
            entities: change.content.entities,
            change: change.id,
            reference: record.reference,
            data: { ...told, decidedAt: formatInstant(version.at) },
          }),
        ]);
      }
    });
  }
}

/**
 * Why something was not decided on what the change says now, by the clock of the other
 * system. Undefined: it was. In the second of the writing itself nobody can tell, so it was
 * not.
 */
function whyStale(
  { title }: Pick<ChangeConnector, 'title'>,
  { contentRevision }: StoredChange,
  record: StoredRecord,
  { version }: Decided,
): string | undefined {
  if (record.contentRevision !== contentRevision) {
    return `What the change says now (revision ${contentRevision}) does not stand in ${title} yet; it was decided on what it said before.`;
  }
  return record.contentAt === undefined || version.at <= record.contentAt
    ? `It was decided before what the change says now (revision ${contentRevision}) stood in ${title}.`
    : undefined;
}

function commentOf(
  { title }: Pick<ChangeConnector, 'title'>,
  { comment, decision, reference }: Decided,
): string {
  const done = decision === 'approve' ? 'Approved' : 'Refused';
  return `${done} in ${title} (${reference.number})${
    comment === undefined ? '.' : `: ${comment}`
  }`;
}
