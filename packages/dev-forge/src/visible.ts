import type { Response } from 'express';
import { accountOf } from './credentials.ts';
import { ForgeError } from './ForgeError.ts';
import type { Repositories, Repository } from './Repositories.ts';

/**
 * The repository that a request names.
 *
 * @throws ForgeError 404 when there is none, or none that whoever asks may see: that it exists
 *   is not for them to know either
 */
export async function visible(
  repositories: Repositories,
  response: Response,
  { owner, name }: Record<string, string>,
): Promise<Repository> {
  const repository = await repositories.find(owner, name);
  const seen = repository?.isPrivate
    ? accountOf(response) !== undefined
    : repository !== undefined;
  if (!repository || !seen) {
    throw new ForgeError(404, `there is no repository "${owner}/${name}"`);
  }
  return repository;
}
