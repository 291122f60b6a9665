/**
 * The Continuity tab on entities and the Continuity page.
 *
 * The default export is for the new frontend system; a legacy app imports
 * `@continuity/plugin-continuity/legacy`.
 *
 * @packageDocumentation
 */
export { continuityPlugin as default } from './plugin';
export { continuityTranslationRef } from './translation';
