import { readerLocale } from './readerLocale';

describe('readerLocale', () => {
  it.each([
    // The reader's own locale is in the portal's language: taken whole.
    ['en', ['en-GB', 'en'], 'en-GB'],
    ['de', ['de-CH', 'fr-CH'], 'de-CH'],
    ['de', ['fr-CH', 'de-AT'], 'de-AT'],
    // Another language: the portal's words, the conventions of the reader's region.
    ['en', ['de-CH', 'de'], 'en-CH'],
    ['de', ['en-US'], 'de-US'],
    // No region is known.
    ['en', ['de'], 'en'],
    ['en', [], 'en'],
    // The portal itself names a region.
    ['pt-BR', ['de-CH'], 'pt-BR'],
    // What is no locale is passed over.
    ['en', ['', '*', 'fr-CA'], 'en-CA'],
    ['not a locale', ['de-CH'], 'en'],
  ])('portal in %s, reader prefers %j: %s', (app, reader, expected) => {
    expect(readerLocale(app, reader)).toBe(expected);
  });
});
