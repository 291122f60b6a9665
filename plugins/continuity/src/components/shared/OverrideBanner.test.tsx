import type { Override } from '@continuity/plugin-continuity-common';
import { screen } from '@testing-library/react';
import { showPage } from '../../__testUtils__/showPage';

jest.setTimeout(60_000);

const override: Override = {
  id: '5b0c2f4e-0000-4000-8000-000000000000',
  state: 'in-force',
  rules: ['freeze:freezecalendar:default/close#month-end'],
  reason: 'Payments are down',
  incident: 'INC-7',
  entities: ['component:default/payments-api'],
  environments: ['production'],
  duration: 'PT2H',
  requestedBy: 'user:default/anna',
  requestedAt: new Date().toISOString(),
  approvals: [
    { by: 'user:default/ben', at: new Date().toISOString() },
    { by: 'user:default/carl', at: new Date().toISOString() },
  ],
  seats: { filled: 2, required: 2 },
  start: new Date().toISOString(),
  end: new Date(Date.now() + 3_600_000).toISOString(),
};

it('says on the page that the glass is broken: for what, why, by whom, until when', async () => {
  const listOverrides = jest.fn(async () => ({ items: [override] }));
  showPage('/changes', { listOverrides });
  const banner = await screen.findByText(
    'The glass is broken',
    { selector: 'p' },
    {
      timeout: 20_000,
    },
  );
  expect(banner.parentElement).toHaveTextContent(
    /payments-api in production, passes over Freeze "month-end" of close until .*INC-7: Payments are down.*anna, approved by ben, carl/,
  );
  expect(
    screen.getByRole('link', { name: 'See or end the override for INC-7' }),
  ).toHaveAttribute('href', `/continuity/changes/overrides/${override.id}`);
  expect(listOverrides).toHaveBeenCalledWith(
    expect.objectContaining({ state: 'in-force' }),
    expect.anything(),
  );
});

it('is silent while none is in force, and where it may not be asked', async () => {
  showPage('/changes', {
    listOverrides: async () => {
      throw new Error('403');
    },
  });
  expect(
    await screen.findByRole(
      'table',
      { name: 'Waiting for me' },
      { timeout: 20_000 },
    ),
  ).toBeVisible();
  expect(screen.queryByText('The glass is broken')).toBeNull();
});
