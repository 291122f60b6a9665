import type { ContinuityApi } from '@continuity/plugin-continuity-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { ME, showPage } from '../../../__testUtils__/showPage';
import { failure } from '../../../testing/failure';
import {
  exemptionInForce,
  scorecardExemption,
  scorecardResult,
  scorecardResults,
  scorecards,
  scorecardSummary,
} from '../../../testing/scorecardFixtures';

jest.setTimeout(60_000);

const now = Date.now();
const PATIENCE = { timeout: 20_000 };
const table = (name: string) => screen.findByRole('table', { name }, PATIENCE);
const section = (name: string) =>
  screen.findByRole('region', { name }, PATIENCE);
const refused = (status: number, message: string) => async () => {
  throw await failure(status, message);
};

function show(query = '', overrides: Partial<ContinuityApi> = {}) {
  const listScorecardResults = jest.fn<
    ReturnType<ContinuityApi['listScorecardResults']>,
    Parameters<ContinuityApi['listScorecardResults']>
  >(async () => scorecardResults(now));
  showPage(`/scorecards${query}`, { listScorecardResults, ...overrides });
  return listScorecardResults;
}

describe('the heat map', () => {
  it('says of each service in words what came of each check', async () => {
    show();
    const map = await table('Services by check');
    const [head, first, second] = within(map)
      .getAllByRole('row')
      .map(row =>
        [...row.querySelectorAll('th, td')].map(cell => cell.textContent),
      );
    expect(head).toEqual([
      'Service',
      'Tier',
      'Level',
      'Score',
      'Risk',
      'Rollback plan',
      'Rehearsal',
      'Previous artifact',
      'Kill switch',
    ]);
    expect(first).toEqual([
      expect.stringContaining('Payments API'),
      'Mission critical',
      'Level Planned',
      '33.3% – 66.6%',
      '60',
      'Pass',
      'Fail, exempt',
      'Unknown',
      'Does not apply',
    ]);
    expect(second).toEqual([
      'reports',
      'Unclassified',
      'Nothing to judge',
      'Nothing applies',
      '0',
      ...Array(4).fill('Does not apply'),
    ]);
    expect(screen.getByRole('main')).toHaveTextContent('2 of 5000 services');
    await expectAccessible(screen.getByRole('main'));
  });

  it('asks for what the address says, and begins anew with another question', async () => {
    const asked = show(
      '?scorecard=rollback-readiness&tier=tier-1&check=rollback-rehearsed&state=fail&exempt=no&sort=score',
    );
    await table('Services by check');
    const question = {
      tier: ['tier-1'],
      check: 'rollback-rehearsed',
      state: ['fail'],
      exempt: false,
      sort: 'score',
    };
    expect(asked).toHaveBeenCalledWith(
      'rollback-readiness',
      expect.objectContaining({ ...question, cursor: undefined }),
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        'rollback-readiness',
        expect.objectContaining({ ...question, cursor: 'page-2' }),
        expect.anything(),
      ),
    );
    expect(screen.getByRole('button', { name: 'Previous' })).toBeVisible();
    fireEvent.change(screen.getByLabelText('Verdict'), {
      target: { value: 'unknown' },
    });
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        'rollback-readiness',
        expect.objectContaining({ state: ['unknown'], cursor: undefined }),
        expect.anything(),
      ),
    );
    expect(screen.queryByRole('button', { name: 'Previous' })).toBeNull();
  });

  it('never draws more than it asked for', async () => {
    const asked = show();
    await table('Services by check');
    expect(asked.mock.calls[0][1]).toMatchObject({ limit: 50 });
  });

  it('says that a service is not judged by the present scorecard', async () => {
    show('', {
      listScorecardResults: async () => ({
        ...scorecardResults(now),
        items: [
          scorecardResult(now, {
            stale: true,
            standing: {},
            states: Array(4).fill('unknown'),
            exempt: [],
          }),
        ],
      }),
    });
    expect(await table('Services by check')).toHaveTextContent(
      'Something changed; it is judged again shortly',
    );
  });

  it('clears the filters where nothing fits', async () => {
    const asked = show('?text=nothing', {
      listScorecardResults: async () => ({
        checks: [],
        items: [],
        totals: { services: 0, levels: [] },
      }),
    });
    expect(asked).not.toHaveBeenCalled();
    expect(
      await screen.findByText('No service fits the filters.', {}, PATIENCE),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    const map = await section('Services by check');
    expect(
      await within(map).findByText('No service was judged yet.'),
    ).toBeVisible();
  });

  it('is saved as a file with the same filters', async () => {
    const exportScorecardResults = jest.fn(async () => 'ref\r\n');
    const files: Blob[] = [];
    // The browser of tests has no addresses for files.
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
      revokeObjectURL: () => {},
    });
    show('?level=none', { exportScorecardResults });
    await table('Services by check');
    await userEvent.click(
      screen.getByRole('button', { name: 'Save as a table (CSV)' }),
    );
    await waitFor(() => expect(files).toHaveLength(1));
    expect(exportScorecardResults).toHaveBeenCalledWith('rollback-readiness', {
      level: ['none'],
    });
  });
});

