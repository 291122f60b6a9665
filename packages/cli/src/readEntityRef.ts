import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { messageOf, UsageError } from './failures';

/**
 * An entity ref as an option gives it, whole and in lower case.
 *
 * @throws UsageError when it is none, or has no kind
 */
export function readEntityRef(option: string, text: string): string {
  const example = 'e.g. component:default/payments-api';
  if (!/^[A-Za-z0-9._-]+:/.test(text)) {
    throw new UsageError(
      `${option}: "${text}" is not an entity ref with its kind, ${example}`,
    );
  }
  try {
    const ref = stringifyEntityRef(parseEntityRef(text));
    if (/^[a-z0-9._-]+:[a-z0-9._-]+\/[a-z0-9._-]+$/.test(ref)) {
      return ref;
    }
  } catch (error) {
    throw new UsageError(
      `${option}: "${text}" is not an entity ref, ${example} (${messageOf(
        error,
      )})`,
    );
  }
  throw new UsageError(`${option}: "${text}" is not an entity ref, ${example}`);
}
