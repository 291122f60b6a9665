import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  formatInstant,
  type FreezeWindow,
  type Instant,
} from '@continuity/engine';
import type {
  PortalWindow,
  PortalWindowRevision,
} from '@continuity/plugin-continuity-common';
import type { Knex } from 'knex';
import type { Page } from '../database';
import type { Access, Caller } from '../http';
import type { LedgerService } from '../ledger';
import { ownerRefOf, ownerTitleOf, portalCalendarRef } from './portalCalendar';
import type {
  PortalWindowChangeKind,
  PortalWindowStore,
  StoredPortalWindow,
} from './PortalWindowStore';
import { presentPortalWindow, presentRevision } from './presentPortalWindow';
import { asItCounts, readStoredWindow } from './readStoredWindow';
import { readComment, requireWindow } from './readWindowInput';
import type { WindowAuthority, WindowRights } from './WindowAuthority';
import { windowEntry } from './windowEntry';

/**
 * A window of the portal in two versions. Absent `before`: it is new; absent `after`: it
 * is removed.
 */
export interface WindowEdit {
  calendarRef: string;
  before: FreezeWindow | undefined;
  after: FreezeWindow | undefined;
}

/** What is closed now and would not be after an edit. */
export interface Opening {
  /** In words: which of the services that the caller may see; at most a few. */
  summary: string;
}

/** Tells what an edit would open at once. */
export interface OpeningCheck {
  /** Absent: nothing. */
  openedBy(edit: WindowEdit, caller: Caller): Promise<Opening | undefined>;
}

export interface PortalWindowServiceOptions {
  store: PortalWindowStore;
  ledger: LedgerService;
  access: Pick<Access, 'assertVisible'>;
  authority: Pick<WindowAuthority, 'rightsOf'>;
  openings: OpeningCheck;
  /** Tiers that a scope may name. */
  tierIds: readonly string[];
  now: () => Instant;
}

/** Who is overtaken that often has busy colleagues, and had better look again. */
const MAX_ATTEMPTS = 5;

/** Other windows changed after it was judged by them what an edit opens. */
class OvertakenError extends ConflictError {}

/** More than people can keep an eye on; bounds the work of a calendar, as in Git. */
const MAX_WINDOWS = 500;

/** Windows made in the portal: who may, what is refused, and what is kept of it. */
export class PortalWindowService {
  readonly #options: PortalWindowServiceOptions;

  constructor(options: PortalWindowServiceOptions) {
    this.#options = options;
  }

