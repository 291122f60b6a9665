import { parseAllDocuments } from 'yaml';

/** Aliases may repeat each other without end; manifests need few. */
const MAX_ALIASES = 1_000;

/**
 * The documents of a file of manifests.
 *
 * It is read as `kubectl` does: YAML 1.1, so that `0644` is octal and `<<` merges, but with
 * dates and clock times as the texts that they are.
 *
 * @param isJson - it says by its name that it is JSON
 * @throws Error that says what is wrong with it, without a value of it
 */
export function parseManifests(
  text: string,
  { isJson = false }: { isJson?: boolean } = {},
): unknown[] {
  try {
    // Whole numbers beyond those of JavaScript must not become their neighbours.
    if (isJson && !/\d{16}/.test(text)) return [JSON.parse(text)];
    const documents = parseAllDocuments(text, {
      version: '1.1',
      merge: true,
      intAsBigInt: true,
      logLevel: 'silent',
      customTags: tags =>
        tags.filter(
          tag =>
            typeof tag === 'string' ||
            (tag.tag !== 'tag:yaml.org,2002:timestamp' &&
              !('format' in tag && tag.format === 'TIME')),
        ),
    });
    if (!Array.isArray(documents)) return [];
    return documents.map(document => {
      const [error] = document.errors;
      // The lines after the first show the place, and may show what is secret.
      if (error) throw new Error(error.message.split('\n')[0]);
      return document.toJS({ maxAliasCount: MAX_ALIASES });
    });
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error('it is not JSON');
    if (error instanceof RangeError) {
      throw new Error('it is nested too deeply');
    }
    throw error;
  }
}
