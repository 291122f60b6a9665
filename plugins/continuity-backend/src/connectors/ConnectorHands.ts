import type { AuthService } from '@backstage/backend-plugin-api';
import type { ChangeSettings, Instant } from '@continuity/engine';
import {
  continuityChangeAdministerPermission,
  continuityChangeApprovePermission,
  continuityChangeImplementPermission,
  continuityChangeUpdatePermission,
} from '@continuity/plugin-continuity-common';
import {
  ChangeBallot,
  ChangeDesk,
  ChangeRights,
  type ChangeJudge,
  type ChangeWriter,
  type ReadinessNow,
} from '../changes';
import type { Caller } from '../http';

/** A connector steers and carries out what its system says; it decides nothing itself. */
const OF_CONNECTORS = new Set([
  continuityChangeAdministerPermission,
  continuityChangeImplementPermission,
  continuityChangeUpdatePermission,
]);
/** A person of another system approves and refuses, and nothing else. */
const OF_PEOPLE = new Set([continuityChangeApprovePermission]);

interface ConnectorHandsOptions {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  judge: ChangeJudge;
  writer: ChangeWriter;
  readiness: ReadinessNow;
  settings: ChangeSettings;
  now: () => Instant;
}

/**
 * The desk and the ballot as another system uses them. Every rule of changes holds as for
 * people here. Only who may is answered by the configuration of the connector, since nobody
 * is signed in who could be asked for.
 */
export class ConnectorHands {
  readonly desk: Pick<ChangeDesk, 'move'>;
  readonly ballot: Pick<ChangeBallot, 'decide'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;

  constructor(options: ConnectorHandsOptions) {
    this.#auth = options.auth;
    const common = {
      ...options,
      access: {
        visibleOf: async (refs: Iterable<string>) => new Set(refs),
      },
      authority: { rightsOf: async (caller: Caller) => rightsOf(caller) },
    };
    this.desk = new ChangeDesk(common);
    this.ballot = new ChangeBallot(common);
  }

  /** @param ref - of a user, or of the connector itself */
  async callerOf(ref: string): Promise<Caller> {
    return {
      credentials: await this.#auth.getOwnServiceCredentials(),
      ref,
      isService: !ref.startsWith('user:'),
    };
  }
}

function rightsOf(caller: Caller): ChangeRights {
  return new ChangeRights({
    caller,
    belongsTo: new Set([caller.ref]),
    held: caller.isService ? OF_CONNECTORS : OF_PEOPLE,
  });
}
