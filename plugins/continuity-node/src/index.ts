/**
 * Extension points of Continuity, for backend modules.
 *
 * @packageDocumentation
 */
export {
  continuityChecksExtensionPoint,
  continuityEvidenceKindsExtensionPoint,
  type ContinuityChecksExtensionPoint,
  type ContinuityEvidenceKindsExtensionPoint,
} from './extensionPoints';
