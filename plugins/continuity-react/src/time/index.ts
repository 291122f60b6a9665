export * from './days';
export * from './format';
export * from './readerLocale';
export * from './useReader';
