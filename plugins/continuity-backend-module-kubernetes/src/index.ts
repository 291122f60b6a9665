/**
 * The collector of Continuity that holds clusters against Git.
 *
 * @packageDocumentation
 */
export { continuityModuleKubernetes as default } from './module';
