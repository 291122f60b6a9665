import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  DeploymentHolder,
  HeldAnswer,
  HeldDeployment,
  UnderstoodDeployment,
} from '@continuity/plugin-continuity-node';
import type { GitHubClient } from './api';
import type { GitHubSettings } from './config';
import { details } from './details';
import { chooseEntity, SLUG_ANNOTATION } from './mapping';

/** Kinds of the catalog that can be deployed. */
const KINDS = ['component', 'resource', 'system', 'api'];

const STATES = { approve: 'approved', reject: 'rejected' } as const;

/**
 * GitHub, which holds a deployment for its protection rule. A report may have 1,024
 * characters, and there may be ten of one deployment. Source: GitHub, "Creating custom
 * deployment protection rules".
 */
export class GitHubHolder implements DeploymentHolder {
  readonly id = 'github';
  readonly title = 'GitHub';
  readonly commentLength = 1024;
  readonly mostReports = 10;
  readonly rejectAfterMs: number | undefined;
  readonly #auth: AuthService;
  readonly #catalog: Pick<CatalogService, 'getEntities'>;
  readonly #client: Pick<GitHubClient, 'review'>;
  readonly #settings: Pick<GitHubSettings, 'environments'>;

  constructor(options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntities'>;
    client: Pick<GitHubClient, 'review'>;
    settings: GitHubSettings;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#client = options.client;
    this.#settings = options.settings;
    this.rejectAfterMs = options.settings.rejectAfterMs;
  }

  /** {@inheritDoc @continuity/plugin-continuity-node#DeploymentHolder.understand} */
  async understand(held: HeldDeployment): Promise<UnderstoodDeployment> {
    const it = details.parse(held.details);
    const { entity, ...said } = it.says ?? {};
    const { items } = await this.#catalog.getEntities(
      {
        filter: {
          kind: KINDS,
          [`metadata.annotations.${SLUG_ANNOTATION}`]: `${it.owner}/${it.repository}`,
        },
        fields: ['apiVersion', 'kind', 'metadata'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const chosen = chooseEntity(items, {
      ...it,
      ...(entity !== undefined && { entity }),
    });
    if ('refusal' in chosen) return chosen;
    const { class: releaseClass = 'standard', ...rest } = said;
    return {
      question: {
        ...rest,
        releaseClass,
        entityRef: chosen.entityRef,
        environment:
          chosen.environment ??
          this.#settings.environments.get(it.environment) ??
          it.environment,
      },
    };
  }

  /** {@inheritDoc @continuity/plugin-continuity-node#DeploymentHolder.answer} */
  answer(
    held: HeldDeployment,
    { kind, comment }: HeldAnswer,
    { signal }: { signal: AbortSignal },
  ): Promise<'told' | 'over'> {
    return this.#client.review(
      details.parse(held.details),
      { ...(kind !== 'report' && { state: STATES[kind] }), comment },
      signal,
    );
  }
}
