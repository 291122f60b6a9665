import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  planSeats,
  type ChangeSettings,
  type SeatRule,
} from '@continuity/engine';
import type { Knex } from 'knex';
import type { LedgerService } from '../ledger';
import { changeEntry } from './changeEntry';
import type { ChangeJudge, JudgedChange } from './ChangeJudge';
import type { ChangeStore } from './ChangeStore';
import { dueAt } from './dueAt';
import { StaleChangeError } from './errors';
import { namedBy, NOBODY } from './people';
import { firstExpiry, isClear, seatsOf, type Seats } from './judging/seats';
import {
  WATCHED_STATES,
  type ApprovalState,
  type Happening,
  type StoredApproval,
  type StoredChange,
  type StoredRevision,
} from './types';

/** A change as it is, with all that is known of it. */
export interface ChangeAsIs {
  change: StoredChange;
  judged: JudgedChange;
  approvals: readonly StoredApproval[];
  seats: Seats;
}

/** Something that happened, as whoever does it tells it. */
export type Told = Pick<Happening, 'event' | 'to'> &
  Partial<Pick<Happening, 'comment' | 'details'>>;

/** What becomes of a change. */
export interface ChangeEdit {
  after: StoredChange;
  /** What it is judged by then. Absent: by what it was judged before. */
  judged?: JudgedChange;
  /** In their order; the first begins where the change was. */
  happened: readonly Told[];
  revision?: Pick<StoredRevision, 'comment'>;
  /** Given with it. */
  approval?: StoredApproval;
  /** Ended with it, besides those that have lapsed. */
  ended?: {
    ids: readonly string[];
    because: string;
    as: Exclude<ApprovalState, 'counts'>;
  };
}

/** Whoever is overtaken that often had better look again. */
const MAX_ATTEMPTS = 5;

interface ChangeWriterOptions {
  store: ChangeStore;
  judge: Pick<ChangeJudge, 'judge'>;
  ledger: Pick<LedgerService, 'write'>;
  settings: ChangeSettings;
}

/**
 * Writes what becomes of changes: the row, what it says, approvals, what happened and the
 * entries of the ledger stand or fall together. What a change is judged by is gathered
 * before, and is thrown away when somebody else was faster.
 */
export class ChangeWriter {
  readonly #options: ChangeWriterOptions;

  constructor(options: ChangeWriterOptions) {
    this.#options = options;
  }

