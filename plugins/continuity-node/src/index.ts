/**
 * Extension points of Continuity, for backend modules.
 *
 * @packageDocumentation
 */
export * from './collectors';
export * from './connectors';
export * from './holders';
export {
  continuityChangeConnectorsExtensionPoint,
  continuityChecksExtensionPoint,
  continuityCollectorsExtensionPoint,
  continuityDeploymentHoldersExtensionPoint,
  continuityEvidenceKindsExtensionPoint,
  type ContinuityChangeConnectorsExtensionPoint,
  type ContinuityChecksExtensionPoint,
  type ContinuityCollectorsExtensionPoint,
  type ContinuityDeploymentHoldersExtensionPoint,
  type ContinuityEvidenceKindsExtensionPoint,
} from './extensionPoints';
