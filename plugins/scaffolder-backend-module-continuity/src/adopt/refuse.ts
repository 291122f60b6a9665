import { InputError } from '@backstage/errors';

/**
 * Nothing is written when one part of an adoption is refused.
 *
 * @param what - is wrong, a sentence without its end
 * @param next - what to do instead
 */
export function refuse(what: string, next: string): never {
  throw new InputError(`${what}. Nothing was written. ${next}`);
}
