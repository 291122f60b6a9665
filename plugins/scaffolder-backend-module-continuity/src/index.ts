/**
 * Scaffolder actions of Continuity.
 *
 * @packageDocumentation
 */

export { scaffolderModuleContinuity as default } from './module';
