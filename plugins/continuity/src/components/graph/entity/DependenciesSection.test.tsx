import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type {
  GraphFinding,
  GraphNode,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import {
  checkout,
  dependencies,
  inversion,
  ledger,
  noCounts,
  reachPage,
  reports,
  selling,
  staleGraph,
} from '../../../testing/graphFixtures';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { DependenciesSection } from './DependenciesSection';

jest.setTimeout(60_000);

const now = Date.now();

function show(overrides: Partial<ContinuityApi> = {}) {
  const listDependencies = jest.fn(async () => reachPage(now));
  renderInTestApp(
    <main>
      <DependenciesSection entityRef="component:default/payments-api" />
    </main>,
    {
      apis: [
        [
          continuityApiRef,
          mockContinuityApi({
            getDependencies: async () => dependencies(now),
            listDependencies,
            ...overrides,
          }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return listDependencies;
}

it('says first what cannot hold, why, and what would mend it', async () => {
  show();
  const findings = await screen.findByRole('list', {
    name: 'What cannot hold',
  });
  expect(findings).toHaveTextContent(/recovers faster than ledger allows/);
  expect(findings).toHaveTextContent(
    /fails until ledger is back, which may take 4 h/,
  );
  expect(findings).toHaveTextContent(/What to do: Shorten the RTO of ledger/);
  const main = screen.getByRole('main');
  expect(main).toHaveTextContent(/99.85% – 99.91%.*Cannot hold/);
  expect(main).toHaveTextContent(
    /of this and all that it needs, 2 declare none/,
  );
  expect(main).toHaveTextContent(/at least 1 hour, 30 minutes.*Cannot hold/);
  expect(main).toHaveTextContent(/psp: 1 of 2 must live/);
  expect(main).toHaveTextContent('Something that you may not see');
  await expectAccessible(main);
});

it('does not call a dependency what is the service itself', async () => {
  show({
    getDependencies: async () =>
      dependencies(now, {
        dependencies: { direct: 0, counts: noCounts },
        availability: { lower: 0, upper: 1, exact: false, unknown: 1 },
        recovery: { duration: 'PT0S', unknown: 1, path: [] },
      }),
  });
  const main = screen.getByRole('main');
  await waitFor(() =>
    expect(main).toHaveTextContent(
      /Not known.*of this and all that it needs, 1 declares none/,
    ),
  );
  expect(main).toHaveTextContent(
    /at least 0 seconds.*of this and all that it needs, 1 declares no recovery/,
  );
});

it('lists a single point of failure once, with all that it brings down', async () => {
  const point = (of: GraphNode, remedy: string): GraphFinding => ({
    ...inversion,
    id: `point ${of.id}`,
    kind: 'single-point-of-failure',
    title: 'One failure is enough',
    node: of,
    other: ledger,
    explanation: `component:default/ledger alone brings ${of.ref} down.`,
    remedy,
    mentions: [ledger, of],
  });
  show({
    getDependencies: async () =>
      dependencies(now, {
        findings: [
          point(selling, 'Give component:default/ledger a stand-in.'),
          point(reports, 'Do without it.'),
          point(checkout, 'Give component:default/ledger a stand-in.'),
        ],
        totalFindings: 3,
      }),
  });
  const list = await screen.findByRole('list', { name: 'What cannot hold' });
  const rows = within(list).getAllByRole('listitem');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toHaveTextContent(
    /ledger alone brings down: Selling, checkout.*What to do: Give ledger a stand/,
  );
  expect(rows[1]).toHaveTextContent(/ledger alone brings reports down\./);
});

it('draws boxes that the keyboard reaches, and shows the path of the one that is pressed', async () => {
  show();
  const drawing = await screen.findByRole('group', {
    name: /Picture of payments-api/,
  });
  const boxes = within(drawing).getAllByRole('button');
  expect(boxes).toHaveLength(5);
  expect(boxes.filter(box => box.getAttribute('tabindex') === '0')).toEqual([
    within(drawing).getByRole('button', { name: /^payments-api/ }),
  ]);
  await userEvent.click(
    within(drawing).getByRole('button', { name: /^checkout.*Fails/ }),
  );
  const path = await screen.findByRole('list', {
    name: 'From the cause to what it affects',
  });
  expect(path).toHaveTextContent(/payments-api.*checkout.*fails with the one/);
});

it('lists everything of a counted box on a press', async () => {
  const listed = show();
  await userEvent.click(
    await screen.findByRole('button', { name: /37 services of team-cards/ }),
  );
  expect(
    await screen.findByRole('table', { name: 'Depends on this' }),
  ).toHaveTextContent('checkout');
  expect(listed).toHaveBeenCalledWith(
    'component:default/payments-api',
    'dependants',
    expect.objectContaining({ owner: 'group:default/team-cards' }),
    expect.anything(),
  );
});

it('does not take what the graph has not seen for alone', async () => {
  show({
    getDependencies: async () =>
      dependencies(now, {
        inGraph: false,
        findings: [],
        dependants: { direct: 0, counts: noCounts },
        dependencies: { direct: 0, counts: noCounts },
      }),
  });
  expect(
    await screen.findByText(/has not seen this service yet/),
  ).toBeVisible();
  expect(screen.queryByText(/Nothing was found/)).toBeNull();
});

it('says loudly that the graph is old', async () => {
  show({
    getDependencies: async () => dependencies(now, { graph: staleGraph(now) }),
  });
  const notice = await screen.findByText(
    'The dependencies are older than they may be.',
  );
  expect(notice.closest('[role="alert"]')).toHaveTextContent(
    /The gate takes them for unknown.*Reading the catalog failed: 503/,
  );
});
