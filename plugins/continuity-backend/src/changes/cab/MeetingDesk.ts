import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { formatInstant, type Instant } from '@continuity/engine';
import {
  continuityChangeAdministerPermission,
  type CabMeeting,
  type CabMeetingCall,
  type CabMeetingClosing,
  type CabMeetingDetails,
  type CabMinute,
} from '@continuity/plugin-continuity-common';
import type { Page } from '../../database';
import type { FleetVisibility, VisibleEntities } from '../../fleet';
import {
  canonicalRef,
  parseInstant,
  plainProse,
  plainText,
  toIso,
  type Access,
  type Caller,
} from '../../http';
import type { LedgerService } from '../../ledger';
import type { ChangeAuthority } from '../ChangeRights';
import { readComment } from '../contentInput';
import { mayKnow, seesAll } from '../mayKnow';
import type { PeopleDirectory } from '../people';
import type { BoardStore } from './BoardStore';
import { meetingEntry } from './meetingEntry';
import type { MeetingStore } from './MeetingStore';
import { minuteOf, presentMeeting } from './presentMeeting';
import type { StoredMeeting, StoredMinute, StoredMinutes } from './types';

/** Longest ahead that a meeting is called, in days. */
const MAX_AHEAD_DAYS = 366;
const DAY_MS = 86_400_000;
/** Items that minutes keep; a meeting goes through fewer. */
const MAX_WAITING = 200;
const DEFAULT_TITLE = 'Change advisory board';

interface MeetingDeskOptions {
  access: Pick<Access, 'may'>;
  authority: Pick<ChangeAuthority, 'rightsOf'>;
  boards: BoardStore;
  ledger: Pick<LedgerService, 'write'>;
  people: Pick<PeopleDirectory, 'membersOf'>;
  store: MeetingStore;
  visibility: Pick<FleetVisibility, 'visibleTo'>;
  now: () => Instant;
}

/** Calls meetings of boards, and keeps their minutes. */
export class MeetingDesk {
  readonly #options: MeetingDeskOptions;

  constructor(options: MeetingDeskOptions) {
    this.#options = options;
  }

  /** The latest first. */
  async list(
    filter: Parameters<MeetingStore['list']>[0],
    page: { limit: number; cursor?: string },
  ): Promise<Page<CabMeeting>> {
    const found = await this.#options.store.list(filter, page);
    return { ...found, items: found.items.map(presentMeeting) };
  }

  /** @throws NotFoundError when there is none */
  async byId(id: string, caller: Caller): Promise<CabMeetingDetails> {
    const meeting = await this.#known(id);
    const [visible, mayLead, members] = await Promise.all([
      this.#options.visibility.visibleTo(caller),
      this.#mayLead(meeting.group, caller),
      // The minutes of a group that is gone can still be read.
      this.#membersOf(meeting.group).catch(() => []),
    ]);
    const decided =
      meeting.state === 'planned'
        ? await this.#decided(meeting, caller, visible)
        : [];
    const { minutes } = meeting;
    return {
      meeting: presentMeeting(meeting),
      members,
      mayLead,
      decided,
      ...(minutes && {
        minutes: {
          present: [...minutes.present],
          absent: [...minutes.absent],
          items: shownTo(minutes.items, visible),
        },
      }),
    };
  }

  /**
   * @throws InputError that names the field that is wrong
   * @throws NotAllowedError for whoever does not belong to the group
   */
  async call(request: CabMeetingCall, caller: Caller): Promise<CabMeeting> {
    const at = this.#options.now();
    const group = canonicalRef('group', request.group);
    if (!group.startsWith('group:')) {
      throw new InputError(
        `group: "${group}" is not a group, e.g. group:default/change-advisory-board`,
      );
    }
    const start = parseInstant('start', request.start);
    if (start < at - DAY_MS) {
      throw new InputError(`start: ${toIso(start)} is more than a day ago`);
    }
    if (start > at + MAX_AHEAD_DAYS * DAY_MS) {
      throw new InputError(
        `start: ${toIso(start)} is more than ${MAX_AHEAD_DAYS} days ahead`,
      );
    }
    await this.#requireLead(group, caller);
    const members = await this.#membersOf(group);
    if (members.length === 0) {
      throw new InputError(
        `group: ${group} has no members in the catalog, so nobody could decide`,
      );
    }
    const meeting: StoredMeeting = {
      id: randomUUID(),
      group,
      title:
        request.title === undefined
          ? DEFAULT_TITLE
          : plainText('title', request.title),
      start,
      state: 'planned',
      calledBy: caller.ref,
      calledAt: at,
    };
    const { ledger, store } = this.#options;
    await ledger.write(async (tx, append) => {
      await store.insert(tx, meeting);
      await append([meetingEntry('called', meeting, caller.ref, at)]);
    });
    return presentMeeting(meeting);
  }

