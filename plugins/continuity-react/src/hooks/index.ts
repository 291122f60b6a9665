export * from './graphQueries';
export * from './queries';
export * from './useGate';
export * from './useNow';
export * from './useResource';