  /** A new change, as a draft. */
  async create(change: StoredChange, judged: JudgedChange): Promise<void> {
    const after = this.#complete(change, judged, []);
    await this.#options.ledger.write(async (tx, append) => {
      await this.#options.store.insert(tx, after.change, after.refs);
      await this.#options.store.addRevision(tx, revisionOf(after.change));
      const happening = happeningOf(after.change, {
        event: 'create',
        from: change.state,
        to: change.state,
      });
      await this.#options.store.addHappening(tx, happening);
      await append([changeEntry(happening, after.change, after.concerned)]);
    });
  }

  /**
   * Does something to a change. Nothing is written when the work returns nothing.
   *
   * @param expected - the revision that whoever does it has seen. Absent: whichever there is
   * @param prepare - may look elsewhere; what it finds out is handed to the work
   * @param work - must not look anywhere: it runs within the transaction
   * @returns the change afterwards
   * @throws NotFoundError when there is none
   * @throws StaleChangeError when it is not as it was seen any more
   */
  async change<T>(
    id: string,
    { by, expected, at }: { by: string; expected?: number; at: number },
    prepare: (asIs: ChangeAsIs) => Promise<T>,
    work: (asIs: ChangeAsIs, prepared: T) => ChangeEdit | undefined,
  ): Promise<StoredChange> {
    const { judge, ledger, store } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const change = await store.byId(id);
      if (!change) throw unknownChange(id);
      requireRevision(change, expected);
      const judged = await judge.judge(change);
      const prepared = await prepare(
        asItIs(change, judged, await store.approvals(id)),
      );
      const { result } = await ledger.write(async (tx, append) => {
        const locked = await store.lock(tx, id);
        if (!locked) throw unknownChange(id);
        requireRevision(locked, expected);
        if (locked.revision !== change.revision) return undefined;
        const asIs = asItIs(locked, judged, await store.approvals(id, tx));
        const edit = work(asIs, prepared);
        if (!edit) return locked;
        const { after, entries } = await this.#write(tx, asIs, edit, by, at);
        await append(entries);
        return after;
      });
      if (result) return result;
      if (attempt >= MAX_ATTEMPTS) {
        throw new ConflictError(
          `Change ${id} is being changed by others again and again; load it again and decide on that`,
        );
      }
    }
  }

  async #write(
    tx: Knex.Transaction,
    { change, judged, approvals, seats }: ChangeAsIs,
    edit: ChangeEdit,
    by: string,
    at: number,
  ) {
    const { store } = this.#options;
    const over = seats.lapsed.filter(
      ({ state }) => state !== 'suspended' || isClear(judged.snapshot),
    );
    for (const { approval, state, because } of over) {
      await store.endApprovals(tx, [approval.id], { state, at, because });
    }
    const { approval, ended } = edit;
    if (ended && ended.ids.length > 0) {
      await store.endApprovals(tx, ended.ids, {
        state: ended.as,
        at,
        because: ended.because,
      });
    }
    if (approval) await store.addApproval(tx, approval);
    const lapsed = new Set(over.map(one => one.approval.id));
    const {
      change: after,
      refs,
      concerned,
    } = this.#complete(
      { ...edit.after, updatedBy: by, updatedAt: at },
      edit.judged ?? judged,
      [
        ...approvals.filter(
          ({ id }) => !lapsed.has(id) && ended?.ids.includes(id) !== true,
        ),
        ...(approval ? [approval] : []),
      ],
    );
    await store.update(tx, after, refs);
    if (edit.revision) {
      await store.addRevision(tx, {
        ...revisionOf(after),
        ...edit.revision,
      });
    }
    const entries = [];
    let from = change.state;
    for (const told of edit.happened) {
      const happening = happeningOf(after, { ...told, from });
      from = told.to;
      await store.addHappening(tx, happening);
      entries.push(
        changeEntry(
          happening,
          after,
          concerned,
          told.event === 'approval' || told.event === 'reject'
            ? approval
            : undefined,
        ),
      );
    }
    return { after, entries };
  }

  /** What follows from a change by itself: seats, and when it is to be looked at again. */
  #complete(
    change: StoredChange,
    judged: JudgedChange,
    approvals: readonly StoredApproval[],
  ) {
    const seats = seatsOf(
      change,
      approvals,
      judged.roster ?? NOBODY,
      judged.snapshot,
    );
    const { escalateAt, watchedAt, dueAt: _, ...rest } = change;
    const waits = change.state === 'awaiting-approval';
    const completed: StoredChange = {
      ...rest,
      class: judged.class,
      seats: change.preApproved
        ? { filled: 0, required: 0 }
        : {
            filled: seats.plan.seats.filter(({ by }) => by !== undefined)
              .length,
            required: judged.approvals.reduce(
              (sum, { required }) => sum + required,
              0,
            ),
          },
      risk: judged.risk,
      ...(waits && escalateAt !== undefined && { escalateAt }),
      ...(WATCHED_STATES.includes(change.state) && {
        watchedAt: change.updatedAt,
      }),
    };
    const due = dueAt(completed, firstExpiry(seats), this.#options.settings);
    return {
      change: { ...completed, ...(due !== undefined && { dueAt: due }) },
      refs: {
        owners: judged.owners,
        boards: boardsOf(judged),
        approvers: waits
          ? [...waitedFor(seats), ...groupsWaitedFor(seats, judged)]
          : [],
      },
      concerned: {
        owners: judged.owners,
        waitingFor: waits ? groupsWaitedFor(seats, judged) : [],
        escalateTo: escalatesTo(judged, this.#options.settings),
      },
    };
  }
}

/** What there is, with the seats as they are filled. */
export function asItIs(
  change: StoredChange,
  judged: JudgedChange,
  approvals: readonly StoredApproval[],
): ChangeAsIs {
  return {
    change,
    judged,
    approvals,
    seats: seatsOf(change, approvals, judged.roster ?? NOBODY, judged.snapshot),
  };
}

export function unknownChange(id: string): NotFoundError {
  return new NotFoundError(
    `id: there is no change ${id}, or you may not see what it changes`,
  );
}

/** Those who could fill a seat that is empty, and do not fill another one. */
function waitedFor({ rules, plan, counting }: Seats): string[] {
  const given = counting.map(({ by }) => by);
  const hasVoted = new Set(given);
  const empty = new Set(
    plan.seats.filter(({ by }) => by === undefined).map(({ rule }) => rule),
  );
  const filled = countFilled(plan);
  const waited = new Set<string>();
  for (const { id, eligible, places } of rules) {
    if (!empty.has(id)) continue;
    for (const ref of eligible) {
      if (hasVoted.has(ref)) continue;
      // The place that somebody would take may be taken already.
      const shares = given.some(by => sharesPlace(places, by, ref));
      if (!shares || countFilled(planSeats(rules, [...given, ref])) > filled) {
        waited.add(ref);
      }
    }
  }
  return [...waited];
}

/** Whether two people may take the same place under a rule. */
function sharesPlace(
  places: SeatRule['places'],
  one: string,
  other: string,
): boolean {
  const ofOther = places?.get(other);
  return [...(places?.get(one) ?? [])].some(place => ofOther?.has(place));
}

function countFilled({ seats }: Seats['plan']): number {
  return seats.filter(({ by }) => by !== undefined).length;
}

function escalatesTo(
  { owners }: JudgedChange,
  { approvals: { escalateTo } }: ChangeSettings,
): readonly string[] {
  return escalateTo.length > 0 ? escalateTo : owners;
}

/** Groups that have a say, whoever of them decides. */
function boardsOf({ approvals }: JudgedChange): string[] {
  return approvals.flatMap(({ from: { groups = [] } }) =>
    groups.map(ref => ref.toLocaleLowerCase('en-US')),
  );
}

/** The groups and users that rules with an empty seat name. */
function groupsWaitedFor({ plan }: Seats, judged: JudgedChange): string[] {
  const empty = new Set(
    plan.seats.filter(({ by }) => by === undefined).map(({ rule }) => rule),
  );
  return [
    ...new Set(
      judged.approvals
        .filter(({ id }) => empty.has(id))
        .flatMap(approval => namedBy(approval, judged)),
    ),
  ];
}

function requireRevision(change: StoredChange, expected: number | undefined) {
  if (expected !== undefined && change.revision !== expected) {
    throw new StaleChangeError(expected, change);
  }
}

function revisionOf(change: StoredChange): StoredRevision {
  return {
    changeId: change.id,
    revision: change.contentRevision,
    at: change.updatedAt,
    by: change.updatedBy,
    content: change.content,
  };
}

function happeningOf(
  { id, revision, updatedAt, updatedBy }: StoredChange,
  told: Told & Pick<Happening, 'from'>,
): Happening {
  return {
    id: randomUUID(),
    changeId: id,
    at: updatedAt,
    by: updatedBy,
    revision,
    details: [],
    ...told,
  };
}
