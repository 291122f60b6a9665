import { parseDocument, type Document } from 'yaml';

/** A part of a file that is one YAML document, its `---` included. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

/**
 * The documents of a file. A line that begins with `---` is nothing else in YAML, not even
 * within a quoted text (YAML 1.2.2, section 9.1.2).
 */
export function slicesOf(text: string): Slice[] {
  const starts = [
    0,
    ...[...text.matchAll(/^---(?=\s|$)/gm)]
      .map(({ index }) => index)
      .filter(index => index > 0),
  ];
  return starts.map((start, at) => ({
    start,
    end: starts[at + 1] ?? text.length,
  }));
}

/**
 * Reads as `kubectl` and `continuity drift` do: YAML 1.1, with dates and clock times as the
 * texts that they are, and whole numbers of any size.
 */
export function readManifest(text: string): Document.Parsed {
  return parseDocument(text, {
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
}

/** What a document says; aliases are bounded, so that a small file cannot become a huge one. */
export function plainOf(document: Document): unknown {
  return withNumbers(document.toJS({ maxAliasCount: 1_000 }));
}

/** Whole numbers as JSON has them, unless they would become their neighbours. */
export function withNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (Array.isArray(value)) return value.map(withNumbers);
  if (!isBag(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withNumbers(one)]),
  );
}

export function isBag(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
