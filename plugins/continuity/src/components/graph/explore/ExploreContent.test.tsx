import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import {
  freshGraph,
  impact,
  noCounts,
  points,
  waves,
} from '../../../testing/graphFixtures';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { ExploreContent } from './ExploreContent';

jest.setTimeout(60_000);

const now = Date.now();

const Address = () => (
  <output aria-label="address">{useLocation().search}</output>
);

function show(query: string, overrides: Partial<ContinuityApi> = {}) {
  const getImpact = jest.fn(overrides.getImpact ?? (async () => impact(now)));
  renderInTestApp(
    <>
      <main>
        <ExploreContent />
      </main>
      <Address />
    </>,
    {
      apis: [
        [
          continuityApiRef,
          mockContinuityApi({
            getGraphStatus: async () => ({
              graph: freshGraph(now),
              maxAge: 'PT10M',
              nodes: 10,
              edges: 12,
              groups: 1,
              unresolved: 0,
              regions: [{ name: 'eu-west-1', entities: 8 }],
              sources: [],
            }),
            findPointsOfFailure: async () => points(now),
            planWaves: async () => waves(now),
            findCutSets: async () => ({
              graph: freshGraph(now),
              root: points(now).items[0].node,
              max: 3,
              sets: [
                {
                  members: [points(now).items[0].node],
                  probability: 0.001,
                },
              ],
              complete: false,
              because: 'There are more than 100.',
            }),
            ...overrides,
            getImpact,
          }),
        ],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Component',
                metadata: {
                  name: 'ledger',
                  namespace: 'default',
                  title: 'Core ledger',
                },
              },
            ],
          }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${query}`],
    },
  );
  return getImpact;
}

const DOWN = '?down=component:default/ledger';

it('says who fails, who misses what when, by which path, and what saves us', async () => {
  show(`${DOWN}&for=PT3H`);
  const table = await screen.findByRole('table', {
    name: /What fails or degrades/,
  });
  const main = screen.getByRole('main');
  expect(main).toHaveTextContent(/3 fail or degrade\. 1 breaches an objective/);
  expect(main).toHaveTextContent(/The last is back after 5 hours/);
  expect(main).toHaveTextContent('Selling');
  expect(main).toHaveTextContent('1 of them is something that you may not see');
  expect(main).toHaveTextContent(/group psp loses 1; left: 1, needed: 1/);
  expect(table).toHaveTextContent(
    'RTO of 1 hour is breached after 1 hour: down for 5 hours',
  );
  expect(
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map(row => within(row).getAllByRole('cell')[1].textContent),
  ).toEqual(['Component', 'Business function (sales)']);
  await userEvent.click(
    within(table).getByRole('button', { name: 'Why Selling' }),
  );
  const dialog = await screen.findByRole('dialog', { name: 'Why Selling' });
  expect(dialog).toHaveTextContent(/ledger.*payments-api.*Selling/);
  await expectAccessible(main);
});

it('asks nothing before something is down, and says so', async () => {
  const asked = show('');
  expect(await screen.findByText('Nothing is down yet.')).toBeVisible();
  expect(asked).not.toHaveBeenCalled();
});

it('finds a service in the catalog, and keeps it in the address', async () => {
  const asked = show('');
  await userEvent.type(await screen.findByLabelText('Add a service'), 'led');
  await userEvent.click(
    await screen.findByRole('option', { name: 'Core ledger (Component)' }),
  );
  await waitFor(() =>
    expect(screen.getByLabelText('address')).toHaveTextContent(
      'down=component%3Adefault%2Fledger',
    ),
  );
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
});

it('takes a whole region down', async () => {
  const asked = show('');
  await userEvent.selectOptions(
    await screen.findByLabelText('Region'),
    await screen.findByRole('option', { name: 'eu-west-1 (8)' }),
  );
  await waitFor(() =>
    expect(asked.mock.calls[0][0]).toMatchObject({ regions: ['eu-west-1'] }),
  );
});

it('does not take what the graph does not know for harmless', async () => {
  show(DOWN, {
    getImpact: async () =>
      impact(now, {
        down: [],
        downTotal: 0,
        unknown: ['component:default/ledger'],
        totals: noCounts,
        items: [],
        totalItems: 0,
        absorbed: [],
      }),
  });
  expect(await screen.findByText(/nothing can be said of them/)).toBeVisible();
  expect(screen.queryByText(/Nothing else fails/)).toBeNull();
});

it('ranks points of failure, with the path and the shield', async () => {
  show('?show=points&root=businessfunction:default/selling');
  const table = await screen.findByRole('table', {
    name: 'What brings them down alone',
  });
  expect(table).toHaveTextContent('2 fall');
  expect(table).toHaveTextContent('A second ledger in a group with it.');
  // Its comma stays with it; one in the text could begin the next line.
  const roots = within(table).getAllByRole('listitem');
  expect(roots.map(root => getComputedStyle(root).display)).toEqual([
    'inline-flex',
    'inline-flex',
  ]);
  await userEvent.click(
    within(table).getByRole('button', { name: /How ledger brings Selling/ }),
  );
  expect(await screen.findByRole('dialog')).toHaveTextContent('payments-api');
  expect(
    await screen.findByText('There may be more than is listed.'),
  ).toBeVisible();
  expect(screen.getByText('There are more than 100.')).toBeVisible();
});

it('shows every root that falls with a point, the rest on demand', async () => {
  const [point] = points(now).items;
  const roots = Array.from({ length: 7 }, (_, i) => ({
    ...point.roots[0],
    node: { ...point.roots[0].node, id: `f${i}`, title: `Function ${i}` },
  }));
  show('?show=points', {
    findPointsOfFailure: async () => ({
      ...points(now),
      items: [{ ...point, roots, rootCount: 30, hiddenRoots: 1 }],
    }),
  });
  const table = await screen.findByRole('table', {
    name: 'What brings them down alone',
  });
  expect(within(table).getAllByRole('listitem')).toHaveLength(5);
  expect(table).toHaveTextContent('And 22 more, which the file names.');
  await userEvent.click(
    within(table).getByRole('button', {
      name: 'Show 2 more that fall with ledger',
    }),
  );
  expect(within(table).getAllByRole('listitem')).toHaveLength(7);
  expect(within(table).queryByText('And 2 more')).toBeNull();
});

it('tells what cannot fail by itself from what hardly ever does', async () => {
  const [{ node }] = points(now).items;
  const sets = [0.0005, 2.5e-7, 0, undefined].map((probability, i) => ({
    members: [{ ...node, id: `n${i}` }],
    probability,
  }));
  show('?show=points&root=businessfunction:default/selling', {
    findCutSets: async () => ({
      graph: freshGraph(now),
      root: node,
      max: 3,
      sets,
      complete: true,
    }),
  });
  const table = await screen.findByRole('table', {
    name: 'What together brings it down',
  });
  expect(
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map(row => within(row).getAllByRole('cell')[1].textContent),
  ).toEqual([
    '0.05%',
    '< 0.0001%',
    'Does not fail by itself, only with what it needs',
    'Not known: an availability is missing',
  ]);
});

it('orders waves, and keeps what depends on each other together', async () => {
  show(`${DOWN}&show=waves`);
  expect(await screen.findByText(/2 waves with 3 in them/)).toBeVisible();
  expect(screen.getByRole('main')).toHaveTextContent(
    /payments-api \+ checkout \(depend on each other, so together\)/,
  );
});
