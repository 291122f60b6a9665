import type { RootConfigService } from '@backstage/backend-plugin-api';

/**
 * Where the portal is, without a slash at its end; links that people of other systems
 * follow begin with it. Empty: the configuration does not say.
 */
export function portalUrl(
  config: Pick<RootConfigService, 'getOptionalString'>,
) {
  return (config.getOptionalString('app.baseUrl') ?? '').replace(/\/+$/, '');
}
