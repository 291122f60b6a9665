import type { Change } from '@continuity/plugin-continuity-common';
import type { ContinuityApi } from '@continuity/plugin-continuity-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { ME, showPage } from '../../../__testUtils__/showPage';
import {
  CHANGE_ID,
  change,
  changeRevisions,
  changeSummary,
  changeTimeline,
  suspendedChange,
} from '../../../testing/changeFixtures';
import { failure } from '../../../testing/failure';

jest.setTimeout(60_000);

const now = Date.now();
const PATIENCE = { timeout: 20_000 };

function show(shown: Change, overrides: Partial<ContinuityApi> = {}) {
  const getChange = jest.fn(async () => shown);
  const moveChange = jest.fn<
    ReturnType<ContinuityApi['moveChange']>,
    Parameters<ContinuityApi['moveChange']>
  >(async () => shown);
  const decideChange = jest.fn<
    ReturnType<ContinuityApi['decideChange']>,
    Parameters<ContinuityApi['decideChange']>
  >(async () => shown);
  showPage(`/changes/${CHANGE_ID}`, {
    getChange,
    moveChange,
    decideChange,
    listChangeTimeline: async () => changeTimeline(now),
    listChangeRevisions: async () => changeRevisions(now),
    ...overrides,
  });
  return { getChange, moveChange, decideChange };
}

const region = (name: string) =>
  screen.findByRole('region', { name }, PATIENCE);
const open = async (name: string) => {
  await userEvent.click(await screen.findByRole('button', { name }, PATIENCE));
  return screen.findByRole('dialog', { name });
};
const press = (dialog: HTMLElement, name: string) =>
  userEvent.click(within(dialog).getByRole('button', { name }));
/** Coming back to the page looks it up again, as time does. */
const comeBack = () =>
  act(async () => window.dispatchEvent(new Event('focus')));

const next = (event: Change['next'][number]['event']): Change['next'] => [
  { event, allowed: true, refusals: [] },
];

it('says where it stands, who must act, what it says and what happened', async () => {
  show(change(now));
  expect(
    await screen.findByRole(
      'heading',
      { name: 'Raise the payment limits' },
      PATIENCE,
    ),
  ).toBeVisible();
  const main = screen.getByRole('main');
  expect(main).toHaveTextContent(
    /Awaiting approval.*Major.*Missing: one of the Advisory board/,
  );
  expect(await region('Approvals')).toHaveTextContent(
    /Owners1 of 1ben\.oduya.*Advisory board0 of 1Nobody yettest, dora\.lind/,
  );
  expect(
    await screen.findByRole('list', { name: 'Given and refused' }),
  ).toHaveTextContent(/Approved.*ben\.oduya.*Looks sound/);
  expect(await region('What it says')).toHaveTextContent(
    /Deploy the version before.*Decided within15 minutes.*Takes10 minutes/,
  );
  expect(await region('Class')).toHaveTextContent(
    /counts as if it applied.*Say how many files.*1 rule does not apply/,
  );
  expect(
    await screen.findByRole('list', { name: 'Timeline' }),
  ).toHaveTextContent(/Assessed.*It is major by the rule.*Raised/);
  expect(
    await screen.findByRole('list', { name: 'Revisions' }),
  ).toHaveTextContent(/Revision 2.*Changed: Title, Way back.*The first one/);
  await expectAccessible(main);
});

it('lists everything that is in the way of a step, and what to do', async () => {
  show(
    change(now, {
      summary: changeSummary(now, { state: 'scheduled' }),
      next: [
        {
          event: 'start',
          allowed: false,
          refusals: [
            { reason: 'A freeze is in force.', remedy: 'Wait until Monday.' },
            { reason: 'A check is unknown.' },
          ],
        },
      ],
    }),
  );
  const refused = await screen.findByRole(
    'list',
    { name: 'Not possible now: Begin' },
    PATIENCE,
  );
  expect(within(refused).getAllByRole('listitem')).toHaveLength(2);
  expect(refused).toHaveTextContent(
    'A freeze is in force.What to do: Wait until Monday.A check is unknown.',
  );
  const button = screen.getByRole('button', { name: 'Begin' });
  expect(button).toBeDisabled();
  expect(button).toHaveAccessibleDescription(/A freeze is in force/);
});

