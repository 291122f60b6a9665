import { toError } from '@backstage/errors';

/** Milliseconds from the question to the last byte. */
const TIMEOUT_MS = 20_000;
/** Bytes after decompression: about a hundred thousand pairs. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Why a source could not be read, in words that do not hold its address. */
export class TrafficProblem extends Error {}

/**
 * Asks one of the configured servers, within limits of time and size. A redirect is
 * refused: it would lead to a server that nobody has configured, with our token.
 *
 * @throws TrafficProblem when there is no answer that can be used
 */
export async function fetchJson(
  address: URL,
  options: { token?: string; signal?: AbortSignal; timeoutMs?: number },
): Promise<unknown> {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal
    ? AbortSignal.any([options.signal, timeout])
    : timeout;
  try {
    const response = await fetch(address, {
      headers: {
        accept: 'application/json',
        ...(options.token !== undefined && {
          authorization: `Bearer ${options.token}`,
        }),
      },
      redirect: 'manual',
      signal,
    });
    return await readAnswer(response);
  } catch (error) {
    if (timeout.aborted) {
      throw new TrafficProblem(
        `It did not answer within ${timeoutMs / 1000} s`,
      );
    }
    throw error instanceof TrafficProblem
      ? error
      : new TrafficProblem(`It cannot be reached: ${reasonOf(error)}`);
  }
}

async function readAnswer(response: Response): Promise<unknown> {
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel();
    throw new TrafficProblem(
      'It redirects; configure the address that it redirects to',
    );
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new TrafficProblem(`It answered with status ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest of the answer.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) {
      throw new TrafficProblem(
        `Its answer is larger than ${MAX_BYTES / 1024 / 1024} MiB`,
      );
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new TrafficProblem('Its answer is not JSON');
  }
}

/** What `fetch` knows of a failure hides in its cause; an address in it stays unsaid. */
function reasonOf(failure: unknown): string {
  const error = toError(failure);
  const cause = error.cause === undefined ? error : toError(error.cause);
  const code = 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : cause.name;
}
