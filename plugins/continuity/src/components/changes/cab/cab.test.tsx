import type {
  CabAgendaItem,
  Change,
  ChangeDecisionResult,
  ChangeDecisions,
} from '@continuity/plugin-continuity-common';
import type { ContinuityApi } from '@continuity/plugin-continuity-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { showPage } from '../../../__testUtils__/showPage';
import {
  BOARD,
  cabAgenda,
  cabDetails,
  cabItem,
  cabMeeting,
  DORA,
  ERIK,
  MEETING_ID,
} from '../../../testing/cabFixtures';
import {
  change as changeOf,
  changeSummary,
} from '../../../testing/changeFixtures';

jest.setTimeout(60_000);

const now = Date.now();
const PATIENCE = { timeout: 20_000 };
const HOUR = 3_600_000;

function show(
  path: string,
  items: CabAgendaItem[] = [],
  overrides: Partial<ContinuityApi> = {},
) {
  const api = {
    listCabBoards: jest.fn(async () => [{ group: BOARD, isMember: true }]),
    getCabAgenda: jest.fn(async () => cabAgenda(items)),
    listCabMeetings: jest.fn(async () => ({ items: [cabMeeting(now)] })),
    getCabMeeting: jest.fn(async () => cabDetails(now)),
    getChange: jest.fn(async () => changeOf(now)),
    decideChanges: jest.fn(
      async ({ decisions }: ChangeDecisions): Promise<ChangeDecisionResult[]> =>
        decisions.map(({ change }) => ({
          change,
          done: true,
          summary: changeSummary(now, { id: change }),
        })),
    ),
    ...overrides,
  };
  showPage(`/changes/cab${path}`, api);
  return api;
}

const item = (id: string, title: string, part: Partial<CabAgendaItem> = {}) =>
  cabItem(now, { id, title }, part);
const agenda = () =>
  screen.findByRole('list', { name: 'Changes to decide on' }, PATIENCE);

it('shows what waits, why it is risky, and who voted already', async () => {
  show('', [
    item('a', 'Limits', {
      votes: [
        {
          by: ERIK,
          decision: 'approve',
          at: new Date(now - HOUR).toISOString(),
          comment: 'I am away',
        },
      ],
    }),
    item('b', 'Mine', { asksCaller: false }),
  ]);
  const list = within(await agenda());
  const [first, second] = list.getAllByRole('listitem', { name: '' });
  expect(first).toHaveTextContent(/Limits.*Risk 42 of 140/);
  expect(first).toHaveTextContent('20: It is of tier-1.');
  expect(list.getByText(/I am away/)).toHaveTextContent(/approved/);
  expect(second).toBeDefined();
  expect(list.getByText(/You are not asked/)).toBeInTheDocument();
  expect(list.queryByLabelText('Decision on Mine')).toBeNull();
  expect(
    await screen.findByRole('table', { name: 'Meetings of this board' }),
  ).toHaveTextContent(/Weekly.*Planned/);
  await expectAccessible(screen.getByRole('main'));
});

it('records several decisions at once, each with its reason', async () => {
  const { decideChanges } = show('', [
    item('a', 'Limits'),
    item('b', 'Fees'),
    item('c', 'Later'),
  ]);
  await agenda();
  const { selectOptions, type, click } = userEvent;
  await selectOptions(screen.getByLabelText('Decision on Limits'), 'Approve');
  await selectOptions(screen.getByLabelText('Decision on Fees'), 'Refuse');
  const record = () =>
    screen.getByRole('button', { name: 'Record 2 decisions' });
  expect(record()).toBeDisabled();
  await type(screen.getByLabelText('Why, on Fees'), 'No way back');
  expect(record()).toBeDisabled();
  await type(
    screen.getByLabelText('The same reason wherever none is written'),
    'Tried on staging',
  );
  await click(screen.getByRole('button', { name: 'Use it' }));
  await click(record());
  expect(await screen.findByText('2 decisions were recorded')).toBeVisible();
  expect(decideChanges).toHaveBeenCalledWith({
    decisions: [
      {
        change: 'a',
        revision: 3,
        decision: 'approve',
        seen: changeOf(now).readiness.fingerprint,
        comment: 'Tried on staging',
      },
      { change: 'b', revision: 3, decision: 'reject', comment: 'No way back' },
    ],
  });
});