  /**
   * @throws NotAllowedError when the caller may not make windows for the owner
   * @throws InputError that names the fields that are wrong
   * @throws ConflictError when the owner has a window of that id already, or when it
   * opens something at once and was not confirmed
   */
  async create(
    input: {
      owner: string;
      timezone: string;
      window: unknown;
      comment?: string;
      confirm: boolean;
    },
    caller: Caller,
  ): Promise<PortalWindow> {
    const { access, authority, store, tierIds } = this.#options;
    const ownerRef = ownerRefOf('owner', input.owner);
    const rights = await authority.rightsOf(caller);
    rights.require('make', ownerRef);
    const comment = readComment(input.comment);
    const { declaration, window: after } = requireWindow(
      { ...input, ownerRef },
      tierIds,
    );
    const owner = await access
      .assertVisible(ownerRef, caller)
      .catch(refusedAs('owner'));

    const at = this.#options.now();
    const window: StoredPortalWindow = {
      id: randomUUID(),
      calendarRef: portalCalendarRef(ownerRef),
      ownerRef,
      ownerTitle: ownerTitleOf(owner),
      revision: 1,
      timezone: input.timezone,
      window: declaration,
      createdAt: at,
      createdBy: caller.ref,
      updatedAt: at,
      updatedBy: caller.ref,
      removed: false,
    };
    const edit = { calendarRef: window.calendarRef, before: undefined, after };
    await this.#write(
      edit,
      window.window.title,
      input.confirm,
      caller,
      async tx => {
        await this.#requireFreeId(tx, window);
        if ((await store.count(tx, window.calendarRef)) >= MAX_WINDOWS) {
          throw new ConflictError(
            `owner: ${ownerRef} has ${MAX_WINDOWS} windows already, and more are not kept; remove those that are over`,
          );
        }
        return { change: 'created', after: window, comment };
      },
    );
    return present(window, rights);
  }

  /**
   * @throws ConflictError when somebody else was faster, or when it opens something at
   * once and was not confirmed
   */
  async change(
    id: string,
    input: {
      revision: number;
      timezone: string;
      window: unknown;
      comment: string;
      confirm: boolean;
    },
    caller: Caller,
  ): Promise<PortalWindow> {
    const { tierIds } = this.#options;
    const { before, rights } = await this.#editable(id, 'change', caller);
    requireNewest(before, input.revision);
    const comment = readComment(input.comment);
    const { declaration, window } = requireWindow(
      { ...input, ownerRef: before.ownerRef },
      tierIds,
    );
    const after: StoredPortalWindow = {
      ...before,
      ownerTitle: await this.#ownerTitle(before, caller),
      revision: before.revision + 1,
      timezone: input.timezone,
      window: declaration,
      updatedAt: this.#options.now(),
      updatedBy: caller.ref,
    };
    const edit = this.#editOf(before, window);
    await this.#write(
      edit,
      before.window.title,
      input.confirm,
      caller,
      async tx => {
        await this.#requireUnchanged(tx, before);
        await this.#requireFreeId(tx, after);
        return { change: 'changed', before, after, comment };
      },
    );
    return present(after, rights);
  }

  /** @throws ConflictError as {@link PortalWindowService.change} */
  async remove(
    id: string,
    input: { revision: number; comment: string; confirm: boolean },
    caller: Caller,
  ): Promise<void> {
    const { before } = await this.#editable(id, 'remove', caller);
    requireNewest(before, input.revision);
    const comment = readComment(input.comment);
    const after: StoredPortalWindow = {
      ...before,
      revision: before.revision + 1,
      updatedAt: this.#options.now(),
      updatedBy: caller.ref,
      removed: true,
    };
    const edit = this.#editOf(before, undefined);
    await this.#write(
      edit,
      before.window.title,
      input.confirm,
      caller,
      async tx => {
        await this.#requireUnchanged(tx, before);
        return { change: 'removed', before, after, comment };
      },
    );
  }

  /** @throws NotFoundError when there is none, or none any more */
  async byId(id: string, caller: Caller): Promise<PortalWindow> {
    const { authority, store } = this.#options;
    const window = await store.byId(id);
    if (!window) {
      throw unknownWindow(id);
    }
    if (window.removed) {
      throw new NotFoundError(
        `id: ${describeRemoval(window)}; its history is still there`,
      );
    }
    return present(window, await authority.rightsOf(caller));
  }

  /** Newest first. */
  async list(
    filter: { owner?: string },
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<Page<PortalWindow>> {
    const { authority, store } = this.#options;
    const ownerRef =
      filter.owner === undefined
        ? undefined
        : ownerRefOf('owner', filter.owner);
    const [found, rights] = await Promise.all([
      store.list({ ...(ownerRef !== undefined && { ownerRef }) }, page),
      authority.rightsOf(caller),
    ]);
    return {
      ...found,
      items: found.items.map(window => present(window, rights)),
    };
  }

  /**
   * Newest first, the removal included.
   *
   * @throws NotFoundError when there never was such a window
   */
  async history(id: string): Promise<PortalWindowRevision[]> {
    const revisions = await this.#options.store.history(id);
    if (revisions.length === 0) {
      throw unknownWindow(id);
    }
    return revisions.map(presentRevision);
  }

  async #editable(
    id: string,
    action: 'change' | 'remove',
    caller: Caller,
  ): Promise<{ before: StoredPortalWindow; rights: WindowRights }> {
    const { authority, store } = this.#options;
    const [before, rights] = await Promise.all([
      store.byId(id),
      authority.rightsOf(caller),
    ]);
    if (!before) {
      throw unknownWindow(id);
    }
    rights.require(action, before.ownerRef);
    return { before, rights };
  }

  /** An owner that the catalog no longer has keeps the name it had. */
  async #ownerTitle(
    { ownerRef, ownerTitle }: StoredPortalWindow,
    caller: Caller,
  ): Promise<string> {
    try {
      return ownerTitleOf(
        await this.#options.access.assertVisible(ownerRef, caller),
      );
    } catch (error) {
      if (error instanceof NotFoundError) {
        return ownerTitle;
      }
      throw error;
    }
  }

  #editOf(
    before: StoredPortalWindow,
    after: FreezeWindow | undefined,
  ): WindowEdit {
    return {
      calendarRef: before.calendarRef,
      before: asItCounts(readStoredWindow(before, this.#options.tierIds)),
      after,
    };
  }

  /**
   * Writes an edit, confirmed where it opens something at once. What it opens depends on
   * the other windows too: two people could each take away one of two that overlap, and
   * each would open nothing. So whoever is overtaken is judged again.
   */
  async #write(
    edit: WindowEdit,
    title: string,
    confirm: boolean,
    caller: Caller,
    work: (tx: Knex.Transaction) => Promise<WrittenEdit>,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const head = await this.#options.store.head();
      const opening = await this.#options.openings.openedBy(edit, caller);
      if (opening && !confirm) {
        throw new ConflictError(
          `confirm: ${actionOf(
            edit,
          )} "${title}" opens at once what is closed now: ${
            opening.summary
          }. If that is meant, send it again with confirm: true`,
        );
      }
      try {
        await this.#commit(work, {
          confirmed: opening !== undefined,
          ...(!opening && { expectedHead: head }),
        });
        return;
      } catch (error) {
        if (!(error instanceof OvertakenError) || attempt >= MAX_ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  /** The window, its revision and the ledger entry: all of it or nothing. */
  async #commit(
    work: (tx: Knex.Transaction) => Promise<WrittenEdit>,
    {
      confirmed,
      expectedHead,
    }: {
      confirmed: boolean;
      /** Absent: it does not matter what else was changed. */
      expectedHead?: number;
    },
  ): Promise<void> {
    const { ledger, store } = this.#options;
    await ledger.write(async (tx, append) => {
      const headRevision = await store.advance(tx);
      const { change, before, after, comment } = await work(tx);
      if (expectedHead !== undefined && headRevision !== expectedHead + 1) {
        throw new OvertakenError(
          'revision: other windows were changed at the same moment, so that nobody can tell what this one opens; send it again',
        );
      }
      const revision = {
        id: after.id,
        revision: after.revision,
        change,
        at: after.updatedAt,
        by: after.updatedBy,
        comment,
        timezone: after.timezone,
        window: after.window,
      };
      await store.write(tx, after, revision, headRevision);
      await append([
        windowEntry(randomUUID(), { revision, before, after, confirmed }),
      ]);
    });
  }

  async #requireUnchanged(
    tx: Knex.Transaction,
    before: StoredPortalWindow,
  ): Promise<void> {
    const now = await this.#options.store.read(tx, before.id);
    if (!now) {
      throw unknownWindow(before.id);
    }
    requireNewest(now, before.revision);
  }

  async #requireFreeId(
    tx: Knex.Transaction,
    window: StoredPortalWindow,
  ): Promise<void> {
    const other = await this.#options.store.readByWindowId(
      tx,
      window.calendarRef,
      window.window.id,
    );
    if (other && other.id !== window.id) {
      throw new ConflictError(
        `window.id: "${window.window.id}" is the id of another window of ${
          other.ownerRef
        }, "${other.window.title}", made by ${
          other.createdBy
        } at ${formatInstant(
          other.createdAt,
        )}; change that one, or choose another id`,
      );
    }
  }
}

