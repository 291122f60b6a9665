import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../__testUtils__/expectAccessible';
import { mockContinuityApi } from '../../testing/mockContinuityApi';
import {
  collectors,
  connectors,
  followedFeeds,
  ledgerFollowers,
  setAsideEntries,
} from '../../testing/operationsFixtures';
import { OperationsContent } from './OperationsContent';

jest.setTimeout(60_000);

const now = Date.now();

function show(overrides: Partial<ContinuityApi> = {}) {
  renderInTestApp(
    <main>
      <OperationsContent />
    </main>,
    {
      apis: [
        [
          continuityApiRef,
          mockContinuityApi({
            listLedgerFollowers: async () => ledgerFollowers(now),
            listSetAsideEntries: async () => setAsideEntries(now),
            listFollowedFeeds: async () => followedFeeds(now),
            listConnectors: async () => connectors(now),
            listCollectors: async () => collectors(now),
            ...overrides,
          }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const region = (name: string) => screen.findByRole('region', { name });
const rowOf = async (table: string, name: RegExp) =>
  within(await screen.findByRole('table', { name: table })).getByRole('row', {
    name,
  });

it('says how far each follower is, and what fails', async () => {
  show();
  const table = 'What follows the ledger';
  expect(await rowOf(table, /^freeze-notifications/)).toHaveTextContent(
    /Tells owners of freezes.*Stands.*3 entries wait.*since.*503 from notifications.*Tries again.*failed 2 times by itself.*1$/,
  );
  expect(await rowOf(table, /^calendar-notifications/)).toHaveTextContent(
    /Up to date.*Nothing waits/,
  );
  expect(await rowOf(table, /^siem/)).toHaveTextContent(/Not active/);
  expect(await region(table)).toHaveTextContent('The ledger has 120 entries.');
});

it('says of each feed what came of it, and when it is asked next', async () => {
  show();
  const table = 'Feeds that calendars follow';
  expect(await rowOf(table, /^Holidays/)).toHaveTextContent(
    /Degraded.*stay in force.*12.*good.*The host refused.*4 answers in a row/,
  );
  expect(await rowOf(table, /^Closing/)).toHaveTextContent(/Good.*6.*Now$/);
  expect(await rowOf(table, /^Fair/)).toHaveTextContent(
    /Closed.*never good.*Never.*As soon as may be/,
  );
});

it('has what was set aside handled again, says what came of it, and looks again', async () => {
  const left = { items: [], totalItems: 0 };
  const listSetAsideEntries = jest
    .fn<ReturnType<ContinuityApi['listSetAsideEntries']>, []>()
    .mockResolvedValueOnce(setAsideEntries(now))
    .mockResolvedValueOnce(setAsideEntries(now))
    .mockResolvedValue(left);
  const retrySetAsideEntry = jest
    .fn<
      ReturnType<ContinuityApi['retrySetAsideEntry']>,
      Parameters<ContinuityApi['retrySetAsideEntry']>
    >()
    .mockResolvedValueOnce({
      outcome: 'failed',
      problem: 'Nobody is there',
      attempts: 11,
    })
    .mockResolvedValue({ outcome: 'done', attempts: 12 });
  show({ listSetAsideEntries, retrySetAsideEntry });
  const name = 'Retry entry 117 for freeze-notifications';
  const section = await region('Set aside');
  await userEvent.click(await within(section).findByRole('button', { name }));
  expect(
    await within(section).findByText('Entry 117 failed again: Nobody is there'),
  ).toBeVisible();
  expect(retrySetAsideEntry.mock.calls[0][0]).toMatchObject({
    follower: 'freeze-notifications',
    index: 117,
  });
  await userEvent.click(await within(section).findByRole('button', { name }));
  expect(
    await within(section).findByText(/Entry 117 is handled/),
  ).toBeVisible();
  expect(
    await within(section).findByText('Nothing is set aside.'),
  ).toBeVisible();
});

it('says why an entry was not tried', async () => {
  show({
    retrySetAsideEntry: async () => {
      throw new Error('Another retry is under way');
    },
  });
  await userEvent.click(
    await screen.findByRole('button', { name: /^Retry entry 117/ }),
  );
  expect(
    await screen.findByText(
      'Entry 117 was not tried: Another retry is under way',
    ),
  ).toBeVisible();
});

it('says how connectors do, what waits and what was not carried over', async () => {
  show();
  const table = 'Changes in other systems';
  expect(await rowOf(table, /^ServiceNow/)).toHaveTextContent(
    /Approvals there count.*Something fails.*2.*1.*ago/,
  );
  expect(await rowOf(table, /^old-desk/)).toHaveTextContent(
    /Not configured.*Never/,
  );
  expect(await rowOf('Waiting to be written', /5b0c2f4e/)).toHaveTextContent(
    /ServiceNow.*It knows no such group\.Correct the group\..*failed 2 times.*Not by itself/,
  );
  expect(await rowOf('Not carried over', /CHG0030192/)).toHaveTextContent(
    /7d2e4b6a.*It is Closed there\.Set it back there\./,
  );
  expect(await rowOf('Not carried over', /CHG0030200/)).toHaveTextContent(
    /No draft.*No entity is Mainframe\.Annotate it\./,
  );
});

it('has a change written again, says what came of it, and looks again', async () => {
  const listConnectors = jest
    .fn<ReturnType<ContinuityApi['listConnectors']>, []>()
    .mockResolvedValue(connectors(now));
  const retryConnectorPush = jest
    .fn<
      ReturnType<ContinuityApi['retryConnectorPush']>,
      Parameters<ContinuityApi['retryConnectorPush']>
    >()
    .mockResolvedValueOnce({ outcome: 'failed', problem: 'No', attempts: 3 })
    .mockRejectedValueOnce(new Error('A replica is at it'))
    .mockResolvedValue({ outcome: 'done', attempts: 4 });
  show({ listConnectors, retryConnectorPush });
  const section = await region('Changes in other systems');
  const press = async () =>
    userEvent.click(
      await within(section).findByRole('button', {
        name: 'Write change 5b0c2f4e-0d5f-4c8e-9a51-7d0c5a1f3b2e to ServiceNow again',
      }),
    );
  await press();
  expect(
    await within(section).findByText(/5b0c2f4e.* failed again: No/),
  ).toBeVisible();
  expect(retryConnectorPush.mock.calls[0][0]).toEqual({
    connector: 'servicenow',
    change: '5b0c2f4e-0d5f-4c8e-9a51-7d0c5a1f3b2e',
  });
  await press();
  expect(
    await within(section).findByText(/was not tried: A replica is at it/),
  ).toBeVisible();
  await press();
  expect(await within(section).findByText(/is written\.$/)).toBeVisible();
  expect(listConnectors.mock.calls.length).toBeGreaterThan(3);
});

it('says of each collector how it does, and what it cannot see', async () => {
  show();
  const table = 'What asks other systems for evidence';
  expect(await rowOf(table, /^Drift scans/)).toHaveTextContent(
    /drift.*Fails.*The cluster is away\.Start it\..*since.*Reports: 0 new/,
  );
  expect(await rowOf(table, /^OCI registries/)).toHaveTextContent(
    /Does not see everything.*ago.*Reports: 3 new, 40 as before, 1 refused/,
  );
  expect(await rowOf(table, /^former/)).toHaveTextContent(
    /Not configured.*Never/,
  );
  expect(await rowOf('What they cannot see', /shop/)).toHaveTextContent(
    /production.*OCI registries.*Nobody reported where v1 lies\.Report its artifacts\./,
  );
  expect(await rowOf('What they cannot see', /eu-west-1/)).toHaveTextContent(
    /eu-west-1, registry\.eu\.example.*It does not answer\./,
  );
  expect(await region(table)).toHaveTextContent('2 of 120 are shown.');
});

it('shows few of many problems, until somebody asks for more', async () => {
  const [, , oci] = collectors(now);
  const [problem] = oci.problems;
  const problems = Array.from({ length: 25 }, (_, index) => ({
    ...problem,
    entityRef: `component:default/service-${index}`,
  }));
  show({
    listCollectors: async () => [{ ...oci, problems, problemCount: 25 }],
  });
  const unseen = await screen.findByRole('table', {
    name: 'What they cannot see',
  });
  const rows = () => within(unseen).getAllByRole('row').length - 1;
  expect(rows()).toBe(10);
  expect(await screen.findByText('10 of 25 are shown.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(rows()).toBe(25);
  expect(screen.queryByText(/of 25 are shown/)).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
  expect(rows()).toBe(10);
});

it('has a collector run, says what came of it, and looks again', async () => {
  const listCollectors = jest
    .fn<ReturnType<ContinuityApi['listCollectors']>, []>()
    .mockResolvedValue(collectors(now));
  const runCollector = jest
    .fn<
      ReturnType<ContinuityApi['runCollector']>,
      Parameters<ContinuityApi['runCollector']>
    >()
    .mockRejectedValueOnce(new Error('It runs already'))
    .mockResolvedValue(collectors(now)[2]);
  show({ listCollectors, runCollector });
  const section = await region('What asks other systems for evidence');
  const button = (name: string) =>
    within(section).findByRole('button', { name });
  expect(await button('Run former')).toBeDisabled();
  await userEvent.click(await button('Run OCI registries'));
  expect(
    await within(section).findByText(/does not run: It runs already/),
  ).toBeVisible();
  expect(runCollector.mock.calls[0][0]).toBe('oci');
  await userEvent.click(await button('Run OCI registries'));
  expect(
    await within(section).findByText(/OCI registries runs within a minute/),
  ).toBeVisible();
  expect(listCollectors.mock.calls.length).toBeGreaterThan(2);
});

it('is accessible, and names what it is about', async () => {
  show();
  expect(await screen.findByRole('link', { name: /finance/ })).toHaveAttribute(
    'href',
    '/catalog/default/freezecalendar/finance',
  );
  await expectAccessible(screen.getByRole('main'));
});

it('says that there is nothing, and how there would be something', async () => {
  show({
    listLedgerFollowers: async () => ({ entries: 0, items: [] }),
    listSetAsideEntries: async () => ({ items: [], totalItems: 0 }),
    listFollowedFeeds: async () => [],
    listConnectors: async () => [],
    listCollectors: async () => [],
  });
  expect(await screen.findByText('Nothing follows the ledger.')).toBeVisible();
  expect(await screen.findByText('Nothing is set aside.')).toBeVisible();
  expect(await screen.findByText('No calendar follows a feed.')).toBeVisible();
  expect(
    await screen.findByText('Changes are kept in no other system.'),
  ).toBeVisible();
  expect(
    await screen.findByText('No other system is asked for evidence.'),
  ).toBeVisible();
});

it('lets one part fail by itself, and look again', async () => {
  const listFollowedFeeds = jest
    .fn<ReturnType<ContinuityApi['listFollowedFeeds']>, []>()
    .mockRejectedValueOnce(new Error('The database is away'))
    .mockResolvedValue(followedFeeds(now));
  const forbidden = Object.assign(new Error('no'), { name: 'NotAllowedError' });
  show({
    listFollowedFeeds,
    listLedgerFollowers: async () => {
      throw forbidden;
    },
  });
  expect(await screen.findByText('The database is away')).toBeVisible();
  expect(await screen.findByText(/continuity\.operations\.read/)).toBeVisible();
  expect(await screen.findByRole('table', { name: 'Set aside' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
  await waitFor(() =>
    expect(
      screen.getByRole('table', { name: 'Feeds that calendars follow' }),
    ).toBeVisible(),
  );
});