describe('services together', () => {
  it('stand on the lowest of the strictest tier, with what fails there', async () => {
    show();
    const together = await section('Where services stand');
    expect(await within(together).findByText('As a whole')).toBeVisible();
    expect(together).toHaveTextContent(
      'No average hides one of them.1 of 2 services of Mission critical is below Proven.',
    );
    expect(
      within(together).getByRole('link', { name: 'Payments API' }),
    ).toBeVisible();
    const rows = within(
      within(together).getByRole('table', { name: 'Levels by tier' }),
    )
      .getAllByRole('row')
      .map(row =>
        [...row.querySelectorAll('th, td')].map(cell => cell.textContent),
      );
    expect(rows).toEqual([
      [
        'Tier',
        'Services',
        'No level',
        'Planned',
        'Possible',
        'Proven',
        'Lowest score',
      ],
      ['Mission critical', '2', '0', '1', '0', '1', '33.3%'],
      ['Unclassified', '1', '1', '0', '0', '0', 'None'],
    ]);
  });

  it('lead from a team to its services', async () => {
    const asked = show();
    await userEvent.click(
      await screen.findByRole(
        'button',
        { name: 'Show services of team-payments' },
        PATIENCE,
      ),
    );
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        'rollback-readiness',
        expect.objectContaining({ owner: ['group:default/team-payments'] }),
        expect.anything(),
      ),
    );
  });

  it('come ten groups at a time', async () => {
    const [group] = scorecardSummary().groups;
    show('', {
      getScorecardSummary: async () => ({
        ...scorecardSummary(),
        groups: Array.from({ length: 12 }, (_, index) => ({
          ...group,
          group: `group:default/team-${index}`,
        })),
      }),
    });
    const groups = await table('Rolled up');
    expect(within(groups).getAllByRole('row')).toHaveLength(11);
    expect(screen.getByRole('main')).toHaveTextContent('2 more groups');
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(within(groups).getAllByRole('row')).toHaveLength(13);
  });
});

describe('the trend', () => {
  it('is told in words and as a table, too', async () => {
    show();
    expect(
      await screen.findByRole(
        'img',
        {
          name: 'From Mar 1, 2026 to Mar 4, 2026: on Proven from 0 to 2 services, on no level from 3 to 1, of 3.',
        },
        PATIENCE,
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'As a table' }));
    expect(await table('Trend')).toHaveTextContent(
      'Mar 4, 202631002Mar 1, 202633000',
    );
  });

  it('says when there is none yet', async () => {
    show('', { getScorecardTrend: async () => [] });
    expect(await section('Trend')).toHaveTextContent('judged on two days');
  });
});

