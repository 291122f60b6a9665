import { NotFoundError } from '@backstage/errors';
import type { ReleaseSettings } from '@continuity/engine';
import type { CabAgenda, CabBoard } from '@continuity/plugin-continuity-common';
import type { FleetVisibility } from '../../fleet';
import { toIso, type Caller } from '../../http';
import type { ChangeAuthority } from '../ChangeRights';
import { mayKnow } from '../mayKnow';
import { presentHead } from '../presentSummary';
import type { BoardStore } from './BoardStore';
import { presentVote } from './presentMeeting';

/** Longer than any meeting goes through. */
const MAX_ITEMS = 200;

interface AgendaReaderOptions {
  boards: BoardStore;
  authority: Pick<ChangeAuthority, 'rightsOf'>;
  visibility: Pick<FleetVisibility, 'visibleTo'>;
  releases: ReleaseSettings;
}

/** Answers what boards have to decide. */
export class AgendaReader {
  readonly #options: AgendaReaderOptions;

  constructor(options: AgendaReaderOptions) {
    this.#options = options;
  }

  /** Groups that protocols ask; those of the caller first. */
  async boards(caller: Caller): Promise<CabBoard[]> {
    const { authority, releases } = this.#options;
    const { belongsTo } = await authority.rightsOf(caller);
    return boardsOf(releases)
      .map(group => ({ group, isMember: belongsTo.has(group) }))
      .sort((a, b) => Number(b.isMember) - Number(a.isMember));
  }

  /**
   * The riskiest first. Changes of which the caller may not see everything are left out.
   *
   * @throws NotFoundError when no protocol asks the group: an empty agenda would say that
   * nothing waits
   */
  async agenda(group: string, caller: Caller): Promise<CabAgenda> {
    const { boards, visibility, releases } = this.#options;
    const known = boardsOf(releases);
    if (!known.includes(group)) {
      throw new NotFoundError(
        `group: ${JSON.stringify(
          group,
        )} is asked by no protocol; expected one of ${known.join(', ')}`,
      );
    }
    const [waiting, visible] = await Promise.all([
      boards.waitingFor(group, MAX_ITEMS + 1),
      visibility.visibleTo(caller),
    ]);
    const shown = waiting
      .slice(0, MAX_ITEMS)
      .filter(({ head }) => mayKnow(head, caller, visible));
    const ids = shown.map(({ head }) => head.id);
    const [votes, asked] = await Promise.all([
      boards.counting(ids),
      boards.askedOf(caller.ref, ids),
    ]);
    return {
      group,
      more: waiting.length > MAX_ITEMS,
      items: shown.map(({ head, risk, suspendedBecause, escalatesAt }) => ({
        change: presentHead(head),
        risk,
        votes: votes
          .filter(({ changeId }) => changeId === head.id)
          .map(vote => presentVote(vote)),
        ...(suspendedBecause && { suspendedBecause: [...suspendedBecause] }),
        ...(escalatesAt !== undefined && { escalatesAt: toIso(escalatesAt) }),
        asksCaller: asked.has(head.id),
      })),
    };
  }
}

/** Refs of the groups that protocols ask. */
function boardsOf({ protocols }: ReleaseSettings): string[] {
  const groups = Object.values(protocols)
    .flatMap(({ approvals }) => approvals)
    .flatMap(({ from }) => from.groups ?? [])
    .map(ref => ref.toLocaleLowerCase('en-US'));
  return [...new Set(groups)].sort();
}
