export * from './continuityReactTranslationRef';
