/**
 * Deployment protection rules of GitHub, answered by Continuity.
 *
 * @packageDocumentation
 */
export { continuityModuleGitHub as default } from './module';
