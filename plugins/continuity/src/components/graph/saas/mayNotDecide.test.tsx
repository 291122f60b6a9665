import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { screen } from '@testing-library/react';
import { saasPage } from '../../../testing/graphFixtures';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { SaasContent } from './SaasContent';

// Answers of the permission API are kept for the whole file: nobody may do anything here.
it('does not offer to decide to whoever may not, and names the permission', async () => {
  renderInTestApp(<SaasContent />, {
    apis: [
      [
        continuityApiRef,
        mockContinuityApi({ listSaas: async () => saasPage(Date.now()) }),
      ],
      [
        permissionApiRef,
        { authorize: async () => ({ result: 'DENY' as const }) },
      ],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  await screen.findByRole('table');
  expect(await screen.findByText(/continuity\.saas\.decide/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Decide about/ })).toBeNull();
});
