import type { Evidence, Verdict } from '@continuity/engine';
import { evidenceFrom, type EvidenceRow } from './evidenceRow';

/** What comes of {@link PACKED_ALL}: one row. Null: there is no evidence. */
export interface PackedEvidence {
  evidence: string | null;
}

/** In the order in which they are packed. */
const COLUMNS = [
  'id',
  'kind',
  'source',
  'external_id',
  'entity_ref',
  'environment',
  'region',
  'observed_at',
  'received_at',
  'expires_at',
  'verdict',
  'headline',
  'payload',
] as const satisfies readonly (keyof EvidenceRow)[];

/**
 * The separators of ASCII. No column holds one: texts of a report have no control
 * characters, JSON escapes them, and they are taken out of the headline here.
 */
const UNIT = '\u001f';
const RECORD = '\u001e';

/** Of pieces that are {@link packed} as `e.piece`: all of them as one value. */
export const PACKED_ALL = `string_agg(e.piece, chr(30)) as evidence`;

/**
 * A piece of evidence as one text, on PostgreSQL. To judge everything takes millions of
 * rows, and what the driver does for each column of each row takes several times as long
 * as to judge them.
 *
 * @param table - alias of the table `evidence`
 */
export function packed(table: string): string {
  const values = COLUMNS.map(column =>
    column === 'headline'
      ? `translate(${table}.headline, chr(30) || chr(31), '')`
      : `${table}.${column}`,
  );
  return `concat_ws(chr(31), ${values.join(', ')}) as piece`;
}

/** The inverse of {@link PACKED_ALL}. */
export function unpack(rows: readonly PackedEvidence[]): Evidence[] {
  return rows.flatMap(({ evidence }) =>
    evidence === null ? [] : evidence.split(RECORD).map(pieceOf),
  );
}

function pieceOf(piece: string): Evidence {
  const values = piece.split(UNIT);
  if (values.length !== COLUMNS.length) {
    throw new Error(
      `Evidence ${values[0]} has ${values.length} columns; expected ${COLUMNS.length}`,
    );
  }
  const [id, kind, source, external_id, entity_ref, environment, region] =
    values;
  return evidenceFrom({
    id,
    kind,
    source,
    external_id,
    entity_ref,
    environment,
    region,
    observed_at: values[7],
    received_at: values[8],
    expires_at: values[9],
    // Our own text, written by `toRow`.
    verdict: values[10] as Verdict,
    headline: values[11],
    payload: values[12],
  });
}
