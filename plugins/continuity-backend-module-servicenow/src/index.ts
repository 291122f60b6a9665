/**
 * The connector of Continuity to ServiceNow.
 *
 * @packageDocumentation
 */
export { continuityModuleServiceNow as default } from './module';