it('approves the revision that was seen, and shows what came of it', async () => {
  const approved = change(now, {
    summary: changeSummary(now, { state: 'approved', revision: 4 }),
    next: [],
  });
  const { getChange, decideChange } = show(change(now));
  decideChange.mockImplementation(async () => {
    getChange.mockResolvedValue(approved);
    return approved;
  });
  const dialog = await open('Approve');
  expect(dialog).toHaveTextContent(/You approve this revision/);
  await userEvent.type(within(dialog).getByLabelText('Comment'), 'Sound');
  await press(dialog, 'Approve');
  expect(decideChange).toHaveBeenCalledWith(CHANGE_ID, {
    decision: 'approve',
    revision: 3,
    seen: 'f1',
    comment: 'Sound',
  });
  expect(
    await screen.findByText(/Its authors have to schedule it/),
  ).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  // The button is gone; what can be done now is where one goes on.
  const steps = await region('What can happen next');
  expect(steps).toContainElement(document.activeElement as HTMLElement);
});

it('shows what is there when somebody was faster, and keeps what was typed', async () => {
  const newer = change(now, {
    summary: changeSummary(now, { revision: 4, title: 'Raise them more' }),
  });
  const { getChange, decideChange } = show(change(now));
  decideChange.mockRejectedValueOnce(
    await failure(409, 'It was changed', {
      current: { revision: 4, state: 'awaiting-approval' },
    }),
  );
  const dialog = await open('Refuse');
  const refuse = within(dialog).getByRole('button', { name: 'Refuse' });
  expect(refuse).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText(/^Comment/), 'Too far');
  await userEvent.click(refuse);
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    /revision 3; there is now revision 4.*Awaiting approval/,
  );
  expect(refuse).toBeDisabled();
  getChange.mockResolvedValue(newer);
  await press(dialog, 'Load the newest version');
  expect(await within(dialog).findByText('Raise them more')).toBeVisible();
  expect(within(dialog).getByLabelText(/^Comment/)).toHaveValue('Too far');
  await userEvent.click(refuse);
  expect(decideChange).toHaveBeenLastCalledWith(CHANGE_ID, {
    decision: 'reject',
    revision: 4,
    comment: 'Too far',
  });
});

it('says while somebody types that it is not the newest any more', async () => {
  const { getChange } = show(change(now));
  const dialog = await open('Approve');
  await userEvent.type(within(dialog).getByLabelText('Comment'), 'Sou');
  getChange.mockResolvedValue(
    change(now, { summary: changeSummary(now, { revision: 5 }) }),
  );
  await comeBack();
  expect(
    await within(dialog).findByText(/there is now revision 5/),
  ).toBeVisible();
  expect(
    within(dialog).getByRole('button', { name: 'Approve' }),
  ).toBeDisabled();
  expect(within(dialog).getByLabelText('Comment')).toHaveValue('Sou');
  // Whoever closes it to look at the page does not type it again.
  await press(dialog, 'Close');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const again = await open('Approve');
  expect(within(again).getByLabelText('Comment')).toHaveValue('Sou');
  expect(within(again).getByRole('button', { name: 'Approve' })).toBeEnabled();
});

it('shows of a suspended approval only what is different, what got worse first', async () => {
  show(suspendedChange(now));
  const [banner] = await screen.findAllByRole('alert', undefined, PATIENCE);
  const items = within(banner).getAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Worse: Month-end close closes/),
    expect.stringMatching(/^Worse: rollback-rehearsed was pass/),
    expect.stringMatching(/^Different: checkout does not fail.*covers it/),
  ]);
  expect(banner).not.toHaveTextContent('Nothing is written in another shape');
  expect(await region('Readiness')).toHaveTextContent(
    /Plan it after Monday 06:00.*Checks.*Pass.*Unknown/,
  );
  const dialog = await open('Approve');
  expect(
    within(dialog).getByRole('list', {
      name: 'Different from what was approved',
    }),
  ).toHaveTextContent(/Month-end close closes/);
});

it('tells whoever may not approve why, once', async () => {
  const refusals = [{ reason: 'user:default/test wrote a part of it.' }];
  show(
    change(now, {
      next: [
        { event: 'approve', allowed: false, refusals },
        { event: 'reject', allowed: false, refusals },
      ],
    }),
  );
  const refused = await screen.findByRole(
    'list',
    { name: 'Not possible now: Approve' },
    PATIENCE,
  );
  expect(refused).toHaveTextContent('wrote a part of it');
  expect(screen.queryByRole('button', { name: 'Refuse' })).toBeNull();
});

