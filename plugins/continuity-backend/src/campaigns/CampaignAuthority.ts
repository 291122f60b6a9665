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
  continuityCampaignAdministerPermission,
  continuityCampaignCreatePermission,
  continuityCampaignUpdatePermission,
} from '@continuity/plugin-continuity-common';
import type { Caller } from '../http';

type CampaignAction = 'make' | 'change';

const PERMISSIONS: Readonly<Record<CampaignAction, BasicPermission>> = {
  make: continuityCampaignCreatePermission,
  change: continuityCampaignUpdatePermission,
};

/** What one caller may do with the campaigns of whom. */
export interface CampaignRights {
  /** For one owner or another. */
  mayMake: boolean;
  may(action: CampaignAction, owner: string): boolean;
  /** @throws NotAllowedError that says what is missing */
  require(action: CampaignAction, owner: string): void;
}

/**
 * Who may make and change campaigns: who has the permission to and belongs to the owner,
 * or administers campaigns. A token belongs to nobody.
 */
export class CampaignAuthority {
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    permissions: PermissionsService;
    userInfo: UserInfoService;
  }) {
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
  }

  async rightsOf(caller: Caller): Promise<CampaignRights> {
    const { credentials } = caller;
    const decisions = await this.#permissions.authorize(
      [
        { permission: continuityCampaignAdministerPermission },
        { permission: PERMISSIONS.make },
        { permission: PERMISSIONS.change },
      ],
      { credentials },
    );
    const [administers, makes, changes] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    const allowed: Record<CampaignAction, boolean> = {
      make: makes,
      change: changes,
    };
    const { ownershipEntityRefs } = caller.isService
      ? { ownershipEntityRefs: [] }
      : await this.#userInfo.getUserInfo(credentials);
    const owners = new Set(
      ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US')),
    );
    const may = (action: CampaignAction, owner: string) =>
      administers || (allowed[action] && owners.has(owner));
    return {
      mayMake: administers || (makes && owners.size > 0),
      may,
      require: (action, owner) => {
        if (may(action, owner)) return;
        throw new NotAllowedError(
          allowed[action]
            ? `owner: ${caller.ref} does not belong to ${owner}; whoever does can ${action} its campaigns, and so can who has the permission ${continuityCampaignAdministerPermission.name}`
            : `This needs the permission ${PERMISSIONS[action].name}; ask whoever administers permissions for it`,
        );
      },
    };
  }
}
