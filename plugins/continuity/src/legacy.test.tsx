import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  ContinuityHomeChanges,
  ContinuityHomeScorecards,
  ContinuityOverrideBar,
  ContinuityPage,
  EntityContinuityContent,
  EntityContinuityScorecardsCard,
  continuityPlugin,
} from './legacy';
import { paymentsApi } from './testing/fixtures';
import { mockContinuityApi } from './testing/mockContinuityApi';
import { overrideOf } from './testing/overrideFixtures';

const show = (
  path: string,
  element: JSX.Element,
  overrides: Parameters<typeof mockContinuityApi>[0] = {},
) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [continuityApiRef, mockContinuityApi(overrides)],
        // Every app has one.
        [permissionApiRef, mockApis.permission()],
      ]}
    >
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

  it('has a bar for every page while the glass is broken, and cards for the home page', async () => {
    await show(
      '/home',
      <>
        <ContinuityOverrideBar />
        <ContinuityHomeChanges />
        <ContinuityHomeScorecards />
      </>,
      { listOverrides: async () => ({ items: [overrideOf(Date.now())] }) },
    );
    expect(
      await screen.findByRole('complementary', { name: 'The glass is broken' }),
    ).toHaveTextContent(/INC-7 until/);
    expect(
      await screen.findByRole('heading', { name: 'Waiting for me' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('article', { name: 'Rollback readiness' }),
    ).toBeVisible();
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

  it('offers the page about the service to whoever may see it', async () => {
    await show('/continuity', <ContinuityPage />);
    expect(
      await screen.findByRole('tab', { name: 'Operations' }),
    ).toBeVisible();
  });

  it('has a card for the pages of systems', async () => {
    await show(
      '/entity',
      <EntityProvider
        entity={{ apiVersion: 'v1', kind: 'System', metadata: { name: 'a' } }}
      >
        <EntityContinuityScorecardsCard />
      </EntityProvider>,
    );
    expect(
      await screen.findByRole('article', { name: 'Rollback readiness' }),
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