it('lets nothing be approved before it was shown as it is judged now', async () => {
  let judge: (judged: Change) => void = () => {};
  const { decideChanges } = show('', [item('a', 'Limits')], {
    getChange: () =>
      new Promise(resolve => {
        judge = resolve;
      }),
  });
  const list = within(await agenda());
  await userEvent.selectOptions(
    screen.getByLabelText('Decision on Limits'),
    'Approve',
  );
  await userEvent.type(screen.getByLabelText('Why, on Limits'), 'Tried');
  const record = screen.getByRole('button', { name: 'Record 1 decision' });
  expect(record).toBeDisabled();
  judge(
    changeOf(now, {
      readiness: {
        now: {
          at: new Date(now).toISOString(),
          checks: { 'rollback-plan-current': 'fail' },
        },
        fingerprint: 'as-it-is',
      },
    }),
  );
  expect(await list.findByText(/rollback-plan-current/)).toHaveTextContent(
    /Fail/i,
  );
  await waitFor(() => expect(record).toBeEnabled());
  await userEvent.click(record);
  await waitFor(() =>
    expect(decideChanges).toHaveBeenCalledWith({
      decisions: [expect.objectContaining({ seen: 'as-it-is' })],
    }),
  );
  await expectAccessible(screen.getByRole('main'));
});

it('says which were not recorded and why, and keeps them', async () => {
  show('', [item('a', 'Limits'), item('b', 'Fees')], {
    decideChanges: async () => [
      { change: 'a', done: true },
      {
        change: 'b',
        done: false,
        refusal: {
          name: 'ConflictError',
          message: 'Every seat that you could fill is filled',
        },
      },
    ],
  });
  await agenda();
  for (const title of ['Limits', 'Fees']) {
    await userEvent.selectOptions(
      screen.getByLabelText(`Decision on ${title}`),
      'Approve',
    );
    await userEvent.type(screen.getByLabelText(`Why, on ${title}`), 'Fine');
  }
  await userEvent.click(
    screen.getByRole('button', { name: 'Record 2 decisions' }),
  );
  expect(
    await screen.findByText(
      'Not recorded: Every seat that you could fill is filled',
    ),
  ).toBeVisible();
  expect(screen.getByText(/1 of 2 decisions were recorded/)).toBeVisible();
  expect(screen.getByLabelText('Why, on Fees')).toHaveValue('Fine');
  expect(
    screen.getByRole('button', { name: 'Record 1 decision' }),
  ).toBeEnabled();
});

it('does not record what was chosen on a change that is another one now', async () => {
  let revision = 3;
  const { getCabAgenda } = show('', [], {
    getCabAgenda: jest.fn(async () =>
      cabAgenda([cabItem(now, { id: 'a', title: 'Limits', revision })]),
    ),
  });
  await agenda();
  await userEvent.selectOptions(
    screen.getByLabelText('Decision on Limits'),
    'Approve',
  );
  await userEvent.type(screen.getByLabelText('Why, on Limits'), 'Fine');
  revision = 4;
  window.dispatchEvent(new Event('focus'));
  expect(
    await screen.findByText(/It was changed since you chose/),
  ).toBeVisible();
  expect(getCabAgenda).toHaveBeenCalledTimes(2);
  expect(
    screen.getByRole('button', { name: 'Record 1 decision' }),
  ).toBeDisabled();
});

