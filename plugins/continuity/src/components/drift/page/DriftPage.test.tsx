import type { ContinuityApi } from '@continuity/plugin-continuity-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { showPage } from '../../../__testUtils__/showPage';
import { driftPage, driftParity } from '../../../testing/driftFixtures';
import { failure } from '../../../testing/failure';

jest.setTimeout(60_000);

const now = Date.now();
const PATIENCE = { timeout: 20_000 };
const table = (name: string) => screen.findByRole('table', { name }, PATIENCE);
const text = (words: string | RegExp) => screen.findByText(words, {}, PATIENCE);
const cellsOf = (row: HTMLElement) =>
  [...row.querySelectorAll('th, td')].map(cell => cell.textContent);

function show(query = '', overrides: Partial<ContinuityApi> = {}) {
  const listDrift = jest.fn<
    ReturnType<ContinuityApi['listDrift']>,
    Parameters<ContinuityApi['listDrift']>
  >(async () => driftPage(now));
  showPage(`/drift${query}`, { listDrift, ...overrides });
  return listDrift;
}

describe('who drifts', () => {
  it('says who, where, how long and whether anybody was allowed to', async () => {
    show();
    const [head, payments, standby, ledger] = within(await table('Who drifts'))
      .getAllByRole('row')
      .map(cellsOf);
    expect(head).toEqual([
      'Service',
      'Tier',
      'Where',
      'Against',
      'Standing',
      'Drifts since',
      'Findings',
      'Scanned',
    ]);
    expect(payments).toEqual([
      expect.stringContaining('Payments API'),
      'Mission critical',
      'production, eu-west-1',
      'Git',
      'Unauthorised drift',
      '1 day ago',
      '2 Unauthorised, 1 Explained',
      '1 hour ago',
    ]);
    expect(standby.slice(3, 5)).toEqual([
      'Primaryproduction, eu-west-1',
      'Not knownToo old to be relied on',
    ]);
    expect(ledger.slice(1, 7)).toEqual([
      'Not classified',
      'production, eu-west-1',
      'Baselinebaseline 3',
      'In sync',
      'Does not drift',
      'None',
    ]);
    expect(await text(/^2 services, scans:/)).toHaveTextContent(
      '1 Unauthorised drift · 1 Not known · 0 Drift, explained · 1 In sync',
    );
    expect(
      screen.getAllByRole('link', { name: 'Payments API' })[0],
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/continuity?drift=git%3Aproduction%3Aeu-west-1',
    );
    await expectAccessible(screen.getByRole('main'));
  });

  it('asks for what the address says, and changes it', async () => {
    const listDrift = show(
      '?standing=unauthorised&olderThanDays=7&against=git&tier=tier-1&owner=group:default/team-payments&environment=production',
    );
    await table('Who drifts');
    expect(listDrift.mock.calls[0][0]).toEqual({
      standing: ['unauthorised'],
      olderThanDays: 7,
      against: 'git',
      tier: ['tier-1'],
      owner: ['group:default/team-payments'],
      environment: 'production',
      limit: 50,
    });
    fireEvent.change(screen.getByLabelText('Against'), {
      target: { value: 'parity' },
    });
    await waitFor(() =>
      expect(listDrift.mock.calls.at(-1)?.[0]).toMatchObject({
        against: 'parity',
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() =>
      expect(listDrift.mock.calls.at(-1)?.[0]).toEqual({ limit: 50 }),
    );
  });

  it('turns pages, and begins anew with another question', async () => {
    const listDrift = show('', {});
    listDrift.mockResolvedValue({ ...driftPage(now), nextCursor: 'two' });
    await table('Who drifts');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    await waitFor(() =>
      expect(listDrift.mock.calls.at(-1)?.[0]).toMatchObject({ cursor: 'two' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Previous page' }),
    ).toBeVisible();
    fireEvent.change(screen.getByLabelText('Standing'), {
      target: { value: 'unknown' },
    });
    await waitFor(() =>
      expect(listDrift.mock.calls.at(-1)?.[0]).toEqual({
        standing: ['unknown'],
        limit: 50,
      }),
    );
  });

  it.each([
    ['', 'Nothing was ever scanned.'],
    ['?against=git', 'No scan fits the filters.'],
  ])('says that there is nothing: %s', async (query, words) => {
    const none = {
      items: [],
      totals: {
        services: 0,
        scans: 0,
        standings: { 'in-sync': 0, attributed: 0, unauthorised: 0, unknown: 0 },
      },
    };
    show(query, { listDrift: async () => none });
    expect(await text(words)).toBeVisible();
  });

  it('says what keeps it from knowing, and asks again', async () => {
    const listDrift = show();
    listDrift.mockImplementationOnce(async () => {
      throw await failure(500, 'The database is away');
    });
    expect(await text(/The database is away/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /again/i }));
    expect(await table('Who drifts')).toBeVisible();
  });
});

describe('the parity of environments', () => {
  const PARITY = 'Is each standby like its primary?';

  it('has a cell for each place, which leads to its findings', async () => {
    show('/parity');
    const [head, payments, ledger] = within(await table(PARITY))
      .getAllByRole('row')
      .map(cellsOf);
    expect(head).toEqual([
      'Service',
      'production, eu-north-1',
      'production-dr, eu-central-1',
    ]);
    expect(payments).toEqual([
      'Payments APIPrimary: production, eu-west-1',
      'In syncSecondary, 2 hours ago',
      '1 findingStandby, 2 days ago',
    ]);
    expect(ledger).toEqual([
      'LedgerNo primary is known',
      'Has none',
      'Not comparedStandbyIt was never compared.',
    ]);
    expect(
      screen.getByRole('link', {
        name: '1 finding: findings of Payments API in production-dr, eu-central-1',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/continuity?drift=parity%3Aproduction-dr%3Aeu-central-1',
    );
    await expectAccessible(screen.getByRole('main'));
  });

  it('is narrowed by what stands in the address', async () => {
    const listDriftParity = jest.fn<
      ReturnType<ContinuityApi['listDriftParity']>,
      Parameters<ContinuityApi['listDriftParity']>
    >(async () => driftParity(now));
    show('/parity?state=findings&text=pay', { listDriftParity });
    await table(PARITY);
    expect(listDriftParity.mock.calls[0][0]).toEqual({
      state: 'findings',
      text: 'pay',
      limit: 50,
    });
  });

  it('says that no service has a standby, and how it would', async () => {
    show('/parity', {
      listDriftParity: async () => ({
        columns: [],
        items: [],
        totals: { services: 0, 'in-sync': 0, findings: 0, 'not-compared': 0 },
      }),
    });
    expect(
      await text('No service has a secondary or a standby.'),
    ).toBeVisible();
  });
});

it('knows no other page', async () => {
  show('/nope');
  expect(await text(/There is no such page about drift/)).toBeVisible();
});
