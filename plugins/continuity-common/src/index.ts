/**
 * The contract of Continuity: HTTP API, client, permissions and entity kinds.
 *
 * @packageDocumentation
 */
export * from './apiTypes';
export type { components } from './generated/openapi';
export * from './client';
export * from './kinds';
export * from './permissions';
export * from './topics';
export { openApiDocument } from './generated/openapi-document';
