import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { messageOf, UsageError } from '../failures';
import type { LedgerSource, ServedEntry } from './LedgerSource';

/**
 * Entries from a file of one JSON entry a line, as `--save` writes it.
 *
 * @throws UsageError when it cannot be opened
 */
export async function fileSource(file: string): Promise<LedgerSource> {
  try {
    await access(file, constants.R_OK);
  } catch (error) {
    throw new UsageError(
      `--file: "${file}" cannot be read: ${messageOf(error)}`,
    );
  }
  return { name: file, entries: readEntries(file) };
}

async function* readEntries(file: string): AsyncGenerator<ServedEntry> {
  let number = 0;
  for await (const line of readLines(file)) {
    number += 1;
    if (line.trim() !== '') {
      yield { place: `line ${number}`, value: parse(line) };
    }
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Judged like any other line that is not an entry, in its place.
    return undefined;
  }
}

/** Not `node:readline`: it also breaks at U+2028, which stands unescaped in RFC 8785. */
async function* readLines(file: string): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const chunk of createReadStream(file, 'utf8')) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw new UsageError(
      `--file: "${file}" cannot be read: ${messageOf(error)}`,
    );
  }
  yield rest;
}
