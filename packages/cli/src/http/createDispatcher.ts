import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import { messageOf, UsageError } from '../failures';
import { envText, type Io } from '../Io';

/** The way to a server. */
export interface Route {
  dispatcher: Dispatcher;
  /** The proxy in between, without its credentials. Absent: none is configured. */
  proxy?: string;
}

/**
 * The way to a server: directly, or through the proxy that the environment names.
 *
 * As in Go and unlike in curl, a proxy is never asked for this very machine.
 *
 * @throws UsageError when the proxy's address or a certificate cannot be read
 */
export function createDispatcher(
  url: URL,
  caFile: string | undefined,
  io: Io,
): Route {
  const ca = caFile === undefined ? undefined : trustedWith(caFile);
  const connect = { ...(ca && { ca }) };
  const httpProxy = readProxy(io, 'HTTP_PROXY');
  const httpsProxy = readProxy(io, 'HTTPS_PROXY');
  if (isThisMachine(url) || !(httpProxy || httpsProxy)) {
    return { dispatcher: new Agent({ connect }) };
  }
  const dispatcher = new EnvHttpProxyAgent({
    // Empty, not absent: absent makes undici look into the environment by itself.
    httpProxy: httpProxy?.href ?? '',
    httpsProxy: httpsProxy?.href ?? '',
    noProxy: envText(io, 'no_proxy') ?? envText(io, 'NO_PROXY') ?? '',
    // Many proxies tunnel to port 443 only; plain HTTP they forward.
    proxyTunnel: false,
    connect,
    requestTls: connect,
    proxyTls: connect,
  });
  const proxy = (url.protocol === 'https:' && httpsProxy) || httpProxy;
  return { dispatcher, proxy: proxy ? proxy.origin : undefined };
}

function readProxy(io: Io, name: string): URL | undefined {
  const text = envText(io, name.toLowerCase()) ?? envText(io, name);
  if (text === undefined) {
    return undefined;
  }
  // `proxy.example:3128` is common, and means HTTP.
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text
    : `http://${text}`;
  if (!URL.canParse(address) || !/^https?:/i.test(address)) {
    throw new UsageError(
      `${name}: is not the address of an HTTP proxy, e.g. http://proxy.example:3128`,
    );
  }
  return new URL(address);
}

function isThisMachine({ hostname }: URL): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d+){3}$/.test(hostname)
  );
}

/** A `ca` replaces what Node trusts, so the usual ones are listed too. */
function trustedWith(caFile: string): string[] {
  let pem: string;
  try {
    pem = readFileSync(caFile, 'utf8');
  } catch (error) {
    throw new UsageError(
      `--ca-file: "${caFile}" cannot be read: ${messageOf(error)}`,
    );
  }
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    throw new UsageError(
      `--ca-file: "${caFile}" holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)`,
    );
  }
  return [...tls.getCACertificates('default'), pem];
}
