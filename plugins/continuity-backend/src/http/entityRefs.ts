import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { plainText } from './plainText';

/**
 * The one spelling of an entity ref: lower case, with its namespace.
 *
 * @throws InputError that names the field when it is not a ref with a kind
 */
export function canonicalRef(field: string, ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(plainText(field, ref)));
  } catch {
    throw new InputError(
      `${field}: "${ref}" is not an entity ref, e.g. component:default/payments-api`,
    );
  }
}
