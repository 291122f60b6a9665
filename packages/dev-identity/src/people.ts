import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

/** Somebody of the example organisation who can sign in. */
export interface Person {
  /** The name of the User entity; also the OpenID subject. */
  id: string;
  name: string;
  email: string;
  /** Group names, for choosing whom to be. */
  groups: string[];
}

interface UserDocument {
  kind?: string;
  metadata?: { name?: string };
  spec?: {
    profile?: { displayName?: string; email?: string };
    memberOf?: string[];
  };
}

/**
 * Reads the people from the organisation's catalog file, so that who can sign in
 * and who is in the catalog never drift apart. A User without an e-mail address
 * is left out: the portal could not match the account.
 *
 * @throws when the file cannot be read or holds no such User.
 */
export function readPeople(file: string): Person[] {
  const people = parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS() as UserDocument | null)
    .filter(document => document?.kind === 'User')
    .flatMap(document => {
      const id = document?.metadata?.name;
      const email = document?.spec?.profile?.email;
      if (!id || !email) return [];
      const name = document.spec?.profile?.displayName ?? id;
      return [{ id, name, email, groups: document.spec?.memberOf ?? [] }];
    });
  if (people.length === 0) {
    throw new Error(`${file} holds no User with an e-mail address`);
  }
  return people.sort((a, b) => a.name.localeCompare(b.name));
}
