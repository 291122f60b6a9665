import { open, rename, rm } from 'node:fs/promises';
import process from 'node:process';
import { messageOf, UsageError } from '../failures';

/** A file that appears when it is complete, and not before. */
export interface WholeFile {
  write(text: string): Promise<void>;
  /** Puts the file in its place. */
  finish(): Promise<void>;
  /** Leaves what was in its place as it was. Harmless after `finish`. */
  discard(): Promise<void>;
}

/**
 * @param option - named in problems, e.g. `--save`
 * @throws UsageError when it cannot be written there
 */
export async function writeWhole(
  option: string,
  file: string,
): Promise<WholeFile> {
  const draft = `${file}.${process.pid}.tmp`;
  const orSay = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw new UsageError(
        `${option}: "${file}" cannot be written: ${messageOf(error)}`,
      );
    }
  };
  const handle = await orSay(open(draft, 'w'));
  let isOpen = true;
  const close = async () => {
    if (isOpen) {
      isOpen = false;
      await handle.close();
    }
  };
  return {
    write: text => orSay(handle.appendFile(text)),
    finish: async () => {
      await close();
      await orSay(rename(draft, file));
    },
    discard: async () => {
      await close();
      await rm(draft, { force: true });
    },
  };
}
