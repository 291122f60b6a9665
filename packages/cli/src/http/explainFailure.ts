import { ResponseError } from '@backstage/errors';
import { messageOf, NoAnswerError, UsageError } from '../failures';
import type { ConnectionSettings } from './connectionOptions';

/** What to say, and as which kind of failure, when a call brought no answer. */
export function explainFailure(
  error: unknown,
  { apiUrl, token }: ConnectionSettings,
): Error {
  if (error instanceof NoAnswerError || error instanceof UsageError) {
    return error;
  }
  if (!ResponseError.is(error)) {
    return new NoAnswerError(`${apiUrl.href}: ${messageOf(error)}`, {
      cause: error,
    });
  }
  // Not statusCode: that is what the body claims.
  const { status } = error.response;
  const said = saidByServer(error);
  const because = said ? `: ${said}` : '';
  switch (status) {
    case 400:
    case 409:
    case 422:
      return new UsageError(
        said ?? `the server refused the request with ${status}`,
      );
    case 401:
      return new NoAnswerError(
        token === undefined
          ? `${apiUrl.origin} wants to know who asks; set CONTINUITY_TOKEN (or --token) to a token of the portal`
          : `${apiUrl.origin} does not accept the token${because}; is it right, of this portal and not expired?`,
      );
    case 403:
      return new NoAnswerError(
        `${apiUrl.origin} does not allow this${because}; have whoever runs the portal grant it to this token (backend.auth.externalAccess and the permission policy)`,
      );
    case 404:
      return new NoAnswerError(
        said ??
          `there is no Continuity API at ${apiUrl.href}; is --url right, and is the plugin installed there?`,
      );
    default:
      return new NoAnswerError(`${apiUrl.href} answered ${status}${because}`);
  }
}

/** The server's own words, when the answer has the shape of Backstage's errors. */
function saidByServer({ body, response }: ResponseError): string | undefined {
  const location = response.headers.get('location');
  if (location) {
    return `it redirects to ${location}; redirects are not followed, is that the right --url?`;
  }
  const message: unknown = body?.error?.message;
  // For an answer of any other shape @backstage/errors makes up a message.
  return typeof message === 'string' && !message.startsWith('Request failed')
    ? message
    : undefined;
}
