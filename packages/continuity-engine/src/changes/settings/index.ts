export * from './types';
export { defaultChangeSettings } from './defaults';
export { parseChangeSettings } from './parseChangeSettings';
export { selects } from './selects';
