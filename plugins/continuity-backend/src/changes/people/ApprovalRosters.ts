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
  /** Group or user that decides on the way back. */
  decisionOwner?: string;
}

/** Who may approve, by rule. */
export interface Roster {
  rules: SeatRule[];
  /** Groups and users that rules name and the catalog does not have. */
  missing: readonly string[];
  /** Of those involved, besides owners and authors: whom the catalog does not have. */
  unknown: readonly string[];
}

/** While it is not known who may approve, nobody may. */
export const NOBODY: Roster = { rules: [], missing: [], unknown: [] };

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
    const named = approvals.flatMap(approval => namedBy(approval, involved));
    const people = peopleOf(involved);
    if (approvals.length === 0 && people.length === 0) return NOBODY;
    const [{ members, missing }, delegations] = await Promise.all([
      this.#people.membersOf([...named, ...people]),
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
      missing: missing.filter(ref => named.includes(ref)),
      unknown: missing.filter(ref => people.includes(ref)),
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

function peopleOf({
  committers,
  implementer,
  decisionOwner,
}: Involved): string[] {
  return [implementer, decisionOwner, ...committers].flatMap(ref => ref ?? []);
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
