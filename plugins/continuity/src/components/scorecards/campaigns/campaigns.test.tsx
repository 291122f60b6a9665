import type { ContinuityApi } from '@continuity/plugin-continuity-react';
import type {
  CampaignChange,
  CampaignCreation,
} from '@continuity/plugin-continuity-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { showPage } from '../../../__testUtils__/showPage';
import {
  campaign,
  campaignPreview,
  campaignProgress,
  CAMPAIGN_ID,
} from '../../../testing/campaignFixtures';
import { failure } from '../../../testing/failure';

jest.setTimeout(60_000);

const now = Date.now();
const PATIENCE = { timeout: 20_000 };
const ONE = `/scorecards/campaigns/${CAMPAIGN_ID}`;
const table = (name: string) => screen.findByRole('table', { name }, PATIENCE);
const rowsOf = (element: HTMLElement) =>
  within(element)
    .getAllByRole('row')
    .map(row =>
      [...row.querySelectorAll('th, td')].map(cell => cell.textContent),
    );
const refused = (status: number, message: string) => async () => {
  throw await failure(status, message);
};
/** What the backend says of an id that can be none. */
const MALFORMED = 'id: must match format "uuid"';
const show = (path: string, overrides: Partial<ContinuityApi> = {}) =>
  showPage(path, overrides);

describe('the list', () => {
  it('says of each campaign what it asks and how far it is', async () => {
    show('/scorecards/campaigns');
    const [head, first] = rowsOf(await table('Campaigns'));
    expect(head).toEqual([
      'Campaign',
      'State',
      'Progress',
      'Last day',
      'Answers for it',
    ]);
    expect(first.slice(0, 3)).toEqual([
      'Rehearse going backProven of Rollback readiness',
      'Running',
      '12 of 40 services are there (30%)',
    ]);
    expect(first[3]).toContain('(Europe/Zurich)');
    expect(screen.getByRole('button', { name: 'New campaign' })).toBeVisible();
    await expectAccessible(screen.getByRole('main'));
  });

  it('asks for what the address says', async () => {
    const listCampaigns = jest.fn(async () => ({
      items: [],
      may: { create: false },
    }));
    show('/scorecards/campaigns?which=over', { listCampaigns });
    expect(
      await screen.findByText('No campaign fits the filters.', {}, PATIENCE),
    ).toBeVisible();
    expect(listCampaigns).toHaveBeenCalledWith(
      { state: ['reached', 'missed', 'cancelled'], limit: 20 },
      expect.anything(),
    );
    expect(screen.queryByRole('button', { name: 'New campaign' })).toBeNull();
  });

  it('says who makes one while there is none', async () => {
    show('/scorecards/campaigns', {
      listCampaigns: async () => ({ items: [], may: { create: false } }),
    });
    expect(
      await screen.findByText('There is no campaign yet.', {}, PATIENCE),
    ).toBeVisible();
    expect(screen.getByText(/continuity\.campaign\.create/)).toBeVisible();
  });

  it('says what to ask for where it may not be seen', async () => {
    show('/scorecards/campaigns', { listCampaigns: refused(403, 'No') });
    expect(
      await screen.findByText(/continuity\.campaign\.read/, {}, PATIENCE),
    ).toBeVisible();
  });
});

