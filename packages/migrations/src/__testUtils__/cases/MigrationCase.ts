import type { RuleId } from '../../judge/rules';
import type { MigrationPhase } from '../../types';

/** One kind of statement: what is claimed about it is also tried on a database. */
export interface MigrationCase {
  readonly name: string;
  /** What is there before, besides {@link BASE}. */
  readonly setup?: string;
  readonly up: string;
  readonly down?: string;
  readonly reversible: 'no' | 'unknown' | 'yes';
  readonly phase: MigrationPhase;
  /** The rules that the up script breaks, in any order. */
  readonly rules: readonly RuleId[];
  /** For what refuses to run in a transaction. */
  readonly transaction?: false;
}

/** Two tables with rows, as the cases find them. */
export const BASE = `
CREATE TABLE owners (id integer PRIMARY KEY, name text NOT NULL);
INSERT INTO owners VALUES (1, 'Ada'), (2, 'Bo');
CREATE TABLE accounts (
  id integer PRIMARY KEY,
  owner_id integer,
  email varchar(50),
  note text,
  balance numeric(10,2) DEFAULT 0,
  small smallint,
  flag boolean DEFAULT false,
  made timestamp(3),
  day date,
  code char(5),
  doc json,
  net cidr,
  ratio double precision,
  tags varchar(20)[]
);
INSERT INTO accounts VALUES
  (1, 1, 'ada@example.com', 'First', 10.25, 1, true, '2026-01-01 10:00:00.125', '2026-01-01', 'A', '{"b":1, "a":2, "a":3}', '10.0.0.0/8', 0.1::double precision + 0.2, '{x}'),
  (2, 2, 'bo@example.com', 'second', 20.75, 2, false, '2026-02-01 11:00:00.250', '2026-02-01', 'BB', '{}', '10.1.0.0/16', 1.5, '{y,z}'),
  (3, 1, 'cy@example.com', 'third', 30.00, 3, true, '2026-03-01 12:00:00.500', '2026-03-01', 'CCC', '[1]', '10.2.0.0/16', 2.25, '{}');
`;
