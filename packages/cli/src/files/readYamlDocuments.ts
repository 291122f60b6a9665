import { parseAllDocuments } from 'yaml';

/** More documents than any file that people review. */
const MAX_DOCUMENTS = 10_000;

/** Aliases may repeat each other without end; entities need few. */
const MAX_ALIASES = 100;

/**
 * Reads YAML (and so JSON) as entities: every document must be a mapping; empty ones are
 * left out.
 *
 * @throws Error that names the line
 */
export function readYamlDocuments(text: string): Record<string, unknown>[] {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) return [];
  if (documents.length > MAX_DOCUMENTS) {
    throw new Error(`holds more than ${MAX_DOCUMENTS} documents`);
  }
  return documents.flatMap((document, position) => {
    const [error] = document.errors;
    if (error) throw new Error(`is not YAML: ${error.message}`);
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (value === null || value === undefined) return [];
    if (!isMapping(value)) {
      throw new Error(
        `document ${
          position + 1
        } is not a mapping; expected an entity with apiVersion, kind, metadata and spec`,
      );
    }
    return [value];
  });
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
