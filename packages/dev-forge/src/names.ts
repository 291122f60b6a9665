import { z } from 'zod';
import { ForgeError } from './ForgeError.ts';

const name = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9_-])?$/,
    'has to be of 1 to 100 small letters, digits, ".", "_" and "-", and to begin with a letter or digit',
  )
  // "a.git" is the address of "a", and Git takes no two dots in a row for a name of its own.
  .refine(
    text => !text.endsWith('.git') && !text.includes('..'),
    'must not end with ".git" or have two dots in a row',
  );

const ref = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/,
    'has to be a branch, a tag or a commit',
  )
  .refine(text => !text.includes('..'), 'must not have two dots in a row');

const path = z
  .string()
  .max(4000)
  .refine(
    text =>
      text === '' ||
      text
        .split('/')
        .every(part => part !== '' && part !== '.' && part !== '..'),
    'has to be a path from the top of the repository, without "." and ".."',
  )
  .refine(text => !text.includes('\0'), 'must not hold a null byte');

/** What a request may name, before anything is looked up by it. */
export const names = {
  owner: name,
  repository: name,
  ref,
  path,
} as const;

/**
 * @param what - what the value is called in the message
 * @throws ForgeError 422 that names field, value and expectation
 */
export function checked<T>(schema: z.ZodType<T>, what: string, value: unknown) {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = [what, ...issue.path].join('.');
  throw new ForgeError(
    422,
    `${field} ${issue.message}; it is ${JSON.stringify(value)?.slice(0, 200)}`,
  );
}
