import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { SourcedObject } from '@continuity/engine';
import { parseAllDocuments } from 'yaml';
import { messageOf, UsageError } from '../failures';
import { readText } from '../files/readText';
import type { Io } from '../Io';

/** More files than a set of manifests has. */
const MAX_FILES = 20_000;
const MAX_BYTES = 256 * 1024 * 1024;
/** Aliases may repeat each other without end; manifests need few. */
const MAX_ALIASES = 1_000;

/** Every document of a file, or of the YAML and JSON files in a folder. */
export async function readManifests(
  option: string,
  place: string,
  io: Io,
): Promise<SourcedObject[]> {
  const files = place === '-' ? ['-'] : await filesIn(option, place);
  const found: SourcedObject[] = [];
  for (const file of files) {
    const text = await readText(option, file, io, MAX_BYTES);
    const source = file.split(path.sep).join('/');
    for (const value of parse(option, file, text)) {
      found.push({ value, source });
    }
  }
  return found;
}

async function filesIn(option: string, place: string): Promise<string[]> {
  try {
    if (!(await stat(place)).isDirectory()) return [place];
    const entries = await readdir(place, {
      recursive: true,
      withFileTypes: true,
    });
    const files = entries
      .filter(entry => entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name))
      .map(entry => path.join(entry.parentPath, entry.name))
      .filter(
        file =>
          !path
            .relative(place, file)
            .split(path.sep)
            .some(part => part.startsWith('.')),
      )
      .sort();
    if (files.length === 0) {
      throw new Error('there is no YAML or JSON file in it');
    }
    if (files.length > MAX_FILES) {
      throw new Error(
        `it holds ${files.length} files; expected at most ${MAX_FILES}`,
      );
    }
    return files;
  } catch (error) {
    throw new UsageError(
      `${option}: "${place}" cannot be read: ${messageOf(error)}`,
    );
  }
}

/**
 * Reads as `kubectl` does: YAML 1.1, so that `0644` is octal and `<<` merges, but with
 * dates and clock times as the texts that they are.
 */
function parse(option: string, file: string, text: string): unknown[] {
  const refuse = (why: string) =>
    new UsageError(`${option}: "${file}" cannot be read: ${why}`);
  try {
    // Whole numbers beyond those of JavaScript must not become their neighbours.
    const isJson = /\.json$/i.test(file) && !/\d{16}/.test(text);
    if (isJson) return [JSON.parse(text)];
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
    if (error instanceof SyntaxError) throw refuse('it is not JSON');
    if (error instanceof RangeError) throw refuse('it is nested too deeply');
    throw refuse(messageOf(error));
  }
}
