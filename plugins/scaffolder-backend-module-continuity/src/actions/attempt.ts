import { ResponseError } from '@backstage/errors';

/**
 * Awaits an answer of the portal.
 *
 * @param what - what did not come about if it fails, e.g. `The change was not raised`
 * @throws Error with what the portal says about it, fields included; without this a log
 * would only show the status
 */
export async function attempt<T>(what: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!ResponseError.is(error)) throw error;
    throw new Error(`${what}: ${error.cause.message}`, { cause: error });
  }
}
