import { ConflictError } from '@backstage/errors';
import { findShortage, type Instant } from '@continuity/engine';
import { namedBy, type ApprovalRosters, type Roster } from '../changes/people';
import type { StoredOverride } from './types';

/** What of an override decides who may approve it. */
export type Approvable = Pick<
  StoredOverride,
  'approvalRules' | 'owners' | 'requestedBy'
>;

/** Works out who may approve an override at a moment. */
export class OverrideRosters {
  readonly #rosters: Pick<ApprovalRosters, 'of'>;

  constructor(rosters: Pick<ApprovalRosters, 'of'>) {
    this.#rosters = rosters;
  }

  /** @throws when the catalog or the database cannot be asked */
  async of(
    { approvalRules, owners, requestedBy }: Approvable,
    at: Instant,
  ): Promise<Roster> {
    return this.#rosters.of(
      approvalRules,
      { owners, authors: [requestedBy], committers: [] },
      at,
    );
  }

  /** @throws ConflictError that says who is too few, when nobody can have it approved */
  async assertEnough(override: Approvable, at: Instant): Promise<void> {
    const { rules, missing } = await this.of(override, at);
    const shortage = findShortage(rules);
    if (!shortage) return;
    const { seats, people } = shortage;
    const asked = override.approvalRules.filter(({ id }) =>
      shortage.rules.includes(id),
    );
    throw new ConflictError(
      [
        `Nobody can have this override approved: it needs ${soMany(
          seats,
        )} from ${asked
          .map(approval => fromWhom(approval, override))
          .join(' and ')}, and besides you there ${
          people.length === 0 ? 'is nobody' : `is only ${people.join(', ')}`
        }`,
        ...(missing.length > 0
          ? [`the catalog does not have ${missing.join(', ')}`]
          : []),
        'have somebody delegate to others, or ask whoever administers continuity.changes.overrides',
      ].join('; '),
    );
  }
}

/** Whom an approval may come from, in words. */
export function fromWhom(
  approval: Approvable['approvalRules'][number],
  override: Pick<Approvable, 'owners'>,
): string {
  const refs = [...new Set(namedBy(approval, override))];
  return refs.length === 0 ? 'nobody' : refs.join(' or ');
}

function soMany(count: number): string {
  return count === 1 ? 'one person' : `${count} people`;
}