describe('the page of one', () => {
  it('says how far it is, what is in the way and who owns the rest', async () => {
    show(ONE);
    expect(await table('What is in the way')).toBeVisible();
    const main = screen.getByRole('main');
    expect(main).toHaveTextContent('12 of 40 services are there (30%)');
    expect(main).toHaveTextContent(
      'There: 12Exempt: 2Not known: 6Not there: 20',
    );
    expect(main).toHaveTextContent(
      '3 services joined after it began. 1 service does not belong to it any more.',
    );
    expect(
      rowsOf(screen.getByRole('table', { name: 'What is in the way' })),
    ).toEqual([
      ['Check', 'Services that it keeps back', 'Only this'],
      ['Rehearsal', '25', '9'],
      ['Rollback plan', '11', '0'],
    ]);
    expect(
      screen.getByRole('img', {
        name: 'From Mar 1, 2026 to Mar 2, 2026: there from 4 of 37 to 12 of 40 services.',
      }),
    ).toBeVisible();
    expect(main).toHaveTextContent('Reached and lost againLedger');
    const [, history] = rowsOf(await table('What was done to it'));
    expect(history[1]).toMatch(
      /^Changed \(Last day: \d{4}-\d\d-\d\d → \d{4}-\d\d-\d\d\)$/,
    );
    await expectAccessible(main);
  });

  it('says of each service what it lacks next, and leads to its tab', async () => {
    show(ONE);
    const services = await table('Services');
    expect(rowsOf(services).map(row => row.slice(1))).toEqual([
      ['Service', 'Where it stands', 'What it lacks next'],
      [
        expect.stringMatching(/^Payments APIJoined .*Is being judged again$/),
        'Not there',
        'RehearsalGoing back lost 3 rows. Mend the migration, and rehearse again.and 1 more check',
      ],
      ['orphan', 'Not known', 'Nothing was judged'],
      ['checkout', 'There', 'Nothing'],
    ]);
    expect(
      within(services).getByRole('link', { name: 'Payments API' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/continuity',
    );
  });

  it('narrows services to what a team has not done', async () => {
    const listCampaignServices = jest.fn<
      ReturnType<ContinuityApi['listCampaignServices']>,
      Parameters<ContinuityApi['listCampaignServices']>
    >(async () => ({ items: [] }));
    show(ONE, { listCampaignServices });
    await userEvent.click(
      await screen.findByRole(
        'button',
        { name: 'Show what is not there of team-payments' },
        PATIENCE,
      ),
    );
    await waitFor(() =>
      expect(listCampaignServices).toHaveBeenLastCalledWith(
        CAMPAIGN_ID,
        {
          owner: 'group:default/team-payments',
          which: 'open',
          limit: 50,
        },
        expect.anything(),
      ),
    );
  });

  it('shows the days as a table, too', async () => {
    show(ONE);
    await userEvent.click(
      await screen.findByRole('button', { name: 'As a table' }, PATIENCE),
    );
    expect(rowsOf(await table('Day by day'))).toEqual([
      ['Day', 'There', 'Services'],
      ['Mar 2, 2026', '12', '40'],
      ['Mar 1, 2026', '4', '37'],
    ]);
    await expectAccessible(screen.getByRole('main'));
  });

  it.each<[string, Parameters<typeof campaign>[1], RegExp]>([
    [
      'it was reached',
      {
        state: 'reached',
        endedAt: new Date(now).toISOString(),
        may: { change: false, cancel: false },
      },
      /Reached: at its end every service was there\..*nothing that came later changes it/,
    ],
    [
      'it was missed',
      {
        state: 'missed',
        total: {
          services: 50,
          reached: 20,
          exempt: 0,
          notKnown: 0,
          notReached: 30,
        },
      },
      /Missed: .*In all it was 20 of 50; here are those that you may see/,
    ],
    [
      'it was called off',
      {
        state: 'cancelled',
        cancellation: {
          by: 'user:default/cleo.marin',
          at: new Date(now).toISOString(),
          reason: 'The scorecard is wrong',
        },
      },
      /It was called off\..*The scorecard is wrong/,
    ],
    ['it is being concluded', { concluding: true }, /Its last day is over/],
    [
      'its level is gone',
      { levelTitle: undefined },
      /no such level any more.*Nothing counts as reached/,
    ],
    [
      'nothing is in it',
      {
        counts: {
          services: 0,
          reached: 0,
          exempt: 0,
          notKnown: 0,
          notReached: 0,
        },
      },
      /No service is in it/,
    ],
  ])('says that %s', async (_, change, words) => {
    show(ONE, { getCampaign: async () => campaign(now, change) });
    await table('Services');
    expect(screen.getByRole('main')).toHaveTextContent(words);
  });

  it('leaves the rest standing where a part fails', async () => {
    show(ONE, { getCampaignProgress: refused(500, 'Out of memory') });
    expect(await table('Services')).toBeVisible();
    expect(
      await screen.findByText(/Out of memory/, {}, PATIENCE),
    ).toBeVisible();
  });

  it.each([
    ['is gone', ONE, 404, 'There is no campaign'],
    ['never was one', '/scorecards/campaigns/nope', 400, MALFORMED],
    ['is to be changed', '/scorecards/campaigns/nope/edit', 400, MALFORMED],
  ])('says where the others are of what %s', async (_, path, status, told) => {
    show(path, { getCampaign: refused(status, told) });
    expect(
      await screen.findByText('There is no such campaign', {}, PATIENCE),
    ).toBeVisible();
    expect(screen.queryByText(/must match/)).toBeNull();
    expect(
      screen.getByRole('link', { name: /All campaigns|Back to/ }),
    ).toBeVisible();
  });

  it('is called off with a reason, on what was seen', async () => {
    const cancelCampaign = jest.fn(async () =>
      campaign(now, { state: 'cancelled' }),
    );
    show(ONE, { cancelCampaign });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Call off' }, PATIENCE),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const act = dialog.getByRole('button', { name: 'Call off' });
    expect(act).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/^Why/), 'Wrong level');
    await userEvent.click(act);
    expect(cancelCampaign).toHaveBeenCalledWith(CAMPAIGN_ID, {
      revision: 3,
      reason: 'Wrong level',
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('does not offer what one may not do, and says who can', async () => {
    show(ONE, {
      getCampaign: async () =>
        campaign(now, { may: { change: false, cancel: false } }),
    });
    await table('Services');
    expect(screen.queryByRole('button', { name: 'Call off' })).toBeNull();
    expect(screen.getByRole('main')).toHaveTextContent(
      'continuity.campaign.update',
    );
  });

  it('draws no more owners than can be read', async () => {
    const [{ counts }] = campaignProgress(now).owners;
    show(ONE, {
      getCampaignProgress: async () =>
        campaignProgress(now, {
          owners: Array.from({ length: 500 }, (_, index) => ({
            owner: `group:default/team-${index}`,
            counts,
          })),
          ownersLeftOut: 7,
        }),
    });
    expect(rowsOf(await table('Who owns the rest'))).toHaveLength(11);
    expect(screen.getByRole('main')).toHaveTextContent('497 more owners');
  });
});

describe('the form', () => {
  const form = async (name: string) =>
    within(await screen.findByRole('form', { name }, PATIENCE));

  it('makes a campaign, and shows beforehand what it would mean', async () => {
    const createCampaign = jest.fn(async (_: CampaignCreation) =>
      campaign(now),
    );
    show('/scorecards/campaigns/new', { createCampaign });
    const fields = await form('New campaign');
    fireEvent.change(fields.getByLabelText(/^Title/), {
      target: { value: 'Rehearse' },
    });
    fireEvent.change(fields.getByLabelText(/^Why/), {
      target: { value: 'Because of May' },
    });
    fireEvent.change(fields.getByLabelText(/^Last day/), {
      target: { value: '2030-03-31' },
    });
    fireEvent.change(fields.getByLabelText(/^Reminders/), {
      target: { value: '7 1' },
    });
    const preview = within(
      await screen.findByRole('region', { name: 'What it would mean now' }),
    );
    expect(
      await preview.findByText('12 of 40 services are there (30%)'),
    ).toBeVisible();
    expect(preview.getByText('and 37 more services')).toBeVisible();
    await expectAccessible(screen.getByRole('main'));
    await userEvent.click(fields.getByRole('button', { name: 'Make it' }));
    expect(createCampaign).toHaveBeenCalledWith({
      content: expect.objectContaining({
        title: 'Rehearse',
        description: 'Because of May',
        scorecard: 'rollback-readiness',
        level: 'proven',
        scope: {},
        endsOn: '2030-03-31',
        reminders: [7, 1],
      }),
    });
    expect(await table('What is in the way')).toBeVisible();
  });

  it('says at the fields what is wrong, as the backend sees it', async () => {
    show('/scorecards/campaigns/new', {
      previewCampaign: async () =>
        campaignPreview(now, {
          problems: [
            { path: 'title', message: 'is empty' },
            { path: 'timezone', message: 'is no zone' },
          ],
          counts: undefined,
          services: [],
        }),
    });
    const fields = await form('New campaign');
    expect(await fields.findByText('is no zone')).toBeVisible();
    // It is empty because nobody has filled it in yet.
    expect(fields.queryByText('is empty')).toBeNull();
    fireEvent.change(fields.getByLabelText('Only where'), {
      target: { value: '{' },
    });
    expect(await fields.findByText(/is no JSON object/)).toBeVisible();
    expect(fields.getByLabelText('Only where')).toHaveAttribute(
      'aria-invalid',
      'true',
    );
  });

  it.each([
    ['scope.entities', /follows once scorecard, level and filters/],
    ['title', /the catalog has not been read/],
  ])('says why no services are shown, with %s wrong', async (path, why) => {
    show('/scorecards/campaigns/new', {
      previewCampaign: async () =>
        campaignPreview(now, {
          problems: [{ path, message: 'is wrong' }],
          counts: undefined,
          services: [],
        }),
    });
    expect(await screen.findByText(why, {}, PATIENCE)).toBeVisible();
  });

  it('takes a tier by its title', async () => {
    const createCampaign = jest.fn(async (_: CampaignCreation) =>
      campaign(now),
    );
    show('/scorecards/campaigns/new', { createCampaign });
    const fields = await form('New campaign');
    const tiers = fields.getByLabelText('Tiers');
    await userEvent.click(tiers);
    await screen.findByRole('option', { name: 'Mission critical' }, PATIENCE);
    await userEvent.type(tiers, 'mission critical{enter}');
    expect(
      fields.getByRole('button', { name: 'Mission critical' }),
    ).toBeVisible();
    await userEvent.click(fields.getByRole('button', { name: 'Make it' }));
    expect(createCampaign).toHaveBeenCalledWith({
      content: expect.objectContaining({ scope: { tiers: ['tier-1'] } }),
    });
  });

  it('asks before what was typed is left', async () => {
    show('/scorecards/campaigns/new');
    const fields = await form('New campaign');
    await userEvent.type(fields.getByLabelText(/^Title/), 'R');
    await userEvent.click(screen.getByRole('link', { name: 'All campaigns' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Stay' }));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(fields.getByLabelText(/^Title/)).toHaveValue('R');
  });

  it('keeps what a running one asks for, and changes the rest with why', async () => {
    const reviseCampaign = jest.fn(async (_: string, __: CampaignChange) =>
      campaign(now),
    );
    show(`${ONE}/edit`, { reviseCampaign });
    const fields = await form('Change the campaign');
    expect(fields.getByLabelText('Scorecard')).toBeDisabled();
    expect(fields.getByLabelText('Level to stand on')).toBeDisabled();
    expect(fields.getByLabelText(/^First day/)).toBeDisabled();
    const save = fields.getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    await userEvent.type(fields.getByLabelText(/^Why it changes/), 'Holidays');
    await userEvent.click(save);
    expect(reviseCampaign).toHaveBeenCalledWith(CAMPAIGN_ID, {
      revision: 3,
      content: {
        ...campaign(now).content,
        reminders: [14, 1],
      },
      comment: 'Holidays',
    });
  });

  it('loses nothing when somebody else was faster', async () => {
    const newest = campaign(now, { revision: 4 });
    newest.content = { ...newest.content, title: 'Theirs', reminders: [5] };
    const reviseCampaign = jest
      .fn<
        ReturnType<ContinuityApi['reviseCampaign']>,
        Parameters<ContinuityApi['reviseCampaign']>
      >(async () => campaign(now))
      .mockRejectedValueOnce(
        await failure(409, 'revision: 3 is not the newest'),
      );
    const getCampaign = jest
      .fn(async () => newest)
      .mockResolvedValueOnce(campaign(now));
    show(`${ONE}/edit`, { reviseCampaign, getCampaign });
    const fields = await form('Change the campaign');
    await userEvent.clear(fields.getByLabelText(/^Title/));
    await userEvent.type(fields.getByLabelText(/^Title/), 'Mine');
    await userEvent.type(fields.getByLabelText(/^Why it changes/), 'Better');
    await userEvent.click(fields.getByRole('button', { name: 'Save' }));
    await userEvent.click(
      await fields.findByRole('button', {
        name: 'Put the newest version into the form',
      }),
    );
    expect(
      await screen.findByText(/Both of you changed Title; yours stands there/),
    ).toBeVisible();
    expect(fields.getByLabelText(/^Title/)).toHaveValue('Mine');
    expect(fields.getByLabelText(/^Reminders/)).toHaveValue('5');
    await userEvent.click(fields.getByRole('button', { name: 'Save' }));
    expect(reviseCampaign).toHaveBeenLastCalledWith(
      CAMPAIGN_ID,
      expect.objectContaining({ revision: 4 }),
    );
  });

  it('is not there for who may not', async () => {
    show(`${ONE}/edit`, {
      getCampaign: async () =>
        campaign(now, { may: { change: false, cancel: false } }),
    });
    expect(
      await screen.findByText('It cannot be changed.', {}, PATIENCE),
    ).toBeVisible();
  });
});
