import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  CalendarSubscription,
  SubscriptionSubject,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { subscriptions } from '../../../testing/calendarFixtures';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { SubscribeDialog } from './SubscribeDialog';

const URL = 'https://portal.example/api/continuity/calendar-feeds/secret.ics';

/** A backend that keeps what is made. */
function backend(overrides: Partial<ContinuityApi> = {}) {
  let kept: CalendarSubscription[] = subscriptions(Date.now());
  const createCalendarSubscription = jest.fn(
    async (subject: SubscriptionSubject) => {
      const made = {
        id: '5b0b4f6c-6c1c-4f9e-9d11-0000000000cc',
        subject,
        createdAt: new Date().toISOString(),
        createdBy: 'user:default/anna.keller',
      };
      kept = [made, ...kept];
      return { ...made, url: URL };
    },
  );
  const revokeCalendarSubscription = jest.fn(async (id: string) => {
    kept = kept.filter(subscription => subscription.id !== id);
  });
  return mockContinuityApi({
    listCalendarSubscriptions: async () => kept,
    createCalendarSubscription,
    revokeCalendarSubscription,
    ...overrides,
  });
}

function show(api = backend()) {
  renderInTestApp(
    <SubscribeDialog
      subjects={[
        {
          kind: 'calendar',
          ref: 'freezecalendar:default/month-end-close',
          name: 'Month-end close',
        },
        { kind: 'team', ref: 'group:default/team-payments' },
      ]}
      onClose={() => undefined}
    />,
    { apis: [[continuityApiRef, api]] },
  );
  return api;
}

describe('SubscribeDialog', () => {
  it('makes an address for what is chosen, shows it once, and lists it without', async () => {
    const api = show();
    await userEvent.selectOptions(
      await screen.findByLabelText('Windows of'),
      'Services of: team-payments',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Make an address' }),
    );
    expect(await screen.findByLabelText('Address')).toHaveValue(URL);
    expect(screen.getByText(/It is shown this once/)).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Copy the address' }),
    ).toBeVisible();
    expect(api.createCalendarSubscription).toHaveBeenCalledWith({
      kind: 'team',
      ref: 'group:default/team-payments',
    });
    await waitFor(() =>
      expect(screen.getAllByRole('listitem')).toHaveLength(2),
    );
    await expectAccessible(screen.getByRole('dialog'));
  });

  it('revokes an address at the second press', async () => {
    const api = show();
    const [item] = await screen.findAllByRole('listitem');
    expect(item).toHaveTextContent('Services of: team-payments');
    expect(item).toHaveTextContent('last used 1 hour ago');
    await userEvent.click(
      within(item).getByRole('button', { name: /^Revoke Services/ }),
    );
    expect(api.revokeCalendarSubscription).not.toHaveBeenCalled();
    await userEvent.click(
      within(item).getByRole('button', { name: 'Really revoke?' }),
    );
    expect(await screen.findByText('You have not made any yet.')).toBeVisible();
    expect(screen.getByText(/^Revoked/)).toBeVisible();
  });

  it('takes the address away that was just made and is revoked', async () => {
    show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Make an address' }),
    );
    expect(await screen.findByLabelText('Address')).toHaveValue(URL);
    await waitFor(() =>
      expect(screen.getAllByRole('listitem')).toHaveLength(2),
    );
    const made = screen
      .getAllByRole('listitem')
      .find(item => item.textContent?.includes('not used yet'));
    if (!made) throw new Error('It is not listed');
    await userEvent.click(
      within(made).getByRole('button', { name: /^Revoke / }),
    );
    await userEvent.click(
      within(made).getByRole('button', { name: 'Really revoke?' }),
    );
    await waitFor(() =>
      expect(screen.queryByLabelText('Address')).not.toBeInTheDocument(),
    );
  });

  it.each([
    ['continuity.calendar.subscribe', 'NotAllowedError'],
    ['no connection', 'Error'],
  ])('says why an address could not be made: %s', async (said, name) => {
    show(
      backend({
        createCalendarSubscription: async () => {
          throw Object.assign(new Error('no connection'), { name });
        },
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Make an address' }),
    );
    expect(
      await screen.findByText('The address could not be made.'),
    ).toBeVisible();
    expect(screen.getByRole('dialog')).toHaveTextContent(said);
    expect(screen.queryByLabelText('Address')).not.toBeInTheDocument();
  });

  it('says that there is nothing to subscribe to', async () => {
    renderInTestApp(
      <SubscribeDialog subjects={[]} onClose={() => undefined} />,
      { apis: [[continuityApiRef, backend()]] },
    );
    expect(
      await screen.findByText(/There is nothing to subscribe to/),
    ).toBeVisible();
  });
});
