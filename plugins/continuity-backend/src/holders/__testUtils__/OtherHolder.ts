import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  continuityDeploymentHoldersExtensionPoint,
  type DeploymentHolder,
  type HeldAnswer,
  type HeldDeployment,
  type HeldDeploymentDesk,
  type UnderstoodDeployment,
} from '@continuity/plugin-continuity-node';

/** Another system in memory that holds deployments, and fails as it is told to. */
export class OtherHolder implements DeploymentHolder {
  readonly id = 'other';
  readonly title = 'Other system';
  readonly commentLength = 1024;
  readonly mostReports = 3;
  rejectAfterMs: number | undefined;
  /** What it was told, in its order. */
  readonly told: (HeldAnswer & { key: string })[] = [];
  understood: UnderstoodDeployment = {
    question: {
      entityRef: 'component:default/payments-api',
      environment: 'production',
      releaseClass: 'standard',
    },
  };
  /** Whether it still holds what it is told about. */
  holds = true;
  /** What telling it fails with. Absent: it does not fail. */
  failure: Error | undefined;
  /** What understanding fails with. Absent: it does not fail. */
  blindness: Error | undefined;
  /** Done while it is told, before it answers. */
  meanwhile: () => Promise<void> = async () => {};

  async understand(): Promise<UnderstoodDeployment> {
    if (this.blindness) throw this.blindness;
    return this.understood;
  }

  async answer(
    { key }: HeldDeployment,
    answer: HeldAnswer,
  ): Promise<'told' | 'over'> {
    await this.meanwhile();
    if (this.failure) throw this.failure;
    if (!this.holds) return 'over';
    this.told.push({ ...answer, key });
    return 'told';
  }
}

/** What adds it to a backend, as a module would. */
export function holding(holder: DeploymentHolder) {
  let added: HeldDeploymentDesk | undefined;
  const module = createBackendModule({
    pluginId: 'continuity',
    moduleId: 'test-holder',
    register(env) {
      env.registerInit({
        deps: { holders: continuityDeploymentHoldersExtensionPoint },
        async init({ holders }) {
          added = holders.addHolder(holder);
        },
      });
    },
  });
  return {
    module,
    desk(): HeldDeploymentDesk {
      if (!added) throw new Error('The backend has not started');
      return added;
    },
  };
}
