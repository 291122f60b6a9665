import { ConnectorError } from '@continuity/plugin-continuity-node';

/** No page of records that is asked for here is that large. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Of what the instance says of an error. */
const LONGEST_MESSAGE = 300;

/**
 * The JSON of an answer.
 *
 * @throws ConnectorError when there is none that can be used
 */
export async function readAnswer(response: Response): Promise<unknown> {
  const text = await readWithin(response, MOST_BYTES);
  if (!response.ok) throw failureOf(response, text);
  try {
    return JSON.parse(text);
  } catch {
    // A page of a sign-in proxy, or of an instance that is being upgraded or asleep.
    throw new ConnectorError(
      'ServiceNow answered with something that is not JSON.',
      {
        retryable: true,
        remedy:
          'It is tried again; if it stays so, see whether the address of the instance leads there and the instance is awake.',
      },
    );
  }
}

/**
 * Which failures help to try again, and what else to do. Statuses are those of the "REST API
 * HTTP response codes" of the ServiceNow documentation; 429 with Retry-After is that of its
 * "Inbound REST API rate limiting".
 */
function failureOf(response: Response, text: string): ConnectorError {
  const { status } = response;
  const said = messageOf(text);
  const message = `ServiceNow answered with status ${status}${
    said === '' ? '' : `: ${said}`
  }.`;
  switch (status) {
    case 401:
      return new ConnectorError(message, {
        retryable: true,
        remedy:
          'Correct the credentials under continuity.connectors.servicenow.auth, or unlock the integration user; it is tried again.',
      });
    case 403:
      return new ConnectorError(message, {
        retryable: false,
        remedy:
          'Give the integration user the role that this needs (for changes: itil, sn_change_write), then have it tried again.',
      });
    case 404:
      return new ConnectorError(message, {
        retryable: false,
        remedy:
          'See whether the record is still there, and whether the plug-in Change Management REST API is active; then have it tried again.',
      });
    case 429: {
      const retryAfterMs = retryAfter(response.headers.get('retry-after'));
      return new ConnectorError(message, {
        retryable: true,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
        remedy: 'Nothing; it waits as long as it is asked to.',
      });
    }
    default: {
      const retryAfterMs = retryAfter(response.headers.get('retry-after'));
      return new ConnectorError(message, {
        retryable: status >= 500 || status === 408,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
        ...(status < 500 && {
          remedy:
            'Correct what ServiceNow names in the change or under continuity.connectors.servicenow, then have it tried again.',
        }),
      });
    }
  }
}

/** `{ "error": { "message", "detail" }, "status": "failure" }` of the REST APIs. */
function messageOf(text: string): string {
  try {
    const { error } = JSON.parse(text);
    const parts = [error?.message, error?.detail].filter(
      part => typeof part === 'string' && part !== '',
    );
    return parts.join(', ').slice(0, LONGEST_MESSAGE);
  } catch {
    return '';
  }
}

/** Counts what comes out of decompression, so that a small answer cannot become a large one. */
async function readWithin(response: Response, most: number): Promise<string> {
  const tooLarge = () =>
    new ConnectorError(
      `The answer of ServiceNow is larger than ${most / 1024 / 1024} MiB.`,
      { retryable: false },
    );
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest of the answer.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Seconds or a date (RFC 9110 section 10.2.3); what is neither says nothing. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header)
    ? Number(header) * 1_000
    : Date.parse(header) - Date.now();
  return wait > 0 ? wait : undefined;
}
