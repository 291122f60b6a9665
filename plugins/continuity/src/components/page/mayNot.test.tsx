import { screen, waitFor } from '@testing-library/react';
import { expectAccessible } from '../../__testUtils__/expectAccessible';
import { showPage } from '../../__testUtils__/showPage';
import {
  collectors,
  connectors,
  setAsideEntries,
} from '../../testing/operationsFixtures';

jest.setTimeout(60_000);

const PATIENCE = { timeout: 20_000 };
const look = (path: string) => showPage(path, {}, { mayDoNothing: true });

// Whoever fills in a form should not learn at its end that it was for nothing.
it.each([
  ['/scorecards/campaigns/new', 'campaigns', 'continuity.campaign.create'],
  ['/changes/new', 'changes', 'continuity.change.create'],
  ['/changes/overrides/new', 'overrides', 'continuity.override.request'],
])('%s says first what it takes', async (path, what, permission) => {
  look(path);
  expect(await screen.findByRole('alert', {}, PATIENCE)).toHaveTextContent(
    new RegExp(`^You may not .*${what}.*${permission}.*Ask|ask`),
  );
  expect(screen.queryByRole('form')).toBeNull();
  await expectAccessible(screen.getByRole('main'));
});

it.each([
  ['/changes', 'Changes', 'Raise a change'],
  ['/changes/overrides', 'Break-glass overrides', 'Ask for an override'],
])('%s does not lead there either', async (path, region, button) => {
  look(path);
  expect(
    await screen.findByRole('region', { name: region }, PATIENCE),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: button })).toBeNull();
});

it('shows those who look after the service only what they may do', async () => {
  const now = Date.now();
  showPage(
    '/operations',
    {
      listSetAsideEntries: async () => setAsideEntries(now),
      listConnectors: async () => connectors(now),
      listCollectors: async () => collectors(now),
    },
    { mayDoNothing: true },
  );
  for (const name of [
    /^Retry entry 117/,
    /^Run OCI registries/,
    /^Write change .* to ServiceNow again/,
  ]) {
    const buttons = await screen.findAllByRole('button', { name }, PATIENCE);
    for (const button of buttons) {
      await waitFor(() => expect(button).toBeDisabled());
    }
  }
  expect(screen.getByText(/continuity\.operations\.retry/)).toBeVisible();
});
