/**
 * The collector of Continuity that asks OCI registries.
 *
 * @packageDocumentation
 */
export { continuityModuleOci as default } from './module';
