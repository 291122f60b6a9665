import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { ServiceRedirect } from './ServiceRedirect';

const Address = () => (
  <output aria-label="address">{useLocation().pathname}</output>
);

// What composeScorecard.ts of the backend puts into notices, and what is none of it.
it.each([
  [
    '/continuity/scorecards/basics?entity=component%3Adefault%2Fshop',
    '/catalog/default/component/shop/continuity',
  ],
  [
    '/continuity/scorecards/basics?entity=shop',
    '/continuity/scorecards/basics',
  ],
  ['/continuity/scorecards/basics', '/continuity/scorecards/basics'],
])('leads from %s to %s', async (from, to) => {
  renderInTestApp(
    <>
      <Routes>
        <Route
          path="/continuity/scorecards/:scorecard"
          element={<ServiceRedirect otherwise={<p>No such page</p>} />}
        />
        <Route path="*" element={null} />
      </Routes>
      <Address />
    </>,
    {
      initialRouteEntries: [from],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  await waitFor(() =>
    expect(screen.getByLabelText('address')).toHaveTextContent(to),
  );
  expect(screen.queryAllByText('No such page')).toHaveLength(
    from.startsWith(to) ? 1 : 0,
  );
});
