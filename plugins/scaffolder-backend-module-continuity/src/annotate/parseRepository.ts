import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';

/** Hosts that a pull or merge request can be opened on. */
const HOSTS = ['github', 'gitlab'] as const;

/** A file of a repository. */
export interface RepositoryFile {
  host: (typeof HOSTS)[number];
  /** As publish actions take it, e.g. `github.com?owner=bank&repo=payments`. */
  repoUrl: string;
  branch: string;
  /** Address of the file. */
  url: string;
  /** Address of the root of the repository, on that branch. */
  root: string;
  /** From the root of the repository. */
  path: string;
}

/**
 * Reads the address of a file, e.g. `https://github.com/bank/payments/blob/main/a.yaml`.
 *
 * @throws InputError when its host has no integration, is not one that requests can be
 *   opened on, or the address is not one of a file
 */
export function parseRepository(
  url: string,
  integrations: ScmIntegrationRegistry,
): RepositoryFile {
  const integration = URL.canParse(url) ? integrations.byUrl(url) : undefined;
  const host = HOSTS.find(type => type === integration?.type);
  if (!integration || !host) {
    throw new InputError(
      `url: ${url} is not in a repository that a pull request can be opened for; expected one of ${HOSTS.join(
        ' or ',
      )} that integrations in the configuration know`,
    );
  }
  const { host: name, pathname } = new URL(url);
  const parts =
    /^\/(?<owner>.+?)\/(?<repo>[^/]+?)(?<dash>\/-)?\/(?:blob|tree|raw|edit)\/(?<branch>[^/]+)\/(?<path>.+)$/.exec(
      pathname,
    )?.groups;
  if (!parts) {
    throw new InputError(
      `url: ${url} is not the address of a file; expected e.g. https://${name}/owner/repository/blob/main/catalog-info.yaml`,
    );
  }
  const { owner, repo, dash = '', branch, path } = parts;
  const query = new URLSearchParams({
    owner: decodeURIComponent(owner),
    repo: decodeURIComponent(repo),
  });
  return {
    host,
    repoUrl: `${name}?${query}`,
    branch: decodeURIComponent(branch),
    url,
    root: new URL(`/${owner}/${repo}${dash}/tree/${branch}/`, url).href,
    path: decodeURIComponent(path),
  };
}
