import { toError } from '@backstage/errors';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  parseAllDocuments,
  visit,
  type YAMLMap,
} from 'yaml';

/** Five hundred windows with room; takes a third of a second to read. */
const MAX_LENGTH = 300_000;
const MAX_DOCUMENTS = 1_000;
/** No declaration is nested deeper; a parser that is runs out of stack, and with it all. */
const MAX_BRACKETS = 100;
const MAX_INDENTATION = 100;
/** More parts than anything has; parsers compare each with each. */
const MAX_KEYS = 1_000;
/** Aliases may repeat each other without end; declarations need few. */
const MAX_ALIASES = 100;

/** What a text says, or why it was not read. */
export type YamlReading =
  | { ok: true; documents: unknown[] }
  | {
      ok: false;
      /** A sentence without its subject, e.g. `is not YAML: ...`. */
      problem: string;
    };

/**
 * Reads YAML, and so JSON, that anybody may have written: whatever it is, it is refused
 * or read, in bounded time and memory. Empty documents are left out.
 */
export function readYaml(text: string): YamlReading {
  const problem = tooMuch(text);
  if (problem !== undefined) {
    return { ok: false, problem };
  }
  try {
    // Keys are held against each other below, in less time.
    const parsed = parseAllDocuments(text, { uniqueKeys: false });
    const documents = Array.isArray(parsed) ? parsed : [];
    const values: unknown[] = [];
    for (const document of documents) {
      const wrong = wrongIn(document);
      if (wrong !== undefined) {
        return { ok: false, problem: wrong };
      }
      const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
      if (value !== null && value !== undefined) {
        values.push(value);
      }
    }
    return { ok: true, documents: values };
  } catch (error) {
    return { ok: false, problem: `is not YAML: ${toError(error).message}` };
  }
}

function tooMuch(text: string): string | undefined {
  if (text.length > MAX_LENGTH) {
    return `is ${text.length} characters long; expected at most ${MAX_LENGTH}`;
  }
  if (text.split(/^---/m).length > MAX_DOCUMENTS) {
    return `holds more than ${MAX_DOCUMENTS} documents`;
  }
  if (openBrackets(text) > MAX_BRACKETS) {
    return `has more than ${MAX_BRACKETS} brackets open at once`;
  }
  // `- - -` and `? ? ?` nest as indentation does.
  if (new RegExp(`^[-?: \\t]{${MAX_INDENTATION + 1}}`, 'm').test(text)) {
    return `is indented by more than ${MAX_INDENTATION} columns`;
  }
  return undefined;
}

/** Those in texts included: an upper bound that costs little. */
function openBrackets(text: string): number {
  let open = 0;
  let most = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '[' || character === '{') {
      open += 1;
      most = Math.max(most, open);
    } else if (character === ']' || character === '}') {
      open = Math.max(0, open - 1);
    }
  }
  return most;
}

function wrongIn(document: Document.Parsed): string | undefined {
  const [error] = document.errors;
  if (error) {
    return `is not YAML: ${error.message}`;
  }
  let wrong: string | undefined;
  visit(document, {
    Map(_, map) {
      wrong = wrongKeyOf(map);
      return wrong === undefined ? undefined : visit.BREAK;
    },
  });
  return wrong;
}

function wrongKeyOf(map: YAMLMap): string | undefined {
  if (map.items.length > MAX_KEYS) {
    return `has more than ${MAX_KEYS} keys in one place`;
  }
  const keys = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) {
      return `has ${
        isMap(key) || isAlias(key) ? 'a mapping or an alias' : 'a list'
      } for a key; expected a word`;
    }
    const name = String(key.value);
    if (keys.has(name)) {
      return `has the key ${name} twice in one place`;
    }
    keys.add(name);
  }
  return undefined;
}
