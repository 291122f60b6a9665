import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Check, EvidenceKind } from '@continuity/engine';
import type { EvidenceCollector } from './collectors';
import type { ChangeConnector } from './connectors';
import type { DeploymentHolder, HeldDeploymentDesk } from './holders';

/** Where a module adds kinds of evidence. */
export interface ContinuityEvidenceKindsExtensionPoint {
  /**
   * Adds kinds; reports of them are accepted from then on. The backend does not start
   * when two kinds have one id.
   */
  addKinds(...kinds: EvidenceKind[]): void;
}

/**
 * Adds kinds of evidence to the Continuity backend.
 *
 * @example
 * ```ts
 * createBackendModule({
 *   pluginId: 'continuity',
 *   moduleId: 'rehearsals',
 *   register(env) {
 *     env.registerInit({
 *       deps: { kinds: continuityEvidenceKindsExtensionPoint },
 *       async init({ kinds }) {
 *         kinds.addKinds(rollbackRehearsal);
 *       },
 *     });
 *   },
 * });
 * ```
 */
export const continuityEvidenceKindsExtensionPoint =
  createExtensionPoint<ContinuityEvidenceKindsExtensionPoint>({
    id: 'continuity.evidence-kinds',
  });

/** Where a module adds checks. */
export interface ContinuityChecksExtensionPoint {
  /**
   * Adds checks; the policies under `continuity.gate.policies` may name them. A check
   * that no policy names decides nothing. The backend does not start when two checks
   * have one id.
   */
  addChecks(...checks: Check[]): void;
}

/** Adds checks to the Continuity backend. */
export const continuityChecksExtensionPoint =
  createExtensionPoint<ContinuityChecksExtensionPoint>({
    id: 'continuity.checks',
  });

/** Where a module adds collectors. */
export interface ContinuityCollectorsExtensionPoint {
  /**
   * Adds collectors; they run on their schedule from then on. The backend does not start
   * when two collectors have one id, or when one reports a kind that nobody has added.
   */
  addCollectors(...collectors: EvidenceCollector[]): void;
}

/**
 * Adds collectors of evidence to the Continuity backend.
 *
 * @example
 * ```ts
 * createBackendModule({
 *   pluginId: 'continuity',
 *   moduleId: 'backups',
 *   register(env) {
 *     env.registerInit({
 *       deps: {
 *         kinds: continuityEvidenceKindsExtensionPoint,
 *         collectors: continuityCollectorsExtensionPoint,
 *       },
 *       async init({ kinds, collectors }) {
 *         kinds.addKinds(backupAge);
 *         collectors.addCollectors(new BackupCollector());
 *       },
 *     });
 *   },
 * });
 * ```
 */
export const continuityCollectorsExtensionPoint =
  createExtensionPoint<ContinuityCollectorsExtensionPoint>({
    id: 'continuity.collectors',
  });

/** Where a module adds connectors to systems that manage changes, too. */
export interface ContinuityChangeConnectorsExtensionPoint {
  /**
   * Adds connectors; changes are written there and followed there from then on. The backend
   * does not start when two connectors have one id.
   */
  addConnectors(...connectors: ChangeConnector[]): void;
}

/** Adds connectors to the Continuity backend. */
export const continuityChangeConnectorsExtensionPoint =
  createExtensionPoint<ContinuityChangeConnectorsExtensionPoint>({
    id: 'continuity.change-connectors',
  });

/** Where a module adds systems that hold deployments until they are told to go on. */
export interface ContinuityDeploymentHoldersExtensionPoint {
  /**
   * Adds a system; what it holds is decided by the gate from then on, as
   * `service:<id>`, and again whenever the answer may have changed. The backend does not
   * start when two have one id.
   *
   * @returns what takes its messages, once the backend has started
   */
  addHolder(holder: DeploymentHolder): HeldDeploymentDesk;
}

/** Adds systems that hold deployments to the Continuity backend. */
export const continuityDeploymentHoldersExtensionPoint =
  createExtensionPoint<ContinuityDeploymentHoldersExtensionPoint>({
    id: 'continuity.deployment-holders',
  });
