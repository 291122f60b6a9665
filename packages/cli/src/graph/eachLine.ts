import { createReadStream } from 'node:fs';
import { messageOf, UsageError } from '../failures';
import type { Io } from '../Io';

/** What the codes of the file system mean, in words. */
const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder; expected a file',
  EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8',
};

/**
 * Hands over the lines of a file one after the other, so that the file may be larger than
 * any text.
 *
 * @param file - a path, or `-` for standard input
 * @param visit - gets each line and its number, from 1
 * @throws UsageError when there is no such file or it is not UTF-8
 */
export async function eachLine(
  file: string,
  io: Io,
  visit: (line: string, number: number) => void,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let number = 0;
  const source: AsyncIterable<Uint8Array | string> =
    file === '-'
      ? io.stdin
      : createReadStream(file, { highWaterMark: 1 << 20 });
  const chunks = source[Symbol.asyncIterator]();
  for (;;) {
    const text = await nextText(file, chunks, decoder);
    if (text === undefined) break;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) visit(line, ++number);
  }
  if (rest !== '') visit(rest, number + 1);
}

/** Only what happens in here is a fault of the file. */
async function nextText(
  file: string,
  chunks: AsyncIterator<Uint8Array | string>,
  decoder: TextDecoder,
): Promise<string | undefined> {
  try {
    const chunk = await chunks.next();
    if (chunk.done) {
      decoder.decode();
      return undefined;
    }
    return typeof chunk.value === 'string'
      ? chunk.value
      : decoder.decode(chunk.value, { stream: true });
  } catch (error) {
    throw new UsageError(
      `--file: "${file}" cannot be read: ${reasonOf(error)}`,
    );
  }
}

function reasonOf(error: unknown): string {
  const code =
    typeof error === 'object' && error !== null && 'code' in error
      ? String(error.code)
      : '';
  return REASONS[code] ?? messageOf(error);
}
