import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { screen } from '@testing-library/react';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { changeSummary } from '../../../testing/changeFixtures';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { ChangesSection } from './ChangesSection';

jest.setTimeout(60_000);

const now = Date.now();
const REF = 'component:default/payments-api';

function show(overrides: Partial<ContinuityApi> = {}) {
  renderInTestApp(
    <main>
      <ChangesSection entityRef={REF} />
    </main>,
    {
      apis: [[continuityApiRef, mockContinuityApi(overrides)]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

it('shows the changes of the entity in which something is still to come', async () => {
  const listChanges = jest.fn<
    ReturnType<ContinuityApi['listChanges']>,
    Parameters<ContinuityApi['listChanges']>
  >(async () => ({ items: [changeSummary(now)], nextCursor: 'more' }));
  show({ listChanges });
  expect(
    await screen.findByRole('table', { name: 'Open changes' }),
  ).toHaveTextContent(/Raise the payment limits.*Awaiting approval.*1 of 2/);
  expect(listChanges.mock.calls[0][0]).toMatchObject({
    entity: REF,
    state: expect.not.stringContaining('closed'),
  });
  expect(screen.getByText('There are more than are shown here.')).toBeVisible();
  await expectAccessible(screen.getByRole('main'));
});

it('says that there is none, and what to do', async () => {
  show({ listChanges: async () => ({ items: [] }) });
  expect(
    await screen.findByText('No change of this entity is open.'),
  ).toBeVisible();
  expect(screen.getByText(/Raise one before you release/)).toBeVisible();
});
