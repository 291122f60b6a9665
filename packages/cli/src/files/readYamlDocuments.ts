import { parseAllDocuments, type Document } from 'yaml';
import { messageOf } from '../failures';

/** More documents than any file that people review. */
const MAX_DOCUMENTS = 10_000;

/** Aliases may repeat each other without end; entities need few. */
const MAX_ALIASES = 100;

const TOO_DEEP = 'is nested too deeply; expected an entity';

/**
 * Reads YAML (and so JSON) as entities: every document must be a mapping; empty ones are
 * left out.
 *
 * @throws Error that names the line
 */
export function readYamlDocuments(text: string): Record<string, unknown>[] {
  const documents = parse(text);
  if (!Array.isArray(documents)) return [];
  if (documents.length > MAX_DOCUMENTS) {
    throw new Error(`holds more than ${MAX_DOCUMENTS} documents`);
  }
  return documents.flatMap((document, position) => {
    const [error] = document.errors;
    if (error) {
      // The lines after the first show the place, which says the first already.
      const [what] = error.message.split('\n');
      throw new Error(
        what.includes('call stack')
          ? TOO_DEEP
          : `is not YAML: ${what.replace(/:$/, '')}`,
      );
    }
    const value = valueOf(document);
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

function parse(text: string) {
  try {
    return parseAllDocuments(text, { logLevel: 'silent' });
  } catch (error) {
    throw new Error(explain(error));
  }
}

function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    throw new Error(explain(error));
  }
}

/** The library throws what is hostile rather than wrong. */
function explain(error: unknown): string {
  return error instanceof RangeError
    ? TOO_DEEP
    : `is not accepted: ${messageOf(error)}`;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
