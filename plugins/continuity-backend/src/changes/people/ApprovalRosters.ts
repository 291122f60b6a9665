import {
  whoMayApprove,
  type Instant,
  type ProtocolApproval,
  type SeatRule,
} from '@continuity/engine';
import type { DelegationStore } from './DelegationStore';
import type { PeopleDirectory } from './PeopleDirectory';

/** Who stands in which relation to what is to be approved; refs. */
export interface Involved {
  /** Groups and users that own what is changed. */
  owners: readonly string[];
  authors: readonly string[];
  committers: readonly string[];
  implementer?: string;
}

/** Who may approve, by rule. */
export interface Roster {
  rules: SeatRule[];
  /** Groups and users that rules name and the catalog does not have. */
  missing: readonly string[];
}

/** While it is not known who may approve, nobody may. */
export const NOBODY: Roster = { rules: [], missing: [] };

/** Works out who may fill the seats that a protocol asks for. */
export class ApprovalRosters {
  readonly #people: Pick<PeopleDirectory, 'membersOf'>;
  readonly #delegations: Pick<DelegationStore, 'inForce'>;

  constructor(options: {
    people: Pick<PeopleDirectory, 'membersOf'>;
    delegations: Pick<DelegationStore, 'inForce'>;
  }) {
    this.#people = options.people;
    this.#delegations = options.delegations;
  }

  /** @throws when the catalog or the database cannot be asked */
  async of(
    approvals: readonly ProtocolApproval[],
    involved: Involved,
    at: Instant,
  ): Promise<Roster> {
    if (approvals.length === 0) return NOBODY;
    const [{ members, missing }, delegations] = await Promise.all([
      this.#people.membersOf(
        approvals.flatMap(approval => namedBy(approval, involved)),
      ),
      this.#delegations.inForce(at),
    ]);
    return {
      rules: approvals.map(approval => {
        const places = whoMayApprove(
          {
            members: namedBy(approval, involved).flatMap(ref => [
              ...(members.get(ref) ?? []),
            ]),
            excluded: excludedBy(approval, involved),
            delegations,
          },
          at,
        );
        return {
          id: approval.id,
          title: approval.title,
          required: approval.required,
          eligible: new Set(places.keys()),
          places,
        };
      }),
      missing,
    };
  }
}

/** Refs of the groups and users of which an approval may come. */
export function namedBy(
  { from: { groups = [], owners } }: ProtocolApproval,
  involved: Pick<Involved, 'owners'>,
): string[] {
  return [
    ...groups.map(ref => ref.toLocaleLowerCase('en-US')),
    ...(owners ? involved.owners : []),
  ];
}

/** Nobody approves what they wrote themselves, whatever a policy leaves out. */
function excludedBy(
  { except = [] }: ProtocolApproval,
  { authors, committers, implementer }: Involved,
): Set<string> {
  return new Set([
    ...authors,
    ...(except.includes('committer') ? committers : []),
    ...(except.includes('implementer') && implementer !== undefined
      ? [implementer]
      : []),
  ]);
}
