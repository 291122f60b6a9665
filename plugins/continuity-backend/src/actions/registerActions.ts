import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ChangeDesk, ChangeReader } from '../changes';
import type { GateService } from '../gate';
import type { Access } from '../http';
import { registerChangeActions } from './changeActions';
import { registerGateActions } from './gateActions';

export interface ActionOptions {
  registry: ActionsRegistryService;
  access: Access;
  gate: Pick<GateService, 'dryRun'>;
  changes: {
    reader: Pick<ChangeReader, 'byId' | 'list'>;
    desk: Pick<ChangeDesk, 'create'>;
  };
  /** Where the page of Continuity is in the app. */
  pagePath: string;
}

/**
 * What agents may do on behalf of whoever they act for, e.g. over MCP. Each asks for the
 * same permission as the route of the same matter, and sees what that person sees.
 */
export function registerActions(options: ActionOptions): void {
  registerGateActions(options);
  registerChangeActions(options);
}
