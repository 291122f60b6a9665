import { ResponseError } from '@backstage/errors';

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** RFC 9110: these have no body, and `Response` refuses to be given one. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * The data of a success; everything else is thrown, also a success that brings none,
 * such as the page of a sign-in proxy.
 */
export async function unwrap<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call.catch(refuseOtherThanJson);
  if (response.ok && data !== undefined) return data;
  if (response.ok) {
    throw new Error(`The server answered ${response.status} without content`);
  }
  throw await failureOf(response, error);
}

/** Like {@link unwrap}, for what succeeds without an answer (204). */
export async function done(call: Promise<Outcome<unknown>>): Promise<void> {
  const { error, response } = await call.catch(refuseOtherThanJson);
  if (response.status === 204) return;
  if (response.ok) {
    throw new Error(`The server answered ${response.status}; expected 204`);
  }
  throw await failureOf(response, error);
}

async function failureOf(response: Response, error: unknown) {
  const body = typeof error === 'string' ? error : JSON.stringify(error ?? {});
  // openapi-fetch has read the body already; a ResponseError wants to read it itself.
  return ResponseError.fromResponse(
    new Response(BODILESS.has(response.status) ? null : body, {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    }),
  );
}

function refuseOtherThanJson(error: unknown): never {
  if (!(error instanceof SyntaxError)) throw error;
  throw new Error(
    `The server answered with something that is not JSON; is the address that of the Continuity API? (${error.message})`,
    { cause: error },
  );
}
