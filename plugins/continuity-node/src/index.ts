/**
 * Extension points of Continuity, for backend modules.
 *
 * @packageDocumentation
 */
export * from './connectors';
export {
  continuityChangeConnectorsExtensionPoint,
  continuityChecksExtensionPoint,
  continuityEvidenceKindsExtensionPoint,
  type ContinuityChangeConnectorsExtensionPoint,
  type ContinuityChecksExtensionPoint,
  type ContinuityEvidenceKindsExtensionPoint,
} from './extensionPoints';
