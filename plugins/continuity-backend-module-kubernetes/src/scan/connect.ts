import { readFile } from 'node:fs/promises';
import https from 'node:https';
import {
  askOverHttp,
  ClusterError,
  clusterOf,
  type ApiCluster,
  type HttpAccess,
} from '@continuity/kubernetes-reader';
import type { ClusterSettings, ClusterToken } from '../config';

/** Where Kubernetes puts the token of a Pod, and renews it. */
const POD_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** A cluster in one run. */
export interface ClusterLink {
  readonly settings: ClusterSettings;
  readonly access: HttpAccess;
  readonly cluster: ApiCluster;
  /** Ends what is still open. */
  readonly close: () => void;
}

/** How a cluster of the configuration is asked. */
export function connect(
  settings: ClusterSettings,
  options: { timeoutMs: number; signal: AbortSignal; pauseMs?: number },
): ClusterLink {
  const { server, token, ca, skipTlsVerify } = settings;
  const agent = new https.Agent({
    keepAlive: true,
    maxSockets: 8,
    rejectUnauthorized: !skipTlsVerify,
    ...(ca !== undefined && { ca }),
  });
  const access: HttpAccess = {
    server,
    timeoutMs: options.timeoutMs,
    options: async () => ({
      agent,
      headers: { authorization: `Bearer ${await tokenOf(token)}` },
    }),
  };
  const { signal, pauseMs } = options;
  return {
    settings,
    access,
    close: () => agent.destroy(),
    cluster: clusterOf(askOverHttp(access), {
      signal,
      ...(pauseMs !== undefined && { pauseMs }),
    }),
  };
}

async function tokenOf(token: ClusterToken): Promise<string> {
  if (token.from === 'config') return token.value;
  try {
    return (await readFile(POD_TOKEN, 'utf8')).trim();
  } catch {
    throw new ClusterError(
      'there is no token for it: the portal has no serviceAccountToken and runs in no Pod',
      { about: 'cluster', status: 401 },
    );
  }
}
