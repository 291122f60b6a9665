import { readFile } from 'node:fs/promises';
import { messageOf, UsageError } from '../failures';
import type { Io } from '../Io';

/**
 * The whole text of a file.
 *
 * @param option - the option that named the file, for the message
 * @param file - a path, or `-` for standard input
 * @throws UsageError when there is no such file, or it is not UTF-8
 */
export async function readText(
  option: string,
  file: string,
  io: Io,
): Promise<string> {
  try {
    const bytes = file === '-' ? await readAll(io.stdin) : await readFile(file);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UsageError(
      `${option}: "${file}" cannot be read: ${messageOf(error)}`,
    );
  }
}

async function readAll(
  stream: AsyncIterable<Uint8Array | string>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}
