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
};

const LINE_FEED = 0x0a;

/** A line is one node or dependency. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * Hands over the lines of a file one after the other, so that the file may be larger than
 * any text.
 *
 * @param file - a path, or `-` for standard input
 * @param visit - gets each line and its number, from 1; a line that is not UTF-8 is undefined
 * @throws UsageError when there is no such file, or a line is longer than 16 MB
 */
export async function eachLine(
  file: string,
  io: Io,
  visit: (line: string | undefined, number: number) => void,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest: Buffer[] = [];
  let restLength = 0;
  let number = 0;
  const source: AsyncIterable<Uint8Array | string> =
    file === '-'
      ? io.stdin
      : createReadStream(file, { highWaterMark: 1 << 20 });
  const chunks = source[Symbol.asyncIterator]();
  const finish = () => {
    visit(textOf(Buffer.concat(rest), decoder), ++number);
    rest = [];
    restLength = 0;
  };
  for (;;) {
    const chunk = await nextChunk(file, chunks);
    if (chunk === undefined) break;
    let begin = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, begin);
      if (end < 0) break;
      rest.push(chunk.subarray(begin, end));
      finish();
      begin = end + 1;
    }
    if (begin < chunk.length) {
      rest.push(chunk.subarray(begin));
      restLength += chunk.length - begin;
    }
    if (restLength > LONGEST_LINE) {
      throw new UsageError(
        `--file: line ${
          number + 1
        } of "${file}" is longer than 16 MB; expected one JSON object a line`,
      );
    }
  }
  if (rest.length > 0) finish();
}

function textOf(line: Buffer, decoder: TextDecoder): string | undefined {
  try {
    return decoder.decode(line);
  } catch {
    return undefined;
  }
}

/** Only what happens in here is a fault of the file. */
async function nextChunk(
  file: string,
  chunks: AsyncIterator<Uint8Array | string>,
): Promise<Buffer | undefined> {
  try {
    const chunk = await chunks.next();
    return chunk.done ? undefined : Buffer.from(chunk.value);
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
