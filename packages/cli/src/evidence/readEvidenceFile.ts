import path from 'node:path';
import { messageOf, UsageError } from '../failures';
import { readText } from '../files/readText';
import type { Io } from '../Io';
import type { EvidenceItem, RejectedItem } from './EvidenceItem';

/** What a file holds: what can be sent, and what is not even a JSON object. */
export interface EvidenceFile {
  items: EvidenceItem[];
  rejected: RejectedItem[];
}

/**
 * Reads reports: JSON (one report, an array, or `{ "items": [...] }`) or NDJSON (one
 * report a line). A file that is called neither is looked at.
 *
 * @param file - a path, or `-` for standard input
 * @param option - what named the file, for the message
 * @throws UsageError when there is no such file or it is neither
 */
export async function readEvidenceFile(
  file: string,
  io: Io,
  option: string = '--file',
): Promise<EvidenceFile> {
  const text = await readText(option, file, io);
  if (text.trim() === '') {
    throw new UsageError(
      `${option}: "${file}" is empty; for nothing to report, write an empty list: []`,
    );
  }
  if (['.ndjson', '.jsonl'].includes(path.extname(file).toLowerCase())) {
    return readLines(text);
  }
  const document = parseJson(text);
  if (document.ok) {
    return readList(toList(document.value));
  }
  if (looksLikeLines(text)) {
    return readLines(text);
  }
  throw new UsageError(
    `${option}: "${file}" is neither JSON nor NDJSON: ${document.problem}`,
  );
}

type Parsed = { ok: true; value: unknown } | { ok: false; problem: string };

function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, problem: messageOf(error) };
  }
}

function toList(document: unknown): unknown[] {
  if (Array.isArray(document)) {
    return document;
  }
  if (
    typeof document === 'object' &&
    document !== null &&
    'items' in document &&
    Array.isArray(document.items)
  ) {
    return document.items;
  }
  return [document];
}

function looksLikeLines(text: string): boolean {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  return lines.length > 1 && parseJson(lines[0]).ok;
}

function readLines(text: string): EvidenceFile {
  const file: EvidenceFile = { items: [], rejected: [] };
  text.split('\n').forEach((line, position) => {
    if (line.trim() === '') return;
    const place = `line ${position + 1}`;
    const parsed = parseJson(line);
    if (parsed.ok) {
      collect(file, parsed.value, place, position);
    } else {
      const message = `is not JSON: ${parsed.problem}`;
      file.rejected.push({ place, position, message });
    }
  });
  return file;
}

function readList(values: unknown[]): EvidenceFile {
  const file: EvidenceFile = { items: [], rejected: [] };
  values.forEach((value, position) =>
    collect(file, value, `item ${position}`, position),
  );
  return file;
}

/** The server judges objects one by one; anything else would cost the whole batch. */
function collect(
  file: EvidenceFile,
  value: unknown,
  place: string,
  position: number,
): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    file.items.push({ place, position, value });
  } else {
    file.rejected.push({ place, position, message: 'is not a JSON object' });
  }
}
