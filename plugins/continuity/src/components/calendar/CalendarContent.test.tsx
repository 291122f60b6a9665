import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { CalendarView } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  calendarView,
  manyOccurrences,
  viewOccurrence,
  viewWindow,
  march,
} from '../../testing/calendarFixtures';
import { expectAccessible } from '../../__testUtils__/expectAccessible';
import { mockContinuityApi } from '../../testing/mockContinuityApi';
import { CalendarContent } from './CalendarContent';

// Thousands of windows are laid out on machines that do other things too.
jest.setTimeout(60_000);

const Address = () => (
  <output aria-label="address">{useLocation().search}</output>
);

const AT = 'date=2026-03-04&zone=Europe/Zurich';

function show(overrides: Partial<ContinuityApi> = {}, query = `?${AT}`) {
  const getCalendarView = jest.fn(mockContinuityApi().getCalendarView);
  renderInTestApp(
    <>
      <main>
        <CalendarContent />
      </main>
      <Address />
    </>,
    {
      apis: [
        [
          continuityApiRef,
          mockContinuityApi({ getCalendarView, ...overrides }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${query}`],
    },
  );
  return getCalendarView;
}

const address = () =>
  new URLSearchParams(screen.getByLabelText('address').textContent ?? '');
const day = (name: RegExp) => screen.findByRole('gridcell', { name });

beforeAll(() => {
  // jsdom draws nothing; a list that has no height would show none of its items.
  for (const [side, length] of [
    ['offsetHeight', 600],
    ['offsetWidth', 1200],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, side, {
      configurable: true,
      value: length,
    });
  }
});

describe('the month', () => {
  it('shows windows on their days, by title, time and what they do', async () => {
    show();
    expect(
      await screen.findByRole('heading', { name: 'March 2026' }),
    ).toBeVisible();
    expect(await day(/Saturday.*7.*March.*2026|March 7, 2026/)).toBeVisible();
    const [close] = await screen.findAllByRole('button', {
      name: /^Books are closed: Blocks, .*Month-end close/,
    });
    expect(close).toHaveTextContent('Books are closed');
    const scheme = screen.getByRole('button', {
      name: /^Scheme release: Needs approval,.*last good version/,
    });
    expect(scheme.closest('[role="gridcell"]')).toHaveAccessibleName(
      /Tuesday.*10.*1 window/,
    );
    expect(
      screen.getAllByRole('button', {
        name: /^Saturday maintenance: Opens \(blocks outside\)/,
      }),
    ).toHaveLength(4);
    await expectAccessible(screen.getByRole('main'));
  });

  it('asks for whole weeks, on the wall clock of the zone that is chosen', async () => {
    const asked = show({}, '?date=2026-03-04&zone=America/New_York');
    await screen.findByRole('grid');
    // The first is a Sunday or a Monday, by the reader's locale.
    const [{ from, to, ...filters }] = asked.mock.calls[0];
    expect(from).toMatch(/^2026-(03-01|02-23)T05:00:00.000Z$/);
    // Clocks go forward on 8 March.
    expect(to).toMatch(/^2026-04-0[56]T04:00:00.000Z$/);
    expect(filters).toEqual({ rows: undefined });
  });

  it('is one stop of the tab key; arrow and page keys move', async () => {
    show();
    const fourth = await day(/March 4, 2026|4 March 2026/);
    expect(
      screen.getAllByRole('gridcell').filter(cell => cell.tabIndex === 0),
    ).toEqual([fourth]);
    act(() => fourth.focus());
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
    expect(document.activeElement).toHaveAccessibleName(/\b10\b/);
    await userEvent.keyboard('{PageDown}');
    await waitFor(() => expect(address().get('date')).toBe('2026-04-10'));
    await waitFor(() =>
      expect(document.activeElement).toHaveAccessibleName(/April/),
    );
  });

  it('lists all windows of a day, and opens the details of one', async () => {
    show();
    const tenth = await day(/March 10, 2026|10 March 2026/);
    act(() => tenth.focus());
    await userEvent.keyboard('{Enter}');
    const list = await screen.findByRole('dialog', { name: /Windows on .*10/ });
    await userEvent.click(within(list).getByText('Scheme release'));
    const details = await screen.findByRole('dialog', {
      name: 'Scheme release',
    });
    expect(details).toBeVisible();
    expect(address().get('window')).toBe('scheme');
    expect(address().get('at')).toBe('2026-03-10T09:00:00Z');
  });
});

describe('the details of a window', () => {
  const open =
    '&of=portalcalendar:default/team-payments&window=saturday&at=2026-03-14T06:00:00Z';

  it('say what it does, why, for whom, when in both zones, and where it is edited', async () => {
    show({}, `?${AT}${open}`);
    const details = await screen.findByRole('dialog', {
      name: 'Saturday maintenance',
    });
    expect(
      await within(details).findByText(/Releases are possible while it/),
    ).toBeVisible();
    expect(details).toHaveTextContent('Pause when it closes');
    expect(details).toHaveTextContent('Are treated like any other release.');
    expect(details).toHaveTextContent('Customers are fewest.');
    expect(details).toHaveTextContent('For tier tier-1.');
    expect(details).toHaveTextContent('12 services');
    expect(details).toHaveTextContent('This portal');
    // 06:00 UTC is 02:00 in New York, where clocks went forward the week before.
    expect(details).toHaveTextContent(
      /2:00.*6:00.*Calendar's time \(America\/New_York\)/,
    );
    expect(details).toHaveTextContent('It lasts 13 h.');
    expect(details).toHaveTextContent('It ends at a time that does not exist');
    expect(details).not.toHaveTextContent('Another window is over.');
    await expectAccessible(details);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(address().get('window')).toBeNull());
  });

  it('of a window from Git lead to its source', async () => {
    show(
      {},
      `?${AT}&of=freezecalendar:default/month-end-close&window=month-end`,
    );
    const details = await screen.findByRole('dialog', {
      name: 'Books are closed',
    });
    expect(await within(details).findByText('Edit in Git')).toHaveAttribute(
      'href',
      'https://git.example/calendar.yaml',
    );
    expect(details).toHaveTextContent('FREQ=MONTHLY;BYMONTHDAY=-1');
  });

  it('of a window that is gone say so', async () => {
    show({}, `?${AT}&of=freezecalendar:default/month-end-close&window=nope`);
    expect(
      await screen.findByText('This window is not in its calendar any more.'),
    ).toBeVisible();
  });
});

describe('the week', () => {
  it.each([
    ['2026-03-29', /29.*2026, .*this day has 23 hours/],
    ['2026-10-25', /25.*2026, .*this day has 25 hours/],
  ])('says that %s is not of 24 hours', async (date, name) => {
    show({}, `?view=week&date=${date}&zone=Europe/Zurich`);
    expect(await screen.findByRole('button', { name })).toBeVisible();
  });

  it('moves by arrow keys between days and windows', async () => {
    show({}, `?view=week&date=2026-03-14&zone=Europe/Zurich`);
    await screen.findByRole('button', { name: /^Saturday maintenance/ });
    const heading = screen.getByRole('button', {
      name: /Saturday.*14.*1 window/,
    });
    act(() => heading.focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveAccessibleName(
      /^Saturday maintenance/,
    );
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement).toHaveAccessibleName(/Friday.*13/);
    await expectAccessible(screen.getByRole('main'));
    await userEvent.keyboard('{PageUp}');
    await waitFor(() => expect(address().get('date')).toMatch(/2026-03-0[12]/));
    await waitFor(() =>
      expect(document.activeElement).toHaveAttribute('data-col'),
    );
  });

  it('says of a day that a zone skipped that there was none', async () => {
    show({}, '?view=week&date=2011-12-30&zone=Pacific/Apia');
    expect(
      await screen.findByRole('button', {
        name: /30.*2011, This day does not exist in Pacific\/Apia/,
      }),
    ).toBeVisible();
  });
});

describe('the timeline', () => {
  const rows = [
    {
      id: 'system:default/payments',
      title: 'Payments',
      services: 9,
      windows: [0, 1],
    },
    { id: 'system:default/cards', title: 'Cards', services: 3, windows: [2] },
  ];
  const getCalendarView: ContinuityApi['getCalendarView'] = async ({
    from,
    to,
  }) => march({ from, to, rows });

  it('shows the windows of each row, and moves between them by keys', async () => {
    show({ getCalendarView }, `?view=timeline&${AT}`);
    const payments = await screen.findByRole('group', { name: 'Payments' });
    expect(payments).toHaveTextContent('2 windows · 9 services');
    const bars = within(payments).getAllByRole('button');
    expect(bars.map(bar => bar.tabIndex)).toEqual([0, -1, -1, -1, -1, -1]);
    act(() => bars[0].focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(bars[1]);
    await userEvent.keyboard('{End}');
    expect(document.activeElement).toBe(bars[5]);
    await userEvent.keyboard('{Home}');
    expect(document.activeElement).toBe(bars[0]);
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() =>
      expect(document.activeElement).toHaveAccessibleName(/^Scheme release/),
    );
    await expectAccessible(screen.getByRole('main'));
  });

  it('writes beside a mark that is too short for words, where there is room', async () => {
    const hour = (date: string) =>
      viewOccurrence(
        0,
        `2026-03-${date}T08:00:00Z`,
        `2026-03-${date}T09:00:00Z`,
      );
    const view = {
      ...calendarView(
        [viewWindow('patch', { title: 'Patching' })],
        [hour('05'), hour('06'), hour('20')],
      ),
      rows: [{ id: 'tier-1', title: 'Gold', services: 1, windows: [0] }],
    };
    show({ getCalendarView: async () => view }, `?view=timeline&${AT}`);
    const row = await screen.findByRole('group', { name: 'Gold' });
    expect(
      within(row).getAllByRole('button', { name: /^Patching: / }),
    ).toHaveLength(3);
    // Between the first two there is none.
    const [, last] = within(row).getAllByText('Patching');
    expect(within(row).getAllByText('Patching')).toHaveLength(2);
    await userEvent.click(last);
    expect(
      await screen.findByRole('dialog', { name: /Patching/ }),
    ).toHaveTextContent(/Mar 20, 2026/);
  });

  it('asks for the rows that are chosen, and for a longer period', async () => {
    const asked = jest.fn(getCalendarView);
    show({ getCalendarView: asked }, `?view=timeline&${AT}`);
    await screen.findByRole('group', { name: 'Payments' });
    await userEvent.selectOptions(screen.getByLabelText('Rows'), 'By team');
    await userEvent.selectOptions(screen.getByLabelText('Length'), '3 months');
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        expect.objectContaining({
          rows: 'team',
          from: '2026-02-28T23:00:00.000Z',
          to: '2026-05-31T22:00:00.000Z',
        }),
        expect.anything(),
      ),
    );
    expect(address().get('scale')).toBe('quarter');
  });

  it('makes only the rows in sight of hundreds, with 20,000 occurrences', async () => {
    const view = manyOccurrences(3000, 20_000, {
      from: '2026-02-28T23:00:00Z',
      to: '2026-03-31T22:00:00Z',
    });
    show({ getCalendarView: async () => view }, `?view=timeline&${AT}`);
    await screen.findByRole('group', { name: 'System 0' });
    const made = screen.getAllByRole('group', { name: /^System \d+/ });
    expect(view.rows).toHaveLength(500);
    expect(made.length).toBeLessThan(40);
    await userEvent.click(
      within(made[0]).getByRole('button', { name: /more in System 0/ }),
    );
    const list = await screen.findByRole('dialog', {
      name: /Windows of System 0/,
    });
    const items = within(list).getAllByRole('listitem');
    expect(items.length).toBeLessThan(40);
    expect(Number(items[0].getAttribute('aria-setsize'))).toBeGreaterThan(100);
  });
});

describe('the list', () => {
  it('is a table with a page for every 50', async () => {
    const view = manyOccurrences(300, 120, {
      from: '2026-02-28T23:00:00Z',
      to: '2026-03-31T22:00:00Z',
    });
    show({ getCalendarView: async () => view }, `?view=list&${AT}`);
    const table = await screen.findByRole('table', {
      name: 'Windows, March 2026',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(51);
    await expectAccessible(screen.getByRole('main'));
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(address().get('page')).toBe('2');
    expect(screen.getByText('51 to 100 of 120')).toBeVisible();
    await userEvent.click(
      within(table).getAllByRole('button', { name: /^Window w/ })[0],
    );
    expect(address().get('page')).toBe('2');
  });
});

describe('the address', () => {
  it('is asked for, as it describes', async () => {
    const asked = show(
      {},
      `?${AT}&owner=group:default/team-cards&system=system:default/cards&tier=tier-1&environment=production&region=eu-west-1&calendar=freezecalendar:default/card-scheme&effect=freeze&enforcement=approval&text=release&entity=component:default/a`,
    );
    await screen.findByRole('grid');
    expect(asked.mock.calls[0][0]).toMatchObject({
      owner: 'group:default/team-cards',
      system: 'system:default/cards',
      tier: 'tier-1',
      environment: 'production',
      region: 'eu-west-1',
      calendar: 'freezecalendar:default/card-scheme',
      effect: 'freeze',
      enforcement: 'approval',
      text: 'release',
      entity: 'component:default/a',
    });
    expect(screen.getByLabelText('Owner of services')).toHaveValue(
      'group:default/team-cards',
    );
    expect(screen.getByLabelText('Strictness')).toHaveValue('approval');
    expect(screen.getByText('Only for a')).toBeVisible();
  });

  it('keeps what is chosen', async () => {
    const asked = show();
    await screen.findByRole('grid');
    await userEvent.selectOptions(
      screen.getByLabelText('Calendar'),
      'Card scheme',
    );
    expect(address().get('calendar')).toBe(
      'freezecalendar:default/card-scheme',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Timeline' }));
    expect(address().get('view')).toBe('timeline');
    await userEvent.click(screen.getByRole('button', { name: 'Later' }));
    expect(address().get('date')).toBe('2026-04-04');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(address().get('calendar')).toBeNull();
    expect(address().get('zone')).toBe('Europe/Zurich');
    await waitFor(() =>
      expect(asked.mock.calls.at(-1)?.[0]).toMatchObject({
        rows: 'system',
        from: '2026-03-31T22:00:00.000Z',
      }),
    );
  });

  it("switches between the reader's zone and those of the calendars", async () => {
    show({}, '?date=2026-03-14');
    await screen.findByRole('grid');
    const zone = screen.getByLabelText('Time zone');
    expect(zone).toHaveDisplayValue(/^My time zone/);
    await userEvent.selectOptions(zone, "A calendar's: America/New_York");
    expect(address().get('zone')).toBe('America/New_York');
    // 06:00 UTC is 02:00 there.
    const [, second] = await screen.findAllByRole('button', {
      name: /^Saturday maintenance/,
    });
    expect(second).toHaveTextContent(/^2:00|^02:00/);
  });
});

describe('what is not as it should be', () => {
  const answer = (overrides: Partial<CalendarView>) => ({
    getCalendarView: async ({ from, to }: { from: string; to: string }) =>
      march({ from, to, ...overrides }),
  });

  it('a calendar that cannot be read is named, with why and what holds meanwhile', async () => {
    show(
      answer({
        unreadableCalendars: [
          {
            ref: 'freezecalendar:default/card-scheme',
            problem: 'The feed answered 503.',
            lastGoodAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
          },
          {
            ref: 'freezecalendar:default/tax-season',
            problem: 'spec.timezone: "Mars/Olympus" is no IANA time zone',
          },
        ],
      }),
    );
    const notice = (
      await screen.findByText('2 freeze calendars could not be read.')
    ).closest('[role="alert"]');
    expect(notice).toHaveTextContent('The feed answered 503.');
    expect(notice).toHaveTextContent(
      'Its last good windows, of 3 hours ago, stay in force',
    );
    expect(notice).toHaveTextContent('Mars/Olympus');
    expect(notice).toHaveTextContent('It was never read well');
  });

  it('calendars stand in a list with their state, the ones in trouble first', async () => {
    show();
    const table = await screen.findByRole('table', { name: 'Calendars' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(/Tax season.*Closed.*Mars\/Olympus/);
    expect(second).toHaveTextContent(
      /Card scheme.*A subscribed calendar.*Degraded.*503.*3 hours ago/,
    );
    await userEvent.click(
      within(table).getByRole('button', { name: 'Show only Card scheme' }),
    );
    expect(address().get('calendar')).toBe(
      'freezecalendar:default/card-scheme',
    );
  });

  it('nothing takes place: says so, and keeps the days', async () => {
    show({ getCalendarView: async () => calendarView([], []) });
    expect(
      await screen.findByText('No window takes place in this period.'),
    ).toBeVisible();
    expect(screen.getByRole('grid')).toBeVisible();
  });

  it('nothing matches: blames the filters', async () => {
    show(
      { getCalendarView: async () => calendarView([], []) },
      `?${AT}&text=nope`,
    );
    expect(
      await screen.findByText(/No window of these filters takes place/),
    ).toBeVisible();
  });

  it('more than is shown: warns that blank is not open', async () => {
    show(answer({ truncated: true }));
    expect(
      await screen.findByText(/a blank place does not mean that it is open/),
    ).toBeVisible();
  });

  it('shows that it loads, and no former month as if it were the next', async () => {
    let calls = 0;
    show({
      getCalendarView: async ({ from, to }) => {
        calls += 1;
        return calls === 1 ? march({ from, to }) : new Promise(() => undefined);
      },
    });
    await screen.findByRole('grid');
    await userEvent.click(screen.getByRole('button', { name: 'Later' }));
    expect(
      await screen.findByRole('status', { name: 'Loading the calendar' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });

  it('says why it could not be loaded, keeps the filters, and tries again', async () => {
    const getCalendarView = jest
      .fn(mockContinuityApi().getCalendarView)
      .mockRejectedValueOnce(new Error('connection refused'));
    show({ getCalendarView });
    expect(await screen.findByText('connection refused')).toBeVisible();
    expect(screen.getByLabelText('Title or reason contains')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('grid')).toBeVisible();
  });

  it('names the permission that is lacking', async () => {
    show({
      getCalendarView: async () => {
        throw Object.assign(new Error(), { name: 'NotAllowedError' });
      },
    });
    expect(await screen.findByText(/continuity\.calendar\.read/)).toBeVisible();
  });
});

describe('a printed sheet', () => {
  it('shows what there is room for on paper, where nobody can press for the rest', async () => {
    const period = {
      from: '2026-02-28T23:00:00Z',
      to: '2026-03-31T22:00:00Z',
    };
    const view = {
      ...manyOccurrences(8, 8, period),
      occurrences: Array.from({ length: 8 }, (_, window) =>
        viewOccurrence(window, '2026-03-02T08:00:00Z', '2026-03-10T08:00:00Z'),
      ),
    };
    show({ getCalendarView: async () => view }, `?view=timeline&${AT}`);
    expect(
      await screen.findByRole('button', { name: '4 more in System 0' }),
    ).toBeInTheDocument();
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    const sheet = document.querySelector('[data-continuity-sheet]');
    expect(sheet).toHaveTextContent('System 0');
    expect(sheet).not.toHaveTextContent(/\+\d+ more/);
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
  });

  it('holds all rows, the zone and the filters, and is gone afterwards', async () => {
    const view = manyOccurrences(600, 600, {
      from: '2026-02-28T23:00:00Z',
      to: '2026-03-31T22:00:00Z',
    });
    show(
      { getCalendarView: async () => view },
      `?view=timeline&${AT}&tier=tier-1`,
    );
    await screen.findByRole('group', { name: 'System 0' });
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    const sheet = document.querySelector('[data-continuity-sheet]');
    expect(sheet).toHaveTextContent('March 2026');
    expect(sheet).toHaveTextContent('Times in Europe/Zurich');
    expect(sheet).toHaveTextContent('Filters: tier-1');
    expect(sheet).toHaveTextContent('System 0');
    expect(sheet).toHaveTextContent('System 99');
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    expect(document.querySelector('[data-continuity-sheet]')).toBeNull();
  });
});
