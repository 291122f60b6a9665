import type {
  ChangeConnector,
  ConnectedChange,
  DecisionNews,
  DraftNews,
  ExternalNews,
  ExternalReference,
  PushedRecord,
  RecordNews,
} from '@continuity/plugin-continuity-node';

interface Kept {
  reference: ExternalReference;
  change: ConnectedChange;
  state: string;
  at: number;
}

/** Their clock is an hour ahead of ours, so that nobody can mix the two up. */
const AHEAD_MS = 3_600_000;

/** Another system in memory that keeps changes, loses answers and fails as it is told to. */
export class OtherSystem implements ChangeConnector {
  readonly id = 'other';
  readonly title = 'Other system';
  readonly pullEverySeconds = 60;
  approvals: 'show' | 'count' = 'count';
  readonly records = new Map<string, Kept>();
  /** Ids of changes, as they were written. */
  readonly writes: string[] = [];
  /** Thrown by the next questions, one each. */
  readonly faults: Error[] = [];
  /** Written, and then the answer is lost. */
  loseAnswers = 0;
  /** What every push waits for. */
  gate: Promise<void> = Promise.resolve();
  /** What the next pushes say could not be carried over. */
  problem: PushedRecord['problem'];
  #news: ExternalNews[] = [];
  #clock = Date.now() + AHEAD_MS;

  /** A second later there. */
  tick(): number {
    this.#clock += 1_000;
    return this.#clock;
  }

  async push(
    change: ConnectedChange,
    known: ExternalReference | undefined,
  ): Promise<PushedRecord | undefined> {
    this.#fail();
    await this.gate;
    const kept = this.records.get(change.id);
    if (!kept && !known && change.state === 'draft') return undefined;
    const isSame =
      kept?.change.contentRevision === change.contentRevision &&
      kept.state === change.state;
    const reference =
      kept?.reference ?? known ?? referenceOf(this.records.size + 1);
    const record = isSame
      ? kept
      : {
          reference,
          change,
          // What is over there stays over.
          state: kept?.state === 'Canceled' ? kept.state : change.state,
          at: this.tick(),
        };
    this.records.set(change.id, record);
    this.writes.push(change.id);
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      throw new Error('The answer was lost');
    }
    return {
      reference,
      state: record.state,
      ...(kept && { found: { at: kept.at } }),
      version: { at: record.at },
      written: !isSame,
      ...(this.problem && { problem: this.problem }),
    };
  }

  async pull(cursor: string | undefined) {
    this.#fail();
    const items = this.#news;
    this.#news = [];
    return { items, cursor: String(Number(cursor ?? 0) + 1), more: false };
  }

  /** Tells something in the next answer. */
  tell(...news: ExternalNews[]): void {
    this.#news.push(...news);
  }

  /** Somebody changes the record there. */
  moved(
    changeId: string,
    state: string,
    move?: RecordNews['move'],
  ): RecordNews {
    const kept = this.#of(changeId);
    const at = this.tick();
    this.records.set(changeId, { ...kept, state, at });
    return {
      kind: 'record',
      reference: kept.reference,
      changeId,
      version: { at },
      state,
      by: 'Mia There',
      ...(move && { move }),
    };
  }

  /** Somebody decides there. */
  decided(
    changeId: string,
    mail: string,
    more: Partial<DecisionNews> = {},
  ): DecisionNews {
    return {
      kind: 'decision',
      id: `decision of ${mail}`,
      reference: this.#of(changeId).reference,
      changeId,
      person: { email: mail, name: mail.split('@')[0] },
      decision: 'approve',
      version: { at: this.tick() },
      ...more,
    };
  }

  /** Something is raised there. */
  raised(number: string, more: Partial<DraftNews> = {}): DraftNews {
    return {
      kind: 'draft',
      reference: { id: number, number, url: `https://other.example/${number}` },
      version: { at: this.tick() },
      state: 'New',
      title: 'Raised there',
      items: [
        {
          title: 'Payments API',
          annotation: { key: 'other.example/ci', values: ['ci-1'] },
          name: 'payments-api',
        },
      ],
      environments: ['production'],
      ...more,
    };
  }

  #of(changeId: string): Kept {
    const kept = this.records.get(changeId);
    if (!kept) throw new Error(`There is no record of ${changeId}`);
    return kept;
  }

  #fail(): void {
    const fault = this.faults.shift();
    if (fault) throw fault;
  }
}

function referenceOf(count: number): ExternalReference {
  const number = `OTH${count}`;
  return { id: `id-${count}`, number, url: `https://other.example/${number}` };
}
