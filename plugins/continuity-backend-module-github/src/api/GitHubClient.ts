import { toError } from '@backstage/errors';
import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { ConnectorError } from '@continuity/plugin-continuity-node';
import { z } from 'zod';
import type { Details } from '../details';
import { apiOf } from './callback';
import { refusalOf } from './refusalOf';

/** Of the REST API. */
const API_VERSION = '2022-11-28';
const TIMEOUT_MS = 30_000;
const pendingDeployments = z.array(
  z.object({ environment: z.object({ name: z.string() }) }),
);

type Place = Pick<Details, 'host' | 'owner' | 'repository'>;

/** Asks GitHub as the App that is configured for a host; redirects are not followed. */
export class GitHubClient {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: GithubCredentialsProvider;

  constructor(options: {
    integrations: ScmIntegrationRegistry;
    credentials: GithubCredentialsProvider;
  }) {
    this.#integrations = options.integrations;
    this.#credentials = options.credentials;
  }

  /**
   * Answers a protection rule. Source: GitHub REST API, "Review custom deployment protection
   * rules for a workflow run".
   *
   * @param review - without `state` it is a report, and the deployment is held on
   * @returns `over` when GitHub does not hold the deployment any more
   * @throws ConnectorError in words that hold no secret
   */
  async review(
    place: Details,
    review: { state?: 'approved' | 'rejected'; comment: string },
    signal: AbortSignal,
  ): Promise<'told' | 'over'> {
    const response = await this.#ask(
      place,
      `/actions/runs/${place.runId}/deployment_protection_rule`,
      {
        method: 'POST',
        body: JSON.stringify({
          environment_name: place.environment,
          ...review,
        }),
      },
      signal,
    );
    await response.body?.cancel();
    if (response.ok) return 'told';
    // Refused because nothing waits any more, or although it does: GitHub knows which.
    if (
      [404, 409, 410, 422].includes(response.status) &&
      !(await this.#isPending(place, signal))
    ) {
      return 'over';
    }
    throw refusalOf(response, Date.now());
  }

  /**
   * Whether an environment still waits for its protection rules. Source: GitHub REST API,
   * "Get pending deployments for a workflow run".
   *
   * @throws ConnectorError when GitHub does not tell, e.g. because the App sees no such run
   */
  async #isPending(place: Details, signal: AbortSignal): Promise<boolean> {
    const response = await this.#ask(
      place,
      `/actions/runs/${place.runId}/pending_deployments`,
      { method: 'GET' },
      signal,
    );
    if (!response.ok) {
      await response.body?.cancel();
      throw refusalOf(response, Date.now());
    }
    const pending = pendingDeployments.safeParse(await response.json());
    if (!pending.success) {
      throw new ConnectorError(
        'GitHub did not say which deployments wait, but something else.',
        { retryable: true },
      );
    }
    return pending.data.some(
      ({ environment: { name } }) => name === place.environment,
    );
  }

  async #ask(
    place: Place,
    path: string,
    request: { method: string; body?: string },
    ended: AbortSignal,
  ): Promise<Response> {
    const { host, owner, repository } = place;
    const api = apiOf(this.#integrations, host);
    if (api === undefined) {
      throw new ConnectorError(
        `${host} is not configured under integrations.github.`,
        {
          retryable: true,
          remedy: `Add ${host} to integrations.github, with the GitHub App.`,
        },
      );
    }
    const slug = `${encodeURIComponent(owner)}/${encodeURIComponent(
      repository,
    )}`;
    const headers = await this.#headersFor(`https://${host}/${slug}`);
    try {
      return await fetch(`${api}/repos/${slug}${path}`, {
        ...request,
        headers: {
          accept: 'application/vnd.github+json',
          'content-type': 'application/json',
          'x-github-api-version': API_VERSION,
          ...headers,
        },
        redirect: 'error',
        signal: AbortSignal.any([ended, AbortSignal.timeout(TIMEOUT_MS)]),
      });
    } catch (error) {
      throw new ConnectorError(
        `${host} cannot be reached: ${toError(error).message}.`,
        { retryable: true },
      );
    }
  }

  async #headersFor(url: string): Promise<Record<string, string>> {
    let headers: Record<string, string> | undefined;
    try {
      ({ headers } = await this.#credentials.getCredentials({ url }));
    } catch (error) {
      throw new ConnectorError(
        `There are no credentials for ${url}: ${toError(error).message}.`,
        { retryable: true },
      );
    }
    if (!headers) {
      throw new ConnectorError(`There are no credentials for ${url}.`, {
        retryable: true,
        remedy:
          'Install the GitHub App of integrations.github for the repository.',
      });
    }
    return headers;
  }
}
