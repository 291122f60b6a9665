import { ResponseError } from '@backstage/errors';

const NAMES: Record<number, string> = {
  400: 'InputError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
};

/** What the client throws when the backend refuses. */
export async function failure(
  status: number,
  message: string,
  more: object = {},
): Promise<Error> {
  const body = {
    error: { name: NAMES[status] ?? 'Error', message, ...more },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}
