import { parseAllDocuments } from 'yaml';
import type { ImportCollector } from './ImportCollector';

/** Far above what anybody keeps in one file. */
const MAX_CHARACTERS = 1024 * 1024;

export type JsonObject = Record<string, unknown>;

/** A document of a file, and where it stands for messages. */
export interface FileDocument {
  path: string;
  value: unknown;
}

/**
 * Reads YAML, which JSON is too, as one or more documents; a `List` of Kubernetes
 * counts as its items. What is not YAML is said.
 */
export function readDocuments(
  text: string,
  collector: ImportCollector,
): FileDocument[] {
  const remedy = 'Give the definitions as they are exported, in YAML or JSON.';
  const { documents: read } = collector.options;
  if (read) {
    if (read.length === 0) {
      collector.refuse('file', 'The file is empty.', remedy);
    }
    return read.flatMap((value, index) =>
      itemsOf(value, pathOf(index, read.length)),
    );
  }
  if (text.length > MAX_CHARACTERS) {
    collector.refuse(
      'file',
      `The file is ${text.length} characters long; expected at most ${MAX_CHARACTERS}.`,
      'Import it in parts.',
    );
    return [];
  }
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent' });
    if (!Array.isArray(documents)) {
      collector.refuse('file', 'The file is empty.', remedy);
      return [];
    }
    return documents.flatMap((document, index) => {
      const path = pathOf(index, documents.length);
      const [error] = document.errors;
      if (error) {
        collector.refuse(
          path,
          `This is not YAML: ${error.message.split('\n')[0]}`,
          remedy,
        );
        return [];
      }
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      return itemsOf(value, path);
    });
  } catch (error) {
    // Deep nesting and too many aliases are errors that are thrown.
    const why = error instanceof Error ? error.message : String(error);
    collector.refuse('file', `This cannot be read: ${why}`, remedy);
    return [];
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The keys of an object that nobody here knows. */
export function unknownKeys(
  value: JsonObject,
  known: readonly string[],
): string[] {
  return Object.keys(value).filter(key => !known.includes(key));
}

/**
 * What `spec` has under a name, an empty list when it has nothing; a `spec` that is
 * no object comes back itself, for it may hold what was meant.
 */
export function listInSpec({ spec }: JsonObject, name: string): unknown {
  if (spec === undefined || spec === null) return [];
  return isObject(spec) ? spec[name] ?? [] : spec;
}

/**
 * Whether a document is plainly about something else: it says what kind of thing it
 * is, and has no such list. One with the list and a misspelt kind is not.
 */
export function isOtherDocument(value: unknown, list: string): boolean {
  return (
    isObject(value) &&
    typeof value.kind === 'string' &&
    !(isObject(value.spec) && list in value.spec)
  );
}

function pathOf(index: number, documents: number): string {
  return documents > 1 ? `document ${index + 1}` : 'file';
}

function itemsOf(value: unknown, path: string): FileDocument[] {
  if (isObject(value) && Array.isArray(value.items)) {
    return value.items.map((item, index) => ({
      path: `${path}.items.${index}`,
      value: item,
    }));
  }
  return value === null || value === undefined ? [] : [{ path, value }];
}
