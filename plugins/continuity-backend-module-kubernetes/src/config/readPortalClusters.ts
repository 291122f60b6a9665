import { readFileSync } from 'node:fs';
import type { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import { z } from 'zod';
import type { ClusterSettings } from './types';

const ROOT = 'kubernetes.clusterLocatorMethods';

const cluster = z.looseObject({
  name: z.string({ error: 'a name' }),
  url: z
    .string({ error: 'the address of an API server' })
    .refine(isAddress, { error: 'the address of an API server' }),
  authProvider: z.string().optional(),
  serviceAccountToken: z.string().optional(),
  skipTLSVerify: z.boolean().optional(),
  caData: z.string().optional(),
  caFile: z.string().optional(),
});

const methods = z.array(
  z.looseObject({ type: z.string(), clusters: z.array(cluster).optional() }),
);

/** A cluster as the portal knows it. */
export type PortalCluster = Omit<ClusterSettings, 'environments' | 'region'>;

/**
 * The clusters that the portal's own Kubernetes configuration lists (`type: config`), by
 * name. Those of which we could not sign in with a service account are problems where they
 * are asked for, since others may use them.
 */
export function readPortalClusters(
  config: Pick<Config, 'getOptional'>,
  problems: string[],
): Map<string, PortalCluster | { problem: string }> {
  const found = new Map<string, PortalCluster | { problem: string }>();
  const reading = methods.safeParse(config.getOptional(ROOT) ?? []);
  if (!reading.success) {
    problems.push(
      ...reading.error.issues.map(
        ({ path, message }) =>
          `${[ROOT, ...path].join('.')}: expected ${message}`,
      ),
    );
    return found;
  }
  for (const { type, clusters = [] } of reading.data) {
    if (type !== 'config') continue;
    for (const one of clusters) found.set(one.name, accessOf(one));
  }
  return found;
}

function accessOf({
  name,
  url,
  authProvider = 'serviceAccount',
  serviceAccountToken,
  skipTLSVerify = false,
  caData,
  caFile,
}: z.infer<typeof cluster>): PortalCluster | { problem: string } {
  if (authProvider !== 'serviceAccount') {
    return {
      problem: `signs in by ${authProvider}; expected authProvider serviceAccount, since nobody is there to sign in`,
    };
  }
  if (!isSafe(url)) {
    return {
      problem:
        'has no https address; expected one, since a token is sent there',
    };
  }
  let ca: string | undefined;
  try {
    if (caData) ca = Buffer.from(caData, 'base64').toString();
    else if (caFile) ca = readFileSync(caFile, 'utf8');
  } catch (error) {
    return {
      problem: `has a caFile that cannot be read: ${toError(error).message}`,
    };
  }
  return {
    name,
    server: url,
    token: serviceAccountToken
      ? { from: 'config', value: serviceAccountToken }
      : { from: 'pod' },
    skipTlsVerify: skipTLSVerify,
    ...(ca !== undefined && { ca }),
  };
}

function isAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

/** A token goes over TLS, or does not leave this machine. */
function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' ||
    ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  );
}
