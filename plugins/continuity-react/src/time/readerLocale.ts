/**
 * The locale that times and durations are written in: the words of the portal's
 * language, the conventions (order, 12 or 24 hours) of the reader's region. The reader's
 * own locale is taken whole where it is in the portal's language.
 *
 * @param appLanguage - language that the portal is shown in, e.g. `en`
 * @param readerLocales - what the browser prefers, best first, e.g. `['de-CH', 'en']`
 * @returns a BCP 47 tag, e.g. `en-CH`
 */
export function readerLocale(
  appLanguage: string,
  readerLocales: readonly string[],
): string {
  const app = parse(appLanguage);
  if (!app) return 'en';
  if (app.region) return appLanguage;
  const reader = readerLocales.map(parse).find(locale => locale);
  const same = readerLocales.find(
    locale => parse(locale)?.language === app.language,
  );
  if (same && parse(same)?.region) return same;
  return reader?.region ? `${app.language}-${reader.region}` : appLanguage;
}

function parse(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
