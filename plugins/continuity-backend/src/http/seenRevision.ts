import { InputError } from '@backstage/errors';
import type { Request } from 'express';

/**
 * The revision that whoever decides has seen, from the body or else from `If-Match`.
 *
 * @param given - what stands in the body
 * @throws InputError that names the field when it is in neither
 */
export function seenRevision(req: Request, given: number | undefined): number {
  if (given !== undefined) return given;
  const text = req.get('if-match');
  const match = /^(?:W\/)?"(\d{1,9})(?:-[0-9a-f]{1,64})?"$/.exec(text ?? '');
  if (match) return Number(match[1]);
  throw new InputError(
    text === undefined
      ? 'revision: is missing; expected the revision that you have seen, here or in If-Match'
      : `If-Match: ${text} is not a revision, e.g. "3"`,
  );
}
