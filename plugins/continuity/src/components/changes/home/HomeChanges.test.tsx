import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { ChangesQuery } from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { screen, within } from '@testing-library/react';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { rootRouteRef } from '../../../routes';
import { changeSummary } from '../../../testing/changeFixtures';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { HomeChanges } from './HomeChanges';

jest.setTimeout(60_000);

const now = Date.now();

const show = (listChanges: (query?: ChangesQuery) => Promise<any>) =>
  renderInTestApp(
    <TestApiProvider
      apis={[[continuityApiRef, mockContinuityApi({ listChanges })]]}
    >
      <main>
        <HomeChanges />
      </main>
    </TestApiProvider>,
    { mountedRoutes: { '/continuity': rootRouteRef } },
  );

it('shows what waits for the reader, and what they wait for', async () => {
  await show(async query => ({
    items: [
      query?.mine === 'approve'
        ? changeSummary(now, { title: 'Limits', suspended: true })
        : changeSummary(now, { title: 'Fees', state: 'draft' }),
    ],
  }));
  const waiting = within(
    await screen.findByRole('list', { name: 'Waiting for me' }),
  );
  expect(waiting.getByText('Limits')).toBeVisible();
  expect(waiting.getByText('Approval suspended')).toBeVisible();
  const mine = within(await screen.findByRole('list', { name: 'Mine' }));
  expect(mine.getByText('Fees')).toBeVisible();
  await expectAccessible(screen.getByRole('main'));
});

it('says so where there is nothing', async () => {
  await show(async () => ({ items: [] }));
  expect(
    await screen.findByText('Nothing waits for your approval.'),
  ).toBeVisible();
  expect(
    await screen.findByText('None of your changes is open.'),
  ).toBeVisible();
});

it('says so where it cannot be asked', async () => {
  await show(async () => {
    throw new Error('down');
  });
  expect(
    await screen.findAllByText('This could not be loaded: the changes'),
  ).toHaveLength(2);
});
