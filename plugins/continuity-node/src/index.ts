/**
 * Extension points of Continuity, for backend modules.
 *
 * @packageDocumentation
 */
export * from './collectors';
export * from './connectors';
export {
  continuityChangeConnectorsExtensionPoint,
  continuityChecksExtensionPoint,
  continuityCollectorsExtensionPoint,
  continuityEvidenceKindsExtensionPoint,
  type ContinuityChangeConnectorsExtensionPoint,
  type ContinuityChecksExtensionPoint,
  type ContinuityCollectorsExtensionPoint,
  type ContinuityEvidenceKindsExtensionPoint,
} from './extensionPoints';
