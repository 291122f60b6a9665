import { isError } from '@backstage/errors';
import { messageOf } from '../failures';

/** Where a request went, for telling why it got lost. */
export interface Destination {
  url: URL;
  proxy?: string;
  timeoutMs: number;
}

const CERTIFICATE =
  /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/;

/** Whether trying again is pointless: nothing about it changes by itself. */
export function isLasting(error: unknown): boolean {
  return codesOf(error).some(code => CERTIFICATE.test(code));
}

/** Why there was no answer, and what to look at; one sentence without its full stop. */
export function describeNetworkProblem(
  error: unknown,
  { url, proxy, timeoutMs }: Destination,
): string {
  const codes = codesOf(error);
  const through = proxy ? ` through the proxy ${proxy}` : '';
  if (isError(error) && error.name === 'TimeoutError') {
    return `${url.origin} gave no answer within ${
      timeoutMs / 1000
    } s${through} (--timeout)`;
  }
  const certificate = codes.find(code => CERTIFICATE.test(code));
  if (certificate) {
    return `${url.origin} shows a certificate that is not trusted (${certificate})${through}; give the certificate of its authority with --ca-file or NODE_EXTRA_CA_CERTS`;
  }
  if (codes.includes('ECONNREFUSED')) {
    return `${proxy ?? url.origin} refuses connections; is ${
      proxy ? 'the proxy right' : 'the portal running, and --url right'
    }?`;
  }
  if (codes.includes('ENOTFOUND') || codes.includes('EAI_AGAIN')) {
    return `the name of ${proxy ?? url.origin} is not known here; is ${
      proxy ? 'the proxy' : '--url (CONTINUITY_URL)'
    } right?`;
  }
  return `${url.origin} gave no answer${through}: ${innermost(error)}`;
}

function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  let at = error;
  // Not by `instanceof`: Node's own errors may be of another realm.
  while (isError(at) && chain.length < 10) {
    chain.push(at);
    // Every address of a name was tried: one error each.
    if (Array.isArray(at.errors)) chain.push(...at.errors);
    at = at.cause;
  }
  return chain;
}

function codesOf(error: unknown): string[] {
  return causes(error).flatMap(cause =>
    isError(cause) && typeof cause.code === 'string' ? [cause.code] : [],
  );
}

function innermost(error: unknown): string {
  return messageOf(causes(error).at(-1) ?? error);
}
