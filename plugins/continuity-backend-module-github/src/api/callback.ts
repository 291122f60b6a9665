import type { ScmIntegrationRegistry } from '@backstage/integration';

/** Where the answer to a protection rule goes. */
export interface Callback {
  host: string;
  runId: string;
}

const DEFAULT_API = 'https://api.github.com';

/** The address of the API of a host, without a slash at its end. */
export function apiOf(
  integrations: ScmIntegrationRegistry,
  host: string,
): string | undefined {
  const found = integrations.github.byHost(host);
  if (!found) return undefined;
  const { apiBaseUrl } = found.config;
  const api = apiBaseUrl ?? (host === 'github.com' ? DEFAULT_API : undefined);
  return api?.replace(/\/+$/, '');
}

/**
 * Reads a callback. Only the API of a GitHub that is configured is ever asked, and only
 * about the repository that the message is about: the address is not followed, it is made
 * anew from its parts.
 *
 * @returns undefined when it is not that of this repository on a configured host
 */
export function readCallback(
  integrations: ScmIntegrationRegistry,
  url: string,
  repository: { html_url: string; full_name: string },
): Callback | undefined {
  const { host } = new URL(repository.html_url);
  const api = apiOf(integrations, host);
  if (api === undefined) return undefined;
  const start = `${api}/repos/${repository.full_name}/actions/runs/`;
  if (!url.toLowerCase().startsWith(start.toLowerCase())) return undefined;
  const [, runId] =
    /^(\d{1,20})\/deployment_protection_rule$/.exec(url.slice(start.length)) ??
    [];
  return runId === undefined ? undefined : { host, runId };
}
