/**
 * The collector of Continuity that asks Argo CD.
 *
 * @packageDocumentation
 */
export { continuityModuleArgocd as default } from './module';