it('lets whoever approved it take that back, with a reason', async () => {
  const { approvals } = change(now);
  const { decideChange } = show(
    change(now, {
      approvals: {
        ...approvals,
        given: [{ ...approvals.given[0], by: ME }],
      },
    }),
  );
  const dialog = await open('Take my approval back');
  await userEvent.type(within(dialog).getByLabelText(/^Comment/), 'Too soon');
  await press(dialog, 'Take my approval back');
  expect(decideChange).toHaveBeenCalledWith(CHANGE_ID, {
    decision: 'withdraw',
    revision: 3,
    comment: 'Too soon',
  });
});

it('asks on finishing what came of it', async () => {
  const { moveChange } = show(
    change(now, {
      summary: changeSummary(now, { state: 'implementing' }),
      next: next('finish'),
    }),
  );
  const dialog = await open('Finish');
  const finish = within(dialog).getByRole('button', { name: 'Finish' });
  expect(finish).toBeDisabled();
  await userEvent.selectOptions(
    within(dialog).getByLabelText('What came of it'),
    'rolled-back',
  );
  await userEvent.click(finish);
  expect(moveChange).toHaveBeenCalledWith(CHANGE_ID, {
    event: 'finish',
    revision: 3,
    outcome: 'rolled-back',
  });
});

it('asks on reviewing what happened and what is done about it, and says what is refused', async () => {
  const { moveChange } = show(
    change(now, {
      summary: changeSummary(now, { state: 'in-review' }),
      next: next('complete-review'),
    }),
  );
  moveChange.mockRejectedValueOnce(
    await failure(409, 'Not yet', {
      refusals: [{ reason: 'It is too short.', remedy: 'Say more.' }],
    }),
  );
  const dialog = await open('Complete the review');
  await userEvent.type(within(dialog).getByLabelText(/^What happened/), 'It');
  await userEvent.type(
    within(dialog).getByLabelText(/^What is done about it/),
    'Nothing',
  );
  await press(dialog, 'Complete the review');
  expect(moveChange).toHaveBeenCalledWith(CHANGE_ID, {
    event: 'complete-review',
    revision: 3,
    review: { summary: 'It', followUp: 'Nothing' },
  });
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    /Not yet.*It is too short.*Say more/,
  );
});

it('stays when it cannot be looked up again, and says so', async () => {
  const { getChange } = show(change(now));
  await region('Approvals');
  getChange.mockRejectedValueOnce(new Error('The line is down'));
  await comeBack();
  expect(await screen.findByText(/The line is down/)).toBeVisible();
  expect(screen.getByRole('region', { name: 'Approvals' })).toBeVisible();
  await comeBack();
  await waitFor(() =>
    expect(screen.queryByText(/The line is down/)).toBeNull(),
  );
});

it('says what is missing, what is in the way, and that seats cannot be filled', async () => {
  const other = '0b5a4d52-7d9d-4f66-8f0c-000000000002';
  show(
    change(now, {
      problems: [{ path: 'rollbackPlan.steps', message: 'is missing' }],
      approvals: {
        ...change(now).approvals,
        shortage: 'Two seats and one person.',
      },
      conflicts: [
        {
          kind: 'same-entity',
          blocks: true,
          with: other,
          start: new Date(now).toISOString(),
          end: new Date(now + 1000).toISOString(),
          explanation: 'payments-api is changed then already.',
          remedy: 'Choose another time.',
        },
      ],
    }),
  );
  expect(await region('What it says')).toHaveTextContent(
    /1 thing is missing or wrong.*rollbackPlan\.steps: is missing/,
  );
  expect(await region('Approvals')).toHaveTextContent(
    /cannot be filled.*Two seats and one person/,
  );
  const conflicts = await region('In the way');
  expect(conflicts).toHaveTextContent(
    /Blocks.*The same entity.*changed then already.*Choose another time/,
  );
  expect(
    within(conflicts).getByRole('link', { name: 'the other change' }),
  ).toHaveAttribute('href', `/continuity/changes/${other}`);
});

it('says at once when it may not be seen any more', async () => {
  const { getChange } = show(change(now));
  await region('Approvals');
  getChange.mockRejectedValue(await failure(403, 'Not any more'));
  await comeBack();
  expect(await screen.findByText(/continuity\.change\.read/)).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Approvals' })).toBeNull();
});

it('says that there is no such change', async () => {
  const getChange = async () => {
    throw await failure(404, 'No change');
  };
  show(change(now), { getChange });
  expect(
    await screen.findByText('There is no such change', undefined, PATIENCE),
  ).toBeVisible();
});
