import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

interface GroupDocument {
  kind?: string;
  metadata?: { name?: string };
}

/**
 * Reads who may own repositories from the organisation's catalog file: each of its groups,
 * so that a service and its code have the same owner.
 *
 * @throws when the file cannot be read or holds no group.
 */
export function readOwners(file: string): string[] {
  const owners = parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS() as GroupDocument | null)
    .filter(document => document?.kind === 'Group')
    .flatMap(document => document?.metadata?.name ?? []);
  if (owners.length === 0) throw new Error(`${file} holds no Group`);
  return owners.sort();
}
