import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseManifests, type SourcedObject } from '@continuity/engine';
import { messageOf, UsageError } from '../failures';
import { readText } from '../files/readText';
import type { Io } from '../Io';

/** More files than a set of manifests has. */
const MAX_FILES = 20_000;
const MAX_BYTES = 256 * 1024 * 1024;

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

function parse(option: string, file: string, text: string): unknown[] {
  try {
    return parseManifests(text, { isJson: /\.json$/i.test(file) });
  } catch (error) {
    throw new UsageError(
      `${option}: "${file}" cannot be read: ${messageOf(error)}`,
    );
  }
}
