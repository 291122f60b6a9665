/**
 * Api ref, hooks and components of Continuity, for other frontend plugins.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components';
export * from './hooks';
export * from './time';
export * from './translation';
