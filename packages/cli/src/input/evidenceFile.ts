import { readFileSync } from 'node:fs';
import { UsageError } from '../exitCodes';

/** One report and where it stood, for naming it when it is refused. */
export interface EvidenceLine {
  /** e.g. `line 3` or `item 3`; counted from 1. */
  place: string;
  value: unknown;
}

/**
 * Reads reports from a file: NDJSON (one object a line, by the ending `.ndjson` or
 * `.jsonl`), or JSON holding one object, an array, or `{ "items": [...] }`.
 * `-` reads standard input and decides by its content.
 *
 * @throws UsageError that names the line or the place in the text that is not JSON
 */
export function readEvidenceFile(file: string): EvidenceLine[] {
  const text = readText(file, '--file');
  const byLine = /\.(ndjson|jsonl)$/.test(file) || looksLikeLines(text);
  const lines = byLine ? readLines(file, text) : readDocument(file, text);
  if (lines.length === 0) {
    throw new UsageError(`--file: ${file} holds no evidence`);
  }
  return lines;
}

/** @throws UsageError when the file cannot be read */
export function readText(file: string, option: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${option}: ${file} cannot be read (${
        error instanceof Error ? error.message : error
      })`,
    );
  }
}

function looksLikeLines(text: string): boolean {
  const [first = '', second = ''] = text.trim().split('\n', 2);
  return isJson(first) && second.trim().startsWith('{');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readLines(file: string, text: string): EvidenceLine[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const place = `line ${index + 1}`;
    return [{ place, value: parse(line, `${file}, ${place}`) }];
  });
}

function readDocument(file: string, text: string): EvidenceLine[] {
  const value = parse(text, file);
  const items =
    typeof value === 'object' && value !== null && 'items' in value
      ? value.items
      : value;
  return (Array.isArray(items) ? items : [items]).map((item, index) => ({
    place: `item ${index + 1}`,
    value: item,
  }));
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `--file: ${place} is not JSON (${
        error instanceof Error ? error.message : error
      })`,
    );
  }
}
