export * from './time';
export * from './ledger';
