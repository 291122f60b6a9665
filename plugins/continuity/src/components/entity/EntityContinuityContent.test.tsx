import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { freshStatus, paymentsApi, unclassified } from '../../testing/fixtures';
import { mockContinuityApi } from '../../testing/mockContinuityApi';
import { EntityContinuityContent } from './EntityContinuityContent';

function show(overrides: Partial<ContinuityApi> = {}, address = '/') {
  const api = mockContinuityApi(overrides);
  renderInTestApp(
    <EntityProvider entity={paymentsApi}>
      <EntityContinuityContent />
    </EntityProvider>,
    {
      apis: [[continuityApiRef, api]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [address],
    },
  );
}

const section = (name: string) => screen.findByRole('region', { name });
const refusal = (name: string) => async () => {
  throw Object.assign(new Error(`${name} of the backend`), { name });
};

describe('EntityContinuityContent', () => {
  it('says who the service is, in words and with reasons', async () => {
    show();
    const who = await section('Continuity profile');
    expect(await within(who).findByText('Business critical')).toBeVisible();
    expect(who).toHaveTextContent('Business critical (declared)');
    expect(who).toHaveTextContent('it would be Mission critical');
    expect(who).toHaveTextContent('4 hours (from the impact analysis)');
    expect(who).toHaveTextContent('5 minutes (declared)');
    expect(who).toHaveTextContent('In scope');
    expect(who).toHaveTextContent('RTO PT4H is at most PT4H.');
    expect(who).toHaveTextContent('Declare tier-1, or correct');
  });

  it('answers for each environment: what, why, what to do and until when', async () => {
    show();
    const gate = await screen.findByRole('group', {
      name: 'production in eu-west-1',
    });
    expect(await within(gate).findByText('Closed')).toBeVisible();
    const reasons = within(gate).getAllByRole('listitem');
    expect(reasons[0]).toHaveTextContent('Month-end close: books are closed');
    expect(reasons[0]).toHaveTextContent('What to do: Wait until it ends');
    expect(reasons[1]).toHaveTextContent('needs one approval');
    expect(gate).toHaveTextContent('1 rule is satisfied');
    expect(gate).toHaveTextContent('Needs approval from');
    const staging = screen.getByRole('group', { name: 'staging' });
    expect(await within(staging).findByText('Open')).toBeVisible();
    expect(staging).toHaveTextContent('Time alone does not change this.');
  });

  it.each([
    [
      'windows let go, but something else stands against it',
      { longestOpen: { start: '2026-12-03T14:33:00Z' } },
      /Next opening: none by time alone\..*Longest time that no window closes it: with no known end, from/,
    ],
    ['no window lets go', {}, /Next opening: no known end\.(?!.*Longest)/],
    [
      'it opens',
      { nextOpen: '2026-12-01T07:00:00Z' },
      /Next opening: .*2026(?!.*Longest)/,
    ],
  ])('says when it opens: %s', async (_, openings, words) => {
    show({
      decide: async request => ({
        ...(await mockContinuityApi().decide(request)),
        ...openings,
      }),
    });
    const gate = await screen.findByRole('group', {
      name: 'production in eu-west-1',
    });
    await within(gate).findByText('Closed');
    expect(gate).toHaveTextContent(words);
  });

  it("shows when it changes in the calendar's zone too, on focus", async () => {
    show();
    const gate = await screen.findByRole('group', {
      name: 'production in eu-west-1',
    });
    await within(gate).findByText('Closed');
    await section('Windows in the next 90 days').then(strip =>
      within(strip).findAllByRole('list'),
    );
    const [changes] = gate.getElementsByTagName('time');
    // Before any test that uses a pointer: after one, focus alone shows nothing.
    act(() => changes.focus());
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      "Calendar's time (America/New_York)",
    );
  });

  it('offers the windows of the service to calendars elsewhere', async () => {
    const url = 'https://portal.example/api/continuity/calendar-feeds/t.ics';
    const createCalendarSubscription = jest.fn(async subject => ({
      id: '5b0b4f6c-6c1c-4f9e-9d11-0000000000cc',
      subject,
      createdAt: new Date().toISOString(),
      createdBy: 'user:default/anna.keller',
      url,
    }));
    show({ createCalendarSubscription });
    const windows = await section('Windows in the next 90 days');
    await userEvent.click(
      within(windows).getByRole('button', { name: 'Subscribe' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Make an address' }),
    );
    expect(await screen.findByLabelText('Address')).toHaveValue(url);
    expect(createCalendarSubscription).toHaveBeenCalledWith({
      kind: 'entity',
      ref: 'component:default/payments-api',
    });
  });

  it('asks for the release class of the address, and for another one when chosen', async () => {
    const decide = jest.fn(mockContinuityApi().decide);
    show({ decide }, '/?class=emergency');
    expect(await screen.findByLabelText('Emergency')).toBeChecked();
    await screen.findAllByText('Open');
    expect(decide.mock.calls.map(([request]) => request.class)).toEqual([
      'emergency',
      'emergency',
      'emergency',
    ]);
    await userEvent.click(screen.getByLabelText('Major'));
    await screen.findAllByText('Open');
    expect(decide).toHaveBeenLastCalledWith(
      expect.objectContaining({ class: 'major', dryRun: true }),
      expect.anything(),
    );
  });

  it('draws the windows of the next 90 days, and lists them as a table', async () => {
    show();
    const strip = await section('Windows in the next 90 days');
    expect(
      await within(strip).findByRole('listitem', {
        name: /^Books are closed \(Month-end close\): Blocks from .*America\/New_York/,
      }),
    ).toBeVisible();
    const scheme = within(strip).getByRole('list', { name: 'Scheme release' });
    const [first, second] = within(scheme).getAllByRole('listitem');
    first.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(second).toHaveFocus();
    await userEvent.click(within(strip).getByText('Show as table'));
    expect(within(strip).getAllByRole('row')).toHaveLength(5);
  });

  it('marks evidence that has expired, and shows how old each is', async () => {
    show();
    const table = await screen.findByRole('table', { name: 'Latest evidence' });
    const [, deployment, plan] = within(table).getAllByRole('row');
    expect(deployment).toHaveTextContent('3 days ago');
    expect(deployment).not.toHaveTextContent('Expired');
    expect(plan).toHaveTextContent('Expiredwas: Pass');
  });

  it('shows what was decided, for whom, and where that is recorded', async () => {
    show();
    const table = await screen.findByRole('table', {
      name: 'Latest decisions',
    });
    const [, row] = within(table).getAllByRole('row');
    expect(row).toHaveTextContent('Closed');
    expect(row).toHaveTextContent('example-pipeline (service)');
    expect(row).toHaveTextContent('2 hours ago');
    expect(row).toHaveTextContent('Entry 4711');
  });

  it('tells how to classify a service that is not', async () => {
    show({ getEntity: async () => unclassified(Date.now()) });
    const who = await section('Continuity profile');
    expect(await within(who).findByRole('alert')).toHaveTextContent(
      'This service is not classified',
    );
    expect(who).toHaveTextContent('That is not the lowest tier');
    expect(who).toHaveTextContent('intolerableAfter: PT4H');
    expect(who).toHaveTextContent('rollbackOwner: group:default/team-payments');
    expect(within(who).getByText('Edit the catalog file')).toHaveAttribute(
      'href',
      'https://git.example/edit',
    );
    expect(await section('May it be deployed now?')).toHaveTextContent(
      'these are the ones of the organisation',
    );
  });

  it('shows that it loads', async () => {
    show({ getEntity: () => new Promise(() => undefined) });
    expect(
      await screen.findByRole('status', { name: 'Loading Continuity profile' }),
    ).toBeInTheDocument();
  });

  it('keeps the other sections when one fails, and tries it again', async () => {
    const listEvidence = jest
      .fn(mockContinuityApi().listEvidence)
      .mockImplementationOnce(refusal('ServiceUnavailableError'));
    show({ listEvidence });
    const failed = await section('Latest evidence');
    expect(await within(failed).findByRole('alert')).toHaveTextContent(
      'This could not be loaded: the evidence',
    );
    expect(await screen.findByText('Business critical')).toBeVisible();
    await userEvent.click(
      within(failed).getByRole('button', { name: 'Try again' }),
    );
    expect(await within(failed).findByText('Rollback plan')).toBeVisible();
  });

  it('never shows an answer of the gate that it could not get', async () => {
    show({ decide: refusal('ServiceUnavailableError') });
    const gate = await screen.findByRole('group', { name: 'staging' });
    expect(await within(gate).findByRole('alert')).toBeVisible();
    expect(gate).toHaveTextContent('Without an answer, take it as closed.');
    expect(within(gate).queryByText('Open')).not.toBeInTheDocument();
  });

  it('names the permission that is lacking', async () => {
    show({
      listEvidence: refusal('NotAllowedError'),
      listDecisions: refusal('NotAllowedError'),
    });
    const evidence = await section('Latest evidence');
    expect(await within(evidence).findByRole('alert')).toHaveTextContent(
      'continuity.evidence.read',
    );
    const decisions = await section('Latest decisions');
    expect(await within(decisions).findByRole('alert')).toHaveTextContent(
      'continuity.gate.read',
    );
  });

  it('says how something would come to be where there is nothing', async () => {
    show({
      listEvidence: async () => ({ items: [] }),
      listDecisions: async () => ({ items: [] }),
      listWindows: async () => ({
        items: [],
        truncated: false,
        unreadableCalendars: [],
      }),
    });
    expect(
      await screen.findByText(/`continuity evidence push`/),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        /continuity gate --entity component:default\/payments-api --environment production/,
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('No window is in force in this period.'),
    ).toBeInTheDocument();
  });

  it('warns of an old catalog and of a calendar that cannot be read', async () => {
    const now = Date.now();
    show({
      getStatus: async () => ({
        ...freshStatus(now),
        state: 'stale',
        catalogReadAt: new Date(now - 3_600_000).toISOString(),
        lastProblem: 'catalog answered 503',
      }),
      listWindows: async () => ({
        items: [],
        truncated: false,
        unreadableCalendars: [
          {
            ref: 'freezecalendar:default/tax-season',
            problem: 'spec.windows[0].rrule: FREQ=HOURLY is not accepted',
          },
        ],
      }),
    });
    expect(
      await screen.findByText(/last read 1 hour ago; older than 10 minutes/),
    ).toBeVisible();
    expect(screen.getByText(/denies every release/)).toBeVisible();
    expect(screen.getByText(/catalog answered 503/)).toBeVisible();
    expect(
      await screen.findByText('1 freeze calendar could not be read.'),
    ).toBeVisible();
    expect(screen.getByText(/FREQ=HOURLY/)).toBeVisible();
  });
});
