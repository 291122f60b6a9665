/**
 * For tests: whether a manifest is what Kubernetes' own schemas say it must be.
 *
 * @packageDocumentation
 */
export { findManifestProblems } from './findManifestProblems';
