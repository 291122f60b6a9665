import { NotFoundError } from '@backstage/errors';
import type { FreezeCalendar, FreezeWindow, Problem } from '@continuity/engine';
import type { WindowDraft } from '@continuity/plugin-continuity-common';
import type { Access, Caller } from '../http';
import { ownerRefOf, ownerTitleOf, portalCalendarRef } from './portalCalendar';
import type {
  PortalWindowStore,
  StoredPortalWindow,
} from './PortalWindowStore';
import { asItCounts, readStoredWindow } from './readStoredWindow';
import { readWindowInput } from './readWindowInput';
import type { WindowAuthority } from './WindowAuthority';

/** A window that somebody is thinking about. */
export interface ReadDraft {
  /** Why it cannot be saved; empty when it can. */
  problems: Problem[];
  /** The calendar with the draft and nothing else. Absent: it cannot be read. */
  after?: FreezeCalendar & { windows: [FreezeWindow] };
  /** What saving it replaces, in its calendar. */
  before?: FreezeCalendar & { windows: [FreezeWindow] };
}

export interface DraftReaderOptions {
  store: Pick<PortalWindowStore, 'byId' | 'byWindowId'>;
  authority: Pick<WindowAuthority, 'rightsOf'>;
  access: Pick<Access, 'assertVisible'>;
  /** Tiers that a scope may name. */
  tierIds: readonly string[];
}

/** Reads windows that are not saved yet, and says everything that would keep them out. */
export class DraftReader {
  readonly #options: DraftReaderOptions;

  constructor(options: DraftReaderOptions) {
    this.#options = options;
  }

  async read(draft: WindowDraft, caller: Caller): Promise<ReadDraft> {
    const owner = ownerOf(draft.owner);
    if ('problem' in owner) {
      return { problems: [owner.problem] };
    }
    const { ownerRef } = owner;
    const read = readWindowInput({ ...draft, ownerRef }, this.#options.tierIds);
    const [replaced, title, refused] = await Promise.all([
      this.#replaced(draft.replaces, ownerRef),
      this.#titleOf(ownerRef, caller),
      this.#refused(draft, ownerRef, caller),
    ]);
    const problems: Problem[] = [
      ...refused,
      ...replaced.problems,
      ...title.problems,
      ...(read.ok ? [] : read.problems),
    ];
    const { before } = replaced;
    const ref = portalCalendarRef(ownerRef);
    if (read.ok) {
      problems.push(
        ...(await this.#takenId(ref, read.checked.window.id, before)),
      );
    }
    const calendarOf = (window: FreezeWindow) => ({
      ref,
      title: `Windows of ${title.title}`,
      owner: ownerRef,
      origin: { kind: 'portal' } as const,
      windows: [window] as [FreezeWindow],
    });
    return {
      problems,
      ...(read.ok && { after: calendarOf(read.checked.window) }),
      ...(before && {
        before: calendarOf(
          asItCounts(readStoredWindow(before, this.#options.tierIds)),
        ),
      }),
    };
  }

  async #replaced(
    id: string | undefined,
    ownerRef: string,
  ): Promise<{ before?: StoredPortalWindow; problems: Problem[] }> {
    if (id === undefined) {
      return { problems: [] };
    }
    const before = await this.#options.store.byId(
      id.toLocaleLowerCase('en-US'),
    );
    if (!before || before.removed) {
      return {
        problems: [
          {
            path: 'replaces',
            message: `${id} is not a window of the portal${
              before ? ' any more' : ''
            }; leave it out to make a new one`,
          },
        ],
      };
    }
    return before.ownerRef === ownerRef
      ? { before, problems: [] }
      : {
          problems: [
            {
              path: 'owner',
              message: `${ownerRef} is not ${before.ownerRef}, whose window it is; a window keeps its owner`,
            },
          ],
        };
  }

  async #refused(
    { replaces }: WindowDraft,
    ownerRef: string,
    caller: Caller,
  ): Promise<Problem[]> {
    const rights = await this.#options.authority.rightsOf(caller);
    const message = rights.missing(
      replaces === undefined ? 'make' : 'change',
      ownerRef,
    );
    return message === undefined ? [] : [{ path: 'owner', message }];
  }

  async #titleOf(
    ownerRef: string,
    caller: Caller,
  ): Promise<{ title: string; problems: Problem[] }> {
    try {
      const owner = await this.#options.access.assertVisible(ownerRef, caller);
      return { title: ownerTitleOf(owner), problems: [] };
    } catch (error) {
      if (error instanceof NotFoundError) {
        const problem = { path: 'owner', message: error.message };
        return { title: ownerRef, problems: [problem] };
      }
      throw error;
    }
  }

  async #takenId(
    calendarRef: string,
    windowId: string,
    before: StoredPortalWindow | undefined,
  ): Promise<Problem[]> {
    const other = await this.#options.store.byWindowId(calendarRef, windowId);
    return !other || other.id === before?.id
      ? []
      : [
          {
            path: 'window.id',
            message: `"${windowId}" is the id of another window of ${other.ownerRef}, "${other.window.title}"; choose another id, or change that one`,
          },
        ];
  }
}

function ownerOf(owner: string): { ownerRef: string } | { problem: Problem } {
  try {
    return { ownerRef: ownerRefOf('owner', owner) };
  } catch (error) {
    const message = String(error instanceof Error ? error.message : error);
    return {
      problem: { path: 'owner', message: message.replace(/^owner: /, '') },
    };
  }
}
