import type { SqlParser } from '../../sql/parseSql';
import type { Position } from '../../sql/TextPlaces';
import type { MigrationScript } from '../../types';
import { fillIn } from '../../sql/fillIn';

/** Statements whose effect is not confined to one database. */
const WORDS: Readonly<Record<string, string>> = {
  AlterDatabaseRefreshCollStmt: 'ALTER DATABASE',
  AlterDatabaseSetStmt: 'ALTER DATABASE',
  AlterDatabaseStmt: 'ALTER DATABASE',
  AlterRoleSetStmt: 'ALTER ROLE',
  AlterRoleStmt: 'ALTER ROLE',
  AlterSubscriptionStmt: 'ALTER SUBSCRIPTION',
  AlterSystemStmt: 'ALTER SYSTEM',
  AlterTableMoveAllStmt: 'ALTER ... ALL IN TABLESPACE',
  AlterTableSpaceOptionsStmt: 'ALTER TABLESPACE',
  CreateRoleStmt: 'CREATE ROLE',
  CreateSubscriptionStmt: 'CREATE SUBSCRIPTION',
  CreateTableSpaceStmt: 'CREATE TABLESPACE',
  CreatedbStmt: 'CREATE DATABASE',
  DropOwnedStmt: 'DROP OWNED',
  DropRoleStmt: 'DROP ROLE',
  DropSubscriptionStmt: 'DROP SUBSCRIPTION',
  DropTableSpaceStmt: 'DROP TABLESPACE',
  DropdbStmt: 'DROP DATABASE',
  GrantRoleStmt: 'GRANT or REVOKE of a role',
  ReassignOwnedStmt: 'REASSIGN OWNED',
};

/** A statement that would reach beyond the database of the rehearsal. */
export interface ClusterStatement extends Position {
  readonly what: string;
}

/**
 * What of a script reaches beyond its database: roles, tablespaces and other databases
 * belong to all of a server. What a function or a DO block does is not seen here.
 */
export function clusterStatements(
  { parts }: MigrationScript,
  parser: SqlParser,
  placeholders: Readonly<Record<string, string>>,
): ClusterStatement[] {
  return parts.flatMap(part => {
    if (part.kind === 'unknown') return [];
    const reading = parser.parse(fillIn(part.sql, placeholders));
    if (!reading.ok) return [];
    return reading.statements.flatMap(({ node, position }) => {
      const [kind, body] = Object.entries(node)[0] ?? [];
      const what =
        WORDS[kind ?? ''] ?? outsideCopy(kind, body) ?? renamed(body);
      return what === undefined ? [] : { what, ...(part.at ?? position) };
    });
  });
}

/** `COPY` from or to a file or a program of the server. */
function outsideCopy(kind: string | undefined, body: object | undefined) {
  if (kind !== 'CopyStmt' || body === undefined) return undefined;
  return 'filename' in body && body.filename
    ? 'COPY with a file or program of the server'
    : undefined;
}

function renamed(body: object | undefined): string | undefined {
  if (body === undefined || !('renameType' in body)) return undefined;
  const { renameType } = body;
  return ['OBJECT_ROLE', 'OBJECT_DATABASE', 'OBJECT_TABLESPACE'].includes(
    String(renameType),
  )
    ? 'ALTER ... RENAME of a role, database or tablespace'
    : undefined;
}
