import { InputError } from '@backstage/errors';

/** Control characters and halves of characters; databases and logs choke on them. */
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}]/u;

/** Like {@link UNPRINTABLE}, but for the characters that lay texts out. */
const UNPRINTABLE_IN_PROSE = /(?![\t\n\r])[\p{Cc}\p{Surrogate}]/u;

/** @throws InputError that names the field when its text is not one plain line */
export function plainText(field: string, text: string): string {
  if (UNPRINTABLE.test(text)) {
    throw new InputError(
      `${field}: expected one line of text, without control characters`,
    );
  }
  return text;
}

/** @throws InputError that names the field when its text, of any number of lines, is not plain */
export function plainProse(field: string, text: string): string {
  if (UNPRINTABLE_IN_PROSE.test(text)) {
    throw new InputError(
      `${field}: expected text without control characters or halves of characters`,
    );
  }
  return text;
}
