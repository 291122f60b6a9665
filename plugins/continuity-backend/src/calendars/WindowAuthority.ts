import type {
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  continuityWindowAdministerPermission,
  continuityWindowCreatePermission,
  continuityWindowDeletePermission,
  continuityWindowUpdatePermission,
} from '@continuity/plugin-continuity-common';
import type { Caller } from '../http';

/** What can be done with a window of the portal. */
export type WindowAction = 'make' | 'change' | 'remove';

const PERMISSIONS: Record<WindowAction, BasicPermission> = {
  make: continuityWindowCreatePermission,
  change: continuityWindowUpdatePermission,
  remove: continuityWindowDeletePermission,
};

/** What one caller may do with the windows of whom. */
export class WindowRights {
  readonly #caller: string;
  readonly #administers: boolean;
  readonly #actions: ReadonlySet<WindowAction>;
  readonly #owners: ReadonlySet<string>;

  constructor(rights: {
    caller: string;
    administers: boolean;
    actions: Iterable<WindowAction>;
    /** Canonical refs of the groups and users that the caller belongs to or is. */
    owners: Iterable<string>;
  }) {
    this.#caller = rights.caller;
    this.#administers = rights.administers;
    this.#actions = new Set(rights.actions);
    this.#owners = new Set(rights.owners);
  }

  may(action: WindowAction, ownerRef: string): boolean {
    return (
      this.#administers ||
      (this.#actions.has(action) && this.#owners.has(ownerRef))
    );
  }

  /** What the caller lacks for it, and who can help. Undefined: nothing. */
  missing(action: WindowAction, ownerRef: string): string | undefined {
    if (this.may(action, ownerRef)) {
      return undefined;
    }
    return this.#actions.has(action)
      ? `${
          this.#caller
        } does not belong to ${ownerRef}; whoever does can ${action} its windows, and so can who has the permission ${
          continuityWindowAdministerPermission.name
        }`
      : `This needs the permission ${PERMISSIONS[action].name}; ask whoever administers permissions for it`;
  }

  /** @throws NotAllowedError that says what is missing */
  require(action: WindowAction, ownerRef: string): void {
    const missing = this.missing(action, ownerRef);
    if (missing !== undefined) {
      throw new NotAllowedError(
        this.#actions.has(action) ? `owner: ${missing}` : missing,
      );
    }
  }
}

/**
 * Who may make, change and remove windows in the portal: who has the permission to and
 * belongs to the owner, or administers windows. A token belongs to nobody.
 */
export class WindowAuthority {
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    permissions: PermissionsService;
    userInfo: UserInfoService;
  }) {
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
  }

  async rightsOf(caller: Caller): Promise<WindowRights> {
    const { credentials } = caller;
    const actions: WindowAction[] = ['make', 'change', 'remove'];
    const [administer, ...decisions] = await this.#permissions.authorize(
      [
        { permission: continuityWindowAdministerPermission },
        ...actions.map(action => ({ permission: PERMISSIONS[action] })),
      ],
      { credentials },
    );
    const { ownershipEntityRefs } = caller.isService
      ? { ownershipEntityRefs: [] }
      : await this.#userInfo.getUserInfo(credentials);
    return new WindowRights({
      caller: caller.ref,
      administers: administer.result === AuthorizeResult.ALLOW,
      actions: actions.filter(
        (_, at) => decisions[at].result === AuthorizeResult.ALLOW,
      ),
      owners: ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US')),
    });
  }
}