describe('the page', () => {
  it('changes to another scorecard, without the filters of the former', async () => {
    const asked = show('?level=proven');
    await table('Services by check');
    fireEvent.change(screen.getByRole('combobox', { name: 'Scorecard' }), {
      target: { value: 'continuity-basics' },
    });
    await waitFor(() => {
      const [scorecard, query] = asked.mock.calls.at(-1) ?? [];
      expect(scorecard).toBe('continuity-basics');
      expect(query).not.toHaveProperty('level');
    });
  });

  it.each([
    ['none is configured', '', { items: [] }, 'No scorecard is configured.'],
    [
      'the address names none that there is',
      '?scorecard=gold',
      {},
      'There is no scorecard gold.',
    ],
    [
      'judging stands still',
      '',
      { judging: { waiting: 2, problem: 'The database is locked' } },
      /^Judging stands still/,
    ],
    [
      'services wait',
      '',
      { judging: { waiting: 2, since: new Date(now - 60_000).toISOString() } },
      /2 services wait to be judged again\. The first waits since/,
    ],
  ])('says that %s', async (_, query, overrides, words) => {
    show(query, { listScorecards: async () => scorecards(overrides) });
    expect((await screen.findAllByText(words, {}, PATIENCE))[0]).toBeVisible();
  });

  it('says what to ask for where it may not be seen', async () => {
    show('', { listScorecards: refused(403, 'No') });
    expect(
      await screen.findByText(/continuity\.scorecard\.read/, {}, PATIENCE),
    ).toBeVisible();
  });

  it('leaves the other parts standing where one fails', async () => {
    show('', {
      getScorecardSummary: refused(500, 'Out of memory'),
      getScorecardTrend: refused(500, 'Out of disk'),
    });
    await table('Services by check');
    expect(await section('Where services stand')).toHaveTextContent(
      /Out of memory/,
    );
    expect(await section('Trend')).toHaveTextContent(/Out of disk/);
  });

  it('has no page at an address that nobody made', async () => {
    show('/nowhere');
    expect(
      await screen.findByText(
        /There is no such page about scorecards/,
        {},
        PATIENCE,
      ),
    ).toBeVisible();
  });
});

describe('exemptions', () => {
  it('are listed with who asked, who approved and until when', async () => {
    show('/exemptions');
    const list = await table('Exemptions');
    expect(list).toHaveTextContent('RehearsalRollback readiness');
    expect(list).toHaveTextContent(
      /In force.*asked for by .*cleo.marin.*approved by .*ines.fuchs/,
    );
    expect(
      await within(list).findByRole('button', { name: 'End it: Rehearsal' }),
    ).toBeVisible();
    await expectAccessible(screen.getByRole('main'));
  });

  it('are narrowed to what the address says', async () => {
    const listScorecardExemptions = jest.fn(async () => ({ items: [] }));
    show('/exemptions?state=requested&scorecard=rollback-readiness', {
      listScorecardExemptions,
    });
    expect(
      await screen.findByText('No exemption fits the filters.', {}, PATIENCE),
    ).toBeVisible();
    expect(listScorecardExemptions).toHaveBeenCalledWith(
      expect.objectContaining({
        state: 'requested',
        scorecard: 'rollback-readiness',
      }),
      expect.anything(),
    );
  });

  it('says where to ask for one while there is none', async () => {
    show('/exemptions', {
      listScorecardExemptions: async () => ({ items: [] }),
    });
    expect(
      await screen.findByText('There is no exemption yet.', {}, PATIENCE),
    ).toBeVisible();
    expect(screen.getByText(/^One is asked for at a check/)).toBeVisible();
  });

  it('are decided by somebody else, and not by who asked', async () => {
    const decideScorecardExemption = jest.fn(async () => exemptionInForce(now));
    show('/exemptions', {
      decideScorecardExemption,
      listScorecardExemptions: async () => ({
        items: [
          scorecardExemption(now),
          scorecardExemption(now, {
            id: '6d6f1f5c-0000-4000-8000-000000000002',
            check: 'rollback-plan-current',
            requestedBy: ME,
          }),
        ],
      }),
    });
    const list = await table('Exemptions');
    const refuse = await within(list).findAllByRole('button', {
      name: /^Refuse/,
    });
    expect(refuse).toHaveLength(1);
    await userEvent.click(refuse[0]);
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Why/), 'Mend it');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Refuse' }),
    );
    await waitFor(() =>
      expect(decideScorecardExemption).toHaveBeenCalledWith(
        scorecardExemption(now).id,
        { decision: 'refuse', comment: 'Mend it' },
      ),
    );
  });
});
