/**
 * The Continuity service for a Backstage backend.
 *
 * @packageDocumentation
 */
export { continuityPlugin as default } from './plugin';