it('says what to do where nothing waits and nobody met', async () => {
  show('', [], {
    listCabMeetings: async () => ({ items: [] }),
    listCabBoards: async () => [{ group: BOARD, isMember: false }],
  });
  expect(
    await screen.findByText('Nothing waits for this board.', {}, PATIENCE),
  ).toBeVisible();
  expect(await screen.findByText('No meeting was called yet.')).toBeVisible();
  expect(screen.getByText(/You do not belong to this board/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Call a meeting' })).toBeNull();
});

it('calls a meeting and names the field that is wrong', async () => {
  const callCabMeeting = jest
    .fn()
    .mockRejectedValueOnce(new Error('the backend is down'))
    .mockResolvedValueOnce(cabMeeting(now));
  show('', [], { callCabMeeting });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Call a meeting' }, PATIENCE),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.clear(dialog.getByLabelText(/Title/));
  expect(dialog.getByRole('button', { name: 'Call it' })).toBeDisabled();
  await userEvent.type(dialog.getByLabelText(/Title/), 'Extra');
  await userEvent.click(dialog.getByRole('button', { name: 'Call it' }));
  expect(await dialog.findByText(/the backend is down/)).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Call it' }));
  expect(
    await screen.findByRole('region', { name: 'Weekly' }, PATIENCE),
  ).toBeVisible();
  expect(callCabMeeting).toHaveBeenLastCalledWith(
    expect.objectContaining({ group: BOARD, title: 'Extra' }),
  );
});

it('closes a meeting with who was there and what was said', async () => {
  const closeCabMeeting = jest.fn(async () => cabDetails(now));
  show(`/${MEETING_ID}`, [item('a', 'Limits')], {
    closeCabMeeting,
    getCabMeeting: async () =>
      cabDetails(now, {
        decided: [
          {
            change: 'b',
            title: 'Fees',
            class: 'major',
            outcome: 'rejected',
            risk: 40,
            votes: [
              {
                by: DORA,
                decision: 'reject',
                at: new Date(now).toISOString(),
                beforeMeeting: true,
              },
            ],
          },
        ],
      }),
  });
  expect(
    await screen.findByRole(
      'table',
      { name: 'Voted on since it was called' },
      PATIENCE,
    ),
  ).toHaveTextContent(/Fees.*Refused.*before the meeting/);
  const close = within(
    screen.getByRole('region', { name: 'Close the meeting' }),
  );
  await userEvent.click(close.getByLabelText('erik.dahl'));
  await userEvent.type(
    await close.findByLabelText('Note on Limits'),
    'Waits for the load test',
  );
  await expectAccessible(screen.getByRole('main'));
  await userEvent.click(close.getByRole('button', { name: /Close it/ }));
  await waitFor(() =>
    expect(closeCabMeeting).toHaveBeenCalledWith(MEETING_ID, {
      present: [ERIK],
      notes: [{ change: 'a', note: 'Waits for the load test' }],
    }),
  );
});

it('offers nothing of a meeting that has not begun but to decide, and to call it off', async () => {
  const cancelCabMeeting = jest.fn(async () => cabMeeting(now));
  const start = new Date(now + 5 * HOUR).toISOString();
  show(`/${MEETING_ID}`, [item('a', 'Limits')], {
    cancelCabMeeting,
    getCabMeeting: async () =>
      cabDetails(now, { meeting: cabMeeting(now, { start }) }),
  });
  await agenda();
  expect(
    screen.queryByRole('region', { name: 'Close the meeting' }),
  ).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Call it off' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText(/Why/), 'Nothing to decide');
  await userEvent.click(dialog.getByRole('button', { name: 'Call it off' }));
  await waitFor(() =>
    expect(cancelCabMeeting).toHaveBeenCalledWith(
      MEETING_ID,
      'Nothing to decide',
    ),
  );
});

it('shows the minutes of a meeting that was closed', async () => {
  show(`/${MEETING_ID}`, [], {
    getCabMeeting: async () =>
      cabDetails(now, {
        meeting: cabMeeting(now, {
          state: 'closed',
          ended: {
            by: ERIK,
            at: new Date(now).toISOString(),
            note: 'All said',
          },
        }),
        mayLead: false,
        minutes: {
          present: [ERIK],
          absent: [DORA],
          items: [
            {
              change: 'a',
              title: 'Limits',
              class: 'major',
              outcome: 'waiting',
              risk: 42,
              votes: [],
              note: 'Put off',
            },
          ],
        },
      }),
  });
  expect(
    await screen.findByRole('table', { name: 'What was decided' }, PATIENCE),
  ).toHaveTextContent(/Limits.*Still waits.*Nobody voted.*Put off/);
  expect(screen.getByText(/All said/)).toBeVisible();
  expect(screen.getByRole('region', { name: 'Minutes' })).toHaveTextContent(
    /Were there: erik.dahl. Were not there: dora.weiss/,
  );
  expect(screen.queryByRole('region', { name: 'Agenda' })).toBeNull();
});

it('says so when the board cannot be asked', async () => {
  show('', [], {
    getCabAgenda: async () => {
      throw new Error('down');
    },
  });
  expect(
    await screen.findByText(
      'This could not be loaded: the agenda',
      {},
      PATIENCE,
    ),
  ).toBeVisible();
});
