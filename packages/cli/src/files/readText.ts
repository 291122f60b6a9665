import { open } from 'node:fs/promises';
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

/** More than any file that is read as a whole should have. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The whole text of a file, without a byte order mark.
 *
 * @param option - the option that named the file, for the message
 * @param file - a path, or `-` for standard input
 * @param maxBytes - more is refused. Absent: 64 MB.
 * @param decode - what makes text of it. Absent: UTF-8 and nothing else.
 * @throws UsageError when there is no such file, it is too large, or it is not UTF-8
 */
export async function readText(
  option: string,
  file: string,
  io: Io,
  maxBytes: number = MAX_BYTES,
  decode: (octets: Uint8Array) => string = decodeUtf8,
): Promise<string> {
  try {
    const bytes =
      file === '-'
        ? await readAll(io.stdin, maxBytes)
        : await readSized(file, maxBytes);
    return decode(bytes);
  } catch (error) {
    throw new UsageError(
      `${option}: "${file}" cannot be read: ${reasonOf(error)}`,
    );
  }
}

function decodeUtf8(octets: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(octets);
}

async function readSized(file: string, maxBytes: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size > maxBytes) throw new Error(tooLarge(size, maxBytes));
    // What is no regular file has no size, and may have no end.
    return await readAll(
      handle.createReadStream({ autoClose: false }),
      maxBytes,
    );
  } finally {
    await handle.close();
  }
}

async function readAll(
  stream: AsyncIterable<Uint8Array | string>,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw new Error(tooLarge(size, maxBytes));
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(size: number, maxBytes: number): string {
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
  return `it has ${megabytes(size)} MB or more; expected at most ${megabytes(
    maxBytes,
  )} MB`;
}

function reasonOf(error: unknown): string {
  const code =
    typeof error === 'object' && error !== null && 'code' in error
      ? String(error.code)
      : '';
  return REASONS[code] ?? messageOf(error);
}
