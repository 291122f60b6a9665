import type { UserInfoService } from '@backstage/backend-plugin-api';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { NotAllowedError } from '@backstage/errors';
import {
  continuityChangeAdministerPermission,
  continuityChangeApprovePermission,
  continuityChangeImplementPermission,
  continuityChangeUpdatePermission,
} from '@continuity/plugin-continuity-common';
import type { Access, Caller } from '../http';

/** Whose a change is. */
export interface ChangeParties {
  authors: readonly string[];
  /** Refs of the owners of what is changed. */
  owners: readonly string[];
  implementer?: string;
}

/** What one caller may do with changes, and to whom they belong. */
export class ChangeRights {
  readonly ref: string;
  readonly isService: boolean;
  /** Refs of the groups that the caller belongs to, and the caller. */
  readonly belongsTo: ReadonlySet<string>;
  readonly #held: ReadonlySet<BasicPermission>;

  constructor(rights: {
    caller: Pick<Caller, 'ref' | 'isService'>;
    belongsTo: ReadonlySet<string>;
    held: ReadonlySet<BasicPermission>;
  }) {
    this.ref = rights.caller.ref;
    this.isService = rights.caller.isService;
    this.belongsTo = rights.belongsTo;
    this.#held = rights.held;
  }

  /** Why the caller may not revise, assess, put up, schedule or cancel it. Absent: they may. */
  refusesToSteer(parties: ChangeParties): string | undefined {
    if (this.#held.has(continuityChangeAdministerPermission)) return undefined;
    return (
      this.#lacks(continuityChangeUpdatePermission) ??
      (this.#isParty(parties)
        ? undefined
        : `${this.ref} neither wrote it nor belongs to who owns what it changes; they can do it, and so can who has the permission ${continuityChangeAdministerPermission.name}`)
    );
  }

  /** Why the caller may not begin or finish it. Absent: they may. */
  refusesToImplement(parties: ChangeParties): string | undefined {
    return (
      this.#lacks(continuityChangeImplementPermission) ??
      // A pipeline carries out what others wrote.
      (this.isService ||
      this.#isParty(parties) ||
      parties.implementer === this.ref
        ? undefined
        : `${this.ref} is not its implementer, did not write it, and does not belong to who owns what it changes`)
    );
  }

  /**
   * Why the caller may not complete its review. Absent: they may. An emergency skips what
   * protects other changes, so whoever wrote it or carried it out does not review it.
   */
  refusesToReview(
    parties: ChangeParties,
    { isEmergency }: { isEmergency: boolean },
  ): string | undefined {
    if (!isEmergency) return this.refusesToImplement(parties);
    if (this.isService) {
      return 'Only people review emergencies; a token cannot';
    }
    if (
      parties.authors.includes(this.ref) ||
      parties.implementer === this.ref
    ) {
      return `${this.ref} wrote a part of it or carried it out; an emergency is reviewed by somebody else of its owners, or by who has the permission ${continuityChangeAdministerPermission.name}`;
    }
    return this.#held.has(continuityChangeAdministerPermission)
      ? undefined
      : this.refusesToImplement(parties);
  }

  /** Why the caller approves nothing, whatever it is. Absent: they may be asked. */
  refusesToApprove({
    authors,
  }: Pick<ChangeParties, 'authors'>): string | undefined {
    if (this.isService) {
      return 'Only people approve and refuse changes; a token cannot';
    }
    if (authors.includes(this.ref)) {
      return `${this.ref} wrote a part of it, and nobody approves what they wrote themselves`;
    }
    return this.#lacks(continuityChangeApprovePermission);
  }

  #lacks(permission: BasicPermission): string | undefined {
    return this.#held.has(permission)
      ? undefined
      : `This needs the permission ${permission.name}; ask whoever administers permissions for it`;
  }

  #isParty({ authors, owners }: ChangeParties): boolean {
    return (
      authors.includes(this.ref) || owners.some(ref => this.belongsTo.has(ref))
    );
  }
}

/** @throws NotAllowedError when there is a reason not to */
export function requireRight(refusal: string | undefined): void {
  if (refusal !== undefined) throw new NotAllowedError(refusal);
}

const PERMISSIONS = [
  continuityChangeAdministerPermission,
  continuityChangeApprovePermission,
  continuityChangeImplementPermission,
  continuityChangeUpdatePermission,
];

/** Finds out what callers may do with changes. A token belongs to nobody. */
export class ChangeAuthority {
  readonly #access: Pick<Access, 'may'>;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    access: Pick<Access, 'may'>;
    userInfo: UserInfoService;
  }) {
    this.#access = options.access;
    this.#userInfo = options.userInfo;
  }

  async rightsOf(caller: Caller): Promise<ChangeRights> {
    const [info, ...held] = await Promise.all([
      caller.isService
        ? { ownershipEntityRefs: [] }
        : this.#userInfo.getUserInfo(caller.credentials),
      ...PERMISSIONS.map(permission => this.#access.may(caller, permission)),
    ]);
    return new ChangeRights({
      caller,
      belongsTo: new Set(
        info.ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US')),
      ),
      held: new Set(PERMISSIONS.filter((_, at) => held[at])),
    });
  }
}
