import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import {
  askOverHttp,
  clusterOf,
  type Cluster,
} from '@continuity/kubernetes-reader';
import { messageOf, UsageError } from '../failures';

/**
 * A cluster by a context of the kubeconfig (`KUBECONFIG`, or `~/.kube/config`), with
 * whatever way of signing in stands there.
 *
 * The client of Kubernetes reads the kubeconfig and signs in. Its models are not used:
 * they rename fields (`from` to `_from`) and drop those that they do not know.
 *
 * @throws UsageError when there is no such context
 */
export async function connectCluster(
  context: string,
  option: string,
): Promise<Cluster> {
  // Loaded when it is asked for: it takes longer than all the rest.
  const client = await import('@kubernetes/client-node');
  const config = new client.KubeConfig();
  try {
    config.loadFromDefault();
  } catch (error) {
    throw new UsageError(
      `${option}: the kubeconfig cannot be read: ${messageOf(error)}`,
    );
  }
  const names = config.getContexts().map(({ name }) => name);
  if (!names.includes(context)) {
    throw new UsageError(
      `${option}: "${context}" is neither a file nor a context of the kubeconfig; contexts: ${
        names.join(', ') || 'none'
      }`,
    );
  }
  config.setCurrentContext(context);
  return clusterOf(
    askOverHttp({
      server: serverOf(config, option),
      options: () => signedIn(config),
    }),
  );
}

function serverOf(config: KubeConfig, option: string): string {
  const server = config.getCurrentCluster()?.server;
  if (!server) throw new UsageError(`${option}: the context names no cluster`);
  return server;
}

async function signedIn(config: KubeConfig): Promise<RequestOptions> {
  const options: RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  return options;
}
