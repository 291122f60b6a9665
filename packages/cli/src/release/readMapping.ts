import { messageOf, UsageError } from '../failures';
import { readText } from '../files/readText';
import { readYamlDocuments } from '../files/readYamlDocuments';
import type { Io } from '../Io';

/** Facts and rules are short. */
const MAX_BYTES = 1024 * 1024;

/**
 * The only document of a file of YAML or JSON.
 *
 * @throws UsageError that names the option and the file
 */
export async function readMapping(option: string, file: string, io: Io) {
  const text = await readText(option, file, io, MAX_BYTES);
  let documents;
  try {
    documents = readYamlDocuments(text);
  } catch (error) {
    throw new UsageError(`${option}: "${file}" ${messageOf(error)}`);
  }
  if (documents.length !== 1) {
    throw new UsageError(
      `${option}: "${file}" holds ${documents.length} documents; expected one`,
    );
  }
  return documents[0];
}