  /**
   * Ends a meeting; its minutes say how what it has a say in was voted on since it was
   * called, and what still waits for it.
   *
   * @throws ConflictError before it has begun, and when it has ended already
   */
  async close(
    id: string,
    { present: refs, note, notes = [] }: CabMeetingClosing,
    caller: Caller,
  ): Promise<void> {
    const { boards, now } = this.#options;
    const at = now();
    const meeting = await this.#open(id, caller);
    if (at < meeting.start) {
      throw new ConflictError(
        `It begins at ${formatInstant(
          meeting.start,
        )}; what members decide before is kept, and it can be called off`,
      );
    }
    const members = await this.#membersOf(meeting.group);
    const present = readPresent(refs, members);
    const [voted, waiting] = await Promise.all([
      boards.votedSince(meeting.group, meeting.calledAt),
      boards.waitingFor(meeting.group, MAX_WAITING),
    ]);
    const decided = new Set(voted.map(change => change.id));
    const items = [
      ...voted.map(change => minuteOf(change, meeting.start)),
      ...waiting
        .filter(({ head }) => !decided.has(head.id))
        .map(({ head, risk }) =>
          minuteOf({ ...head, risk: risk.points, votes: [] }, meeting.start),
        ),
    ].sort((a, b) => b.risk - a.risk);
    const minutes: StoredMinutes = {
      present,
      absent: members.filter(ref => !present.includes(ref)),
      items: withNotes(items, notes),
    };
    await this.#end(
      {
        ...meeting,
        state: 'closed',
        ended: { by: caller.ref, at, ...noted(note) },
        minutes,
      },
      'closed',
      caller,
      at,
    );
  }

  /** @throws ConflictError when it has ended already */
  async cancel(
    id: string,
    reason: string,
    caller: Caller,
  ): Promise<CabMeeting> {
    const at = this.#options.now();
    const meeting: StoredMeeting = {
      ...(await this.#open(id, caller)),
      state: 'cancelled',
      ended: { by: caller.ref, at, ...noted(reason, 'reason') },
    };
    await this.#end(meeting, 'cancelled', caller, at);
    return presentMeeting(meeting);
  }

  async #end(
    meeting: StoredMeeting,
    step: 'closed' | 'cancelled',
    caller: Caller,
    at: Instant,
  ): Promise<void> {
    const { ledger, store } = this.#options;
    await ledger.write(async (tx, append) => {
      if (!(await store.end(tx, meeting))) throw hasEnded(meeting.id);
      await append([meetingEntry(step, meeting, caller.ref, at)]);
    });
  }

  async #decided(
    { group, calledAt, start }: StoredMeeting,
    caller: Caller,
    visible: VisibleEntities,
  ): Promise<CabMinute[]> {
    const voted = await this.#options.boards.votedSince(group, calledAt);
    return voted
      .filter(change => mayKnow(change, caller, visible))
      .map(change => presentMinute(minuteOf(change, start)));
  }

  async #known(id: string): Promise<StoredMeeting> {
    const meeting = await this.#options.store.byId(id);
    if (!meeting) throw new NotFoundError(`id: there is no meeting ${id}`);
    return meeting;
  }

  /** One that has not ended, and that the caller may lead. */
  async #open(id: string, caller: Caller): Promise<StoredMeeting> {
    const meeting = await this.#known(id);
    await this.#requireLead(meeting.group, caller);
    if (meeting.state !== 'planned') throw hasEnded(id);
    return meeting;
  }

  async #requireLead(group: string, caller: Caller): Promise<void> {
    if (await this.#mayLead(group, caller)) return;
    throw new NotAllowedError(
      caller.isService
        ? 'Only people hold meetings; a token cannot'
        : `${caller.ref} does not belong to ${group}; its members can do it, and so can who has the permission ${continuityChangeAdministerPermission.name}`,
    );
  }

  async #mayLead(group: string, caller: Caller): Promise<boolean> {
    if (caller.isService) return false;
    const { access, authority } = this.#options;
    const { belongsTo } = await authority.rightsOf(caller);
    return (
      belongsTo.has(group) ||
      (await access.may(caller, continuityChangeAdministerPermission))
    );
  }

  /** @throws InputError when the catalog does not have the group */
  async #membersOf(group: string): Promise<string[]> {
    const { members, missing } = await this.#options.people.membersOf([group]);
    if (missing.length > 0) {
      throw new InputError(`group: there is no ${group} in the catalog`);
    }
    return [...(members.get(group) ?? [])].sort();
  }
}

function hasEnded(id: string): ConflictError {
  return new ConflictError(`Meeting ${id} has ended already`);
}

function readPresent(
  refs: readonly string[],
  members: readonly string[],
): string[] {
  const present = refs.map((ref, at) => {
    const canonical = canonicalRef(`present.${at}`, ref);
    if (!members.includes(canonical)) {
      throw new InputError(`present.${at}: ${canonical} is not a member`);
    }
    return canonical;
  });
  return [...new Set(present)].sort();
}

function withNotes(
  items: readonly StoredMinute[],
  notes: NonNullable<CabMeetingClosing['notes']>,
): StoredMinute[] {
  const written = new Map<string, string>();
  notes.forEach(({ change, note }, at) => {
    const id = change.toLocaleLowerCase('en-US');
    if (!items.some(item => item.change === id)) {
      throw new InputError(`notes.${at}.change: ${id} was not on the agenda`);
    }
    const kept = readComment(plainProse(`notes.${at}.note`, note));
    if (kept !== undefined) written.set(id, kept);
  });
  return items.map(item => {
    const note = written.get(item.change);
    return note === undefined ? item : { ...item, note };
  });
}

function noted(note: string | undefined, field = 'note'): { note?: string } {
  const kept =
    note === undefined ? undefined : readComment(plainProse(field, note));
  return kept === undefined ? {} : { note: kept };
}

function shownTo(
  items: readonly StoredMinute[],
  visible: VisibleEntities,
): CabMinute[] {
  return items
    .filter(({ entities }) => seesAll(entities, visible))
    .map(presentMinute);
}

/** What is changed is for hiding only. */
function presentMinute({ entities: _, ...minute }: StoredMinute): CabMinute {
  return minute;
}
