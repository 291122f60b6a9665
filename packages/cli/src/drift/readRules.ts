import { parseIgnoreRules, type IgnoreRule } from '@continuity/engine';
import { UsageError } from '../failures';
import { readText } from '../files/readText';
import { readYamlDocuments } from '../files/readYamlDocuments';
import type { Io } from '../Io';

/**
 * Rules for what is no finding, from a file.
 *
 * @param option - which names the file, for what is said of it
 * @throws UsageError when it is no file of rules
 */
export async function readRules(
  option: string,
  file: string | undefined,
  io: Io,
): Promise<readonly IgnoreRule[]> {
  if (file === undefined) return [];
  const [document, ...more] = readYamlDocuments(
    await readText(option, file, io),
  );
  if (more.length > 0) {
    throw new UsageError(`${option}: "${file}" holds more than one document`);
  }
  const parsed = parseIgnoreRules(document, option.replace(/^--/, ''));
  if ('problems' in parsed) {
    const [{ path: where, message }] = parsed.problems;
    throw new UsageError(`${option}: "${file}": ${where}: ${message}`);
  }
  return parsed.rules;
}
