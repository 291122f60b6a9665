import { toError } from '@backstage/errors';
import { CORE_SCHEMA, loadAll, YAMLException } from 'js-yaml';

/** Five hundred windows with room; takes a tenth of a second to read. */
const MAX_LENGTH = 300_000;
const MAX_DOCUMENTS = 100;
/** No declaration is nested deeper; a parser that is runs out of stack, and with it all. */
const MAX_BRACKETS = 100;
const MAX_INDENTATION = 100;
/** Aliases may repeat each other without end, and lead back to where they stand. */
const MAX_DEPTH = 250;
/** More than a text of that length has parts, unless by aliases. */
const MAX_PARTS = 200_000;

/** What a text says, or why it was not read. */
export type YamlReading =
  | { ok: true; documents: unknown[] }
  | {
      ok: false;
      /** `too-much`: nobody would write that, and it was not looked at any further. */
      why: 'malformed' | 'too-much';
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
    return { ok: false, why: 'too-much', problem };
  }
  const documents: unknown[] = [];
  try {
    // It stops at the first mistake, so that a text full of them costs no more than one.
    loadAll(
      text,
      document => {
        if (document !== null && document !== undefined) {
          documents.push(document);
        }
      },
      { schema: CORE_SCHEMA },
    );
  } catch (error) {
    return { ok: false, why: 'malformed', problem: describe(error) };
  }
  return hasTooManyParts(documents)
    ? {
        ok: false,
        why: 'too-much',
        problem: `has more than ${MAX_PARTS} parts, or more than ${MAX_DEPTH} in each other, once its aliases are written out`,
      }
    : { ok: true, documents };
}

function tooMuch(text: string): string | undefined {
  if (text.length > MAX_LENGTH) {
    return `is ${text.length} characters long; expected at most ${MAX_LENGTH}`;
  }
  if (text.split(/^---/m).length > MAX_DOCUMENTS + 1) {
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

/** An alias is the same object once more; whoever reads on would see it each time. */
function hasTooManyParts(documents: unknown): boolean {
  let parts = 0;
  const isTooMuch = (value: unknown, depth: number): boolean => {
    parts += 1;
    if (parts > MAX_PARTS || depth > MAX_DEPTH) {
      return true;
    }
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).some(part => isTooMuch(part, depth + 1))
    );
  };
  return isTooMuch(documents, 0);
}

function describe(error: unknown): string {
  if (!(error instanceof YAMLException) || !error.mark) {
    return `is not YAML: ${toError(error).message}`;
  }
  const { line, column } = error.mark;
  return `is not YAML: ${error.reason} at line ${line + 1}, column ${
    column + 1
  }`;
}
