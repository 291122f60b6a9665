import { createHash } from 'node:crypto';
import type { Session } from '../database/Session';
import type { TableShape } from './TableShape';
import { walkRows } from './walkRows';

/** All rows of a table in one line. */
export interface RowsFingerprint {
  readonly rows: number;
  /** SHA-256 over the rows in the order of their keys. */
  readonly digest: string;
}

/** Reads a table from end to end, a page at a time. */
export async function fingerprintRows(
  session: Session,
  shape: TableShape,
): Promise<RowsFingerprint> {
  const digest = createHash('sha256');
  let rows = 0;
  for await (const { key, hash } of walkRows(session, shape)) {
    rows++;
    digest.update(`${key}\n${hash}\n`);
  }
  return { rows, digest: `sha256:${digest.digest('hex')}` };
}
