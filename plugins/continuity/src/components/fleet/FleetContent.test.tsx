import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { fleet } from '../../testing/fixtures';
import { mockContinuityApi } from '../../testing/mockContinuityApi';
import { FleetContent } from './FleetContent';

const Address = () => (
  <output aria-label="address">{useLocation().search}</output>
);

function show(overrides: Partial<ContinuityApi> = {}, address = '/') {
  const getFleet = jest.fn(mockContinuityApi().getFleet);
  const api = mockContinuityApi({ getFleet, ...overrides });
  renderInTestApp(
    <>
      <FleetContent />
      <Address />
    </>,
    {
      apis: [[continuityApiRef, api]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [address],
    },
  );
  return getFleet;
}

const address = () => screen.getByLabelText('address').textContent;

describe('FleetContent', () => {
  it('shows the fleet at a glance, each service with the way to its tab', async () => {
    show();
    const table = await screen.findByRole('table', { name: 'Services' });
    const payments = within(table).getByRole('row', { name: /payments-api/ });
    expect(payments).toHaveTextContent('Mission critical');
    expect(payments).toHaveTextContent('4 hours');
    expect(payments).toHaveTextContent(
      'Books are closed (production; class Standard, Major), until',
    );
    expect(payments).toHaveTextContent('1 finding');
    expect(within(table).getByText('Core ledger').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/continuity',
    );
    const intranet = within(table).getByRole('row', { name: /intranet/ });
    expect(intranet).toHaveTextContent('Unclassified');
    const soon = screen.getByRole('region', {
      name: 'Changes in the next 7 days',
    });
    expect(soon).toHaveTextContent(/Lifts .*Books are closed/);
    expect(soon).toHaveTextContent('3 services');
  });

  it('asks for what a deep link describes', async () => {
    const getFleet = show(
      {},
      '/?tier=tier-1&owner=group:default/team-cards&frozen=true&text=pay&sort=rto&order=desc&page=2&pageSize=50',
    );
    await screen.findByRole('table', { name: 'Services' });
    expect(getFleet).toHaveBeenCalledTimes(1);
    expect(getFleet.mock.calls[0]).toEqual([
      {
        tier: 'tier-1',
        owner: 'group:default/team-cards',
        system: undefined,
        text: 'pay',
        frozen: true,
        sort: 'rto',
        order: 'desc',
        limit: 50,
        offset: 50,
      },
      expect.anything(),
    ]);
    expect(screen.getByLabelText('Owner')).toHaveValue(
      'group:default/team-cards',
    );
    expect(screen.getByLabelText('Name contains')).toHaveValue('pay');
    expect(
      within(screen.getByLabelText('Tier')).getAllByText('Unclassified'),
    ).toHaveLength(1);
    expect(screen.getByLabelText('Only frozen now')).toBeChecked();
    expect(
      screen.getByRole('button', { name: /^Mission critical/ }),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  it('keeps what is chosen in the address, and returns to the first page', async () => {
    const getFleet = show({}, '/?page=2');
    await userEvent.click(
      await screen.findByRole('button', { name: /^Unclassified/ }),
    );
    expect(address()).toBe('?tier=unclassified');
    await userEvent.selectOptions(
      screen.getByLabelText('System'),
      'system:default/payments',
    );
    expect(address()).toContain('system=system%3Adefault%2Fpayments');
    await userEvent.click(screen.getByText('RTO', { selector: 'span' }));
    expect(address()).toContain('sort=rto');
    await userEvent.click(screen.getByText('RTO', { selector: 'span' }));
    expect(address()).toContain('order=desc');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(address()).toContain('page=2');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(address()).toBe('?sort=rto&order=desc');
    await waitFor(() =>
      expect(getFleet).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: 'rto', tier: undefined, offset: 0 }),
        expect.anything(),
      ),
    );
  });

  it('searches once a word is typed, not at every letter', async () => {
    const getFleet = show();
    await userEvent.type(await screen.findByLabelText('Name contains'), 'pay');
    await waitFor(() => expect(address()).toBe('?text=pay'));
    expect(getFleet.mock.calls.map(([query]) => query?.text)).toEqual([
      undefined,
      'pay',
    ]);
  });

  it('shows that it loads', async () => {
    show({ getFleet: () => new Promise(() => undefined) });
    expect(
      await screen.findByRole('status', { name: 'Loading the fleet' }),
    ).toBeInTheDocument();
  });

  it('tells no services from no match', async () => {
    const nothing = { ...fleet(Date.now()), items: [], totalItems: 0 };
    show({ getFleet: async () => nothing }, '/?text=nope');
    expect(
      await screen.findByText('No service matches the filters.'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(
      await screen.findByText('The catalog holds no services yet.'),
    ).toBeVisible();
  });

  it('says why it could not be loaded, and tries again', async () => {
    const getFleet = jest
      .fn(mockContinuityApi().getFleet)
      .mockRejectedValueOnce(new Error('connection refused'));
    show({ getFleet });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'connection refused',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('table', { name: 'Services' }),
    ).toBeVisible();
  });

  it('names the permission that is lacking', async () => {
    show({
      getFleet: async () => {
        throw Object.assign(new Error(), { name: 'NotAllowedError' });
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'continuity.fleet.read',
    );
  });

  it('warns of calendars that cannot be read, and of a status it does not know', async () => {
    show({
      getFleet: async () => ({
        ...fleet(Date.now()),
        unreadableCalendars: [
          { ref: 'freezecalendar:default/tax', problem: 'no windows' },
        ],
      }),
      getStatus: async () => {
        throw new Error('connection refused');
      },
    });
    expect(
      await screen.findByText('1 freeze calendar could not be read.'),
    ).toBeVisible();
    expect(await screen.findByText(/up to date is not known/)).toBeVisible();
  });
});