/** An edit that is written: what there was before, and what there is from then on. */
interface WrittenEdit {
  change: PortalWindowChangeKind;
  before?: StoredPortalWindow;
  after: StoredPortalWindow;
  comment?: string;
}

function actionOf({ before, after }: WindowEdit): string {
  if (!before) {
    return 'making';
  }
  return after ? 'changing' : 'removing';
}

/** @throws ConflictError that says who changed it and when */
function requireNewest(window: StoredPortalWindow, revision: number): void {
  if (window.removed) {
    throw new ConflictError(`revision: ${describeRemoval(window)}`);
  }
  if (window.revision !== revision) {
    throw new ConflictError(
      `revision: ${revision} is not the newest; ${
        window.updatedBy
      } saved revision ${window.revision} at ${formatInstant(
        window.updatedAt,
      )}. Load the window again and make your change to that`,
    );
  }
}

function describeRemoval({ window, updatedBy, updatedAt }: StoredPortalWindow) {
  return `"${window.title}" was removed by ${updatedBy} at ${formatInstant(
    updatedAt,
  )}`;
}

function unknownWindow(id: string): NotFoundError {
  return new NotFoundError(
    `id: there is no window ${id} that was made in the portal`,
  );
}

/** What a request names in its body and is not there makes the request wrong. */
function refusedAs(field: string): (error: unknown) => never {
  return error => {
    if (error instanceof NotFoundError) {
      throw new InputError(`${field}: ${error.message}`);
    }
    throw error;
  };
}

function present(window: StoredPortalWindow, rights: WindowRights) {
  const { ownerRef } = window;
  return presentPortalWindow(
    window,
    rights.may('change', ownerRef) && rights.may('remove', ownerRef),
  );
}
