import { ConnectorError } from '@continuity/plugin-continuity-node';

/**
 * How long GitHub asks to be left alone, in milliseconds: `Retry-After` in seconds or as a
 * date (RFC 9110 section 10.2.3), or the end of a used-up rate limit.
 *
 * @returns undefined when it does not say, or it is over
 */
function askedPause(headers: Headers, now: number): number | undefined {
  const after = headers.get('retry-after')?.trim();
  const reset = headers.get('x-ratelimit-reset');
  const isUsedUp = headers.get('x-ratelimit-remaining') === '0';
  let wait: number | undefined;
  if (after !== undefined) {
    wait = /^\d{1,9}$/.test(after)
      ? Number(after) * 1_000
      : Date.parse(after) - now;
  } else if (isUsedUp && reset !== null) {
    wait = Number(reset) * 1_000 - now;
  }
  return wait !== undefined && wait > 0 ? wait : undefined;
}

/** What an answer that is no success means, and what to do about it. */
export function refusalOf(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  now: number,
): ConnectorError {
  const retryAfterMs = askedPause(headers, now);
  const isLimit =
    status === 429 || (status === 403 && retryAfterMs !== undefined);
  const remedy =
    [401, 403, 404].includes(status) && !isLimit
      ? 'See that the GitHub App of integrations.github is installed for the repository, and has the permissions Deployments: write and Actions: read.'
      : undefined;
  return new ConnectorError(
    isLimit
      ? `GitHub asks for fewer requests (${status}).`
      : `GitHub answered with status ${status}.`,
    {
      retryable: true,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(remedy !== undefined && { remedy }),
    },
  );
}
