import type { OverrideRequest } from '@continuity/plugin-continuity-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../../__testUtils__/expectAccessible';
import { showPage } from '../../../../__testUtils__/showPage';
import { failure } from '../../../../testing/failure';
import {
  FREEZE_RULE,
  requestedOverride,
} from '../../../../testing/overrideFixtures';

jest.setTimeout(60_000);

const now = Date.now();
const PATIENCE = { timeout: 20_000 };
const PREFILLED = `?rules=${encodeURIComponent(
  'check:rollback-plan-current',
)}&entities=component:default/payments-api&environments=production`;

function show(query: string) {
  const requestOverride = jest.fn(async (_: OverrideRequest) =>
    requestedOverride(now),
  );
  const getOverride = jest.fn(async () => requestedOverride(now));
  showPage(`/changes/overrides/new${query}`, { requestOverride, getOverride });
  return requestOverride;
}

const form = async () =>
  within(
    await screen.findByRole('form', { name: 'Ask for an override' }, PATIENCE),
  );

it('asks for what the address says and what is chosen of what is in the way', async () => {
  const requestOverride = show(PREFILLED);
  const fields = await form();
  const freeze = await fields.findByRole('checkbox', {
    name: /Freeze "Books are closed".*books are closed until Monday/,
  });
  expect(freeze).not.toBeChecked();
  await userEvent.click(freeze);
  await userEvent.type(fields.getByLabelText(/^Incident/), 'INC-7');
  await userEvent.type(fields.getByLabelText(/^Reason/), 'Payments are down');
  await expectAccessible(screen.getByRole('main'));
  await userEvent.click(fields.getByRole('button', { name: 'Ask for it' }));
  expect(requestOverride).toHaveBeenCalledWith({
    rules: ['check:rollback-plan-current', FREEZE_RULE],
    entities: ['component:default/payments-api'],
    environments: ['production'],
    incident: 'INC-7',
    reason: 'Payments are down',
    duration: 'PT1H',
  });
  expect(
    await screen.findByRole('heading', { name: 'Override for incident INC-7' }),
  ).toBeVisible();
});

it('says at the field what is wrong, until it is typed anew', async () => {
  const requestOverride = show(PREFILLED);
  requestOverride.mockRejectedValueOnce(
    await failure(400, 'duration: "PT9H" is too long; incident: is missing'),
  );
  const fields = await form();
  await userEvent.click(fields.getByRole('button', { name: 'Ask for it' }));
  expect(await fields.findByText('"PT9H" is too long')).toBeVisible();
  expect(fields.getByText('is missing')).toBeVisible();
  // Not to the top of the page, where a keyboard would begin again.
  expect(document.activeElement).toHaveAttribute('aria-invalid', 'true');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'see what is wrong at the fields',
  );
  await userEvent.type(fields.getByLabelText(/^Incident/), 'I');
  expect(fields.queryByText('is missing')).toBeNull();
  expect(fields.getByText('"PT9H" is too long')).toBeVisible();
});

it('says that nobody could approve it', async () => {
  const requestOverride = show(PREFILLED);
  requestOverride.mockRejectedValueOnce(
    await failure(409, 'Nobody can have this override approved'),
  );
  const fields = await form();
  await userEvent.click(fields.getByRole('button', { name: 'Ask for it' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Nobody can have this override approved',
  );
  expect(fields.getByRole('button', { name: 'Ask for it' })).toHaveFocus();
});

it('asks before what was typed is left, and not once it was asked for', async () => {
  show(PREFILLED);
  const fields = await form();
  await userEvent.type(fields.getByLabelText(/^Incident/), 'INC-7');
  await userEvent.click(screen.getByRole('link', { name: /overrides/i }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Stay' }));
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(fields.getByLabelText(/^Incident/)).toHaveValue('INC-7');
  await userEvent.click(fields.getByRole('button', { name: 'Ask for it' }));
  expect(
    await screen.findByRole('heading', { name: 'Override for incident INC-7' }),
  ).toBeVisible();
});

it('asks first for a service and an environment', async () => {
  show('');
  expect((await form()).getByRole('status')).toHaveTextContent(
    'Name a service and an environment',
  );
});
