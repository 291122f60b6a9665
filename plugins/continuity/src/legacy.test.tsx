import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  ContinuityPage,
  EntityContinuityContent,
  continuityPlugin,
} from './legacy';
import { paymentsApi } from './testing/fixtures';
import { mockContinuityApi } from './testing/mockContinuityApi';

const show = (path: string, element: JSX.Element) =>
  renderInTestApp(
    <TestApiProvider apis={[[continuityApiRef, mockContinuityApi()]]}>
      <Routes>
        <Route path={path} element={element} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );

describe('in the legacy frontend system', () => {
  it('provides the api', () => {
    expect([...continuityPlugin.getApis()].map(({ api }) => api)).toContain(
      continuityApiRef,
    );
  });

  it('has a page with its own header', async () => {
    await show('/continuity', <ContinuityPage />);
    expect(
      await screen.findByRole('heading', { name: 'Continuity', level: 1 }),
    ).toBeVisible();
    expect(
      await screen.findByRole('table', { name: 'Services' }),
    ).toBeVisible();
  });

  it('has a tab for entity pages', async () => {
    await show(
      '/entity',
      <EntityProvider entity={paymentsApi}>
        <EntityContinuityContent />
      </EntityProvider>,
    );
    expect(await screen.findByText('Business critical')).toBeVisible();
    expect((await screen.findAllByText('Closed')).length).toBeGreaterThan(0);
  });
});
