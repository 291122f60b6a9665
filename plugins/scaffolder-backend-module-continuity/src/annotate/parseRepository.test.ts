import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { parseRepository } from './parseRepository';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        github: [{ host: 'github.com' }],
        gitlab: [
          {
            host: 'gitlab.bank.example',
            apiBaseUrl: 'https://gitlab.bank.example/api/v4',
            baseUrl: 'https://gitlab.bank.example',
          },
        ],
      },
    },
  }),
);

describe('parseRepository', () => {
  it.each([
    [
      'https://github.com/bank/payments/blob/main/catalog-info.yaml',
      ['github', 'github.com?owner=bank&repo=payments', 'main'],
      'catalog-info.yaml',
      'https://github.com/bank/payments/tree/main/',
    ],
    [
      'https://github.com/bank/payments/tree/trunk/services/a/catalog%20info.yaml',
      ['github', 'github.com?owner=bank&repo=payments', 'trunk'],
      'services/a/catalog info.yaml',
      'https://github.com/bank/payments/tree/trunk/',
    ],
    [
      'https://gitlab.bank.example/core/pay/payments/-/blob/main/a/catalog-info.yaml',
      ['gitlab', 'gitlab.bank.example?owner=core%2Fpay&repo=payments', 'main'],
      'a/catalog-info.yaml',
      'https://gitlab.bank.example/core/pay/payments/-/tree/main/',
    ],
  ])('reads %s', (url, [host, repoUrl, branch], path, root) => {
    expect(parseRepository(url, integrations)).toEqual({
      host,
      repoUrl,
      branch,
      url,
      root,
      path,
    });
  });

  it.each([
    ['nowhere', 'is not in a repository'],
    ['https://git.example/bank/payments/blob/main/a.yaml', 'is not in a'],
    ['https://bitbucket.org/bank/payments/src/main/a.yaml', 'is not in a'],
    ['https://github.com/bank/payments', 'is not the address of a file'],
  ])('refuses %s', (url, message) => {
    expect(() => parseRepository(url, integrations)).toThrow(message);
  });
});
