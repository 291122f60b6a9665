import { InputError } from '@backstage/errors';

/** Control characters and halves of characters; databases and logs choke on them. */
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}]/u;

/** @throws InputError that names the field when its text is not one plain line */
export function plainText(field: string, text: string): string {
  if (UNPRINTABLE.test(text)) {
    throw new InputError(
      `${field}: expected one line of text, without control characters`,
    );
  }
  return text;
}
