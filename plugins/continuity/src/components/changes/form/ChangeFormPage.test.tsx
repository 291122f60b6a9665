import type { Change } from '@continuity/plugin-continuity-common';
import type { ContinuityApi } from '@continuity/plugin-continuity-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { showPage } from '../../../__testUtils__/showPage';
import {
  CHANGE_ID,
  change,
  changeRevisions,
  changeSummary,
  changeTimeline,
  classification,
} from '../../../testing/changeFixtures';
import { failure } from '../../../testing/failure';

// Pauses of typing are real time, and a busy machine is slow.
jest.setTimeout(90_000);

const now = Date.now();
const PATIENCE = { timeout: 20_000 };
const REF = 'component:default/payments-api';

function show(path: string, overrides: Partial<ContinuityApi> = {}) {
  const createChange = jest.fn<
    ReturnType<ContinuityApi['createChange']>,
    Parameters<ContinuityApi['createChange']>
  >(async () => change(now));
  const reviseChange = jest.fn<
    ReturnType<ContinuityApi['reviseChange']>,
    Parameters<ContinuityApi['reviseChange']>
  >(async () => change(now));
  const classifyRelease = jest.fn<
    ReturnType<ContinuityApi['classifyRelease']>,
    Parameters<ContinuityApi['classifyRelease']>
  >(async () => classification());
  const findChangeSlots = jest.fn<
    ReturnType<ContinuityApi['findChangeSlots']>,
    Parameters<ContinuityApi['findChangeSlots']>
  >(async () => ({
    period: { start: '2026-12-01T00:00:00Z', end: '2027-03-01T00:00:00Z' },
    slots: [
      {
        start: '2026-12-10T08:00:00Z',
        end: '2026-12-10T09:00:00Z',
        after: 'Month-end close is in force until then.',
        notes: ['dora.lind is away.'],
      },
    ],
    taken: [
      { kind: 'freeze', explanation: 'Month-end close', seconds: 86_400 },
    ],
  }));
  const getChange = jest.fn(async (): Promise<Change> => change(now));
  showPage(`/changes${path}`, {
    createChange,
    reviseChange,
    classifyRelease,
    findChangeSlots,
    getChange,
    listChangeTimeline: async () => changeTimeline(now),
    listChangeRevisions: async () => changeRevisions(now),
    ...overrides,
  });
  return {
    createChange,
    reviseChange,
    classifyRelease,
    findChangeSlots,
    getChange,
  };
}

const title = () => screen.findByLabelText(/^Title/, undefined, PATIENCE);
const type = (field: HTMLElement, value: string) =>
  fireEvent.change(field, { target: { value } });
const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));
const environment = (name: string) =>
  userEvent.type(screen.getByLabelText('Environments'), `${name}{Enter}`);

it('raises a draft that says next to nothing, and leads to it', async () => {
  const { createChange, classifyRelease } = show(`/new?entity=${REF}`);
  type(await title(), 'New limits');
  expect(classifyRelease).not.toHaveBeenCalled();
  await environment('production');
  const preview = screen.getByRole('region', {
    name: 'Class by what stands here',
  });
  expect(
    await within(preview).findByText(
      /payments-api is of tier-2/,
      undefined,
      PATIENCE,
    ),
  ).toBeVisible();
  expect(preview).toHaveTextContent(/By the rulesMajor.*Advisory board: 1/);
  expect(classifyRelease.mock.calls[0][0]).toEqual({
    entities: [REF],
    environments: ['production'],
    facts: {},
  });
  await expectAccessible(screen.getByRole('main'));
  await press('Raise as a draft');
  expect(createChange).toHaveBeenCalledWith({
    content: {
      title: 'New limits',
      entities: [REF],
      environments: ['production'],
    },
  });
  // The page of the change.
  expect(
    await screen.findByRole('region', { name: 'Approvals' }, PATIENCE),
  ).toBeVisible();
});

it('shows at each field what the backend finds wrong with it, until it is typed anew', async () => {
  const { createChange } = show('/new');
  createChange.mockRejectedValueOnce(
    await failure(
      400,
      'content.title: is missing; expected one line; content.rollbackPlan.steps: is missing; expected a list of steps',
    ),
  );
  await title();
  type(screen.getByLabelText('Decided within'), 'PT5M');
  await press('Raise as a draft');
  expect(createChange).toHaveBeenCalledWith({
    content: { rollbackPlan: { decisionDeadline: 'PT5M' } },
  });
  const steps = screen.getByLabelText('Steps');
  await waitFor(() => expect(steps).toBeInvalid());
  expect(await title()).toHaveFocus();
  expect(steps).toHaveAccessibleDescription(
    'is missing; expected a list of steps',
  );
  expect(screen.getByRole('alert')).toHaveTextContent(/rollbackPlan\.steps/);
  type(steps, 'Deploy the version before');
  expect(steps).toBeValid();
  expect(await title()).toHaveAccessibleDescription(
    'is missing; expected one line',
  );
});

it('finds a time, says why it is that one, and takes it', async () => {
  const { createChange, findChangeSlots } = show(`/new?entity=${REF}`);
  type(await title(), 'New limits');
  expect(screen.getByRole('button', { name: 'Find a time' })).toBeDisabled();
  await environment('production');
  await press('Find a time');
  const dialog = await screen.findByRole('dialog');
  const slots = await within(dialog).findByRole('list', {
    name: 'Times at which nothing is in the way',
  });
  expect(slots).toHaveTextContent(
    /Not earlier: Month-end close is in force until then.*dora\.lind is away/,
  );
  expect(dialog).toHaveTextContent(/Month-end close \(for 24 hours\)/);
  expect(findChangeSlots).toHaveBeenCalledWith({
    entities: [REF],
    environments: ['production'],
    duration: 'PT1H',
  });
  await userEvent.click(
    within(slots).getByRole('button', { name: /^Take the time from/ }),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await press('Raise as a draft');
  expect(createChange.mock.calls[0][0].content).toMatchObject({
    window: { start: '2026-12-10T08:00:00Z', end: '2026-12-10T09:00:00Z' },
  });
});

it('finds entities and people in the catalog', async () => {
  const { createChange } = show('/new');
  await title();
  await userEvent.type(screen.getByLabelText(/^Add an entity/), 'pay');
  await userEvent.click(
    await screen.findByText('payments-api (Component)', undefined, PATIENCE),
  );
  await userEvent.type(screen.getByLabelText('Carried out by'), 'cleo');
  await userEvent.click(
    await screen.findByText('cleo.marin (user)', undefined, PATIENCE),
  );
  expect(
    screen.getByRole('list', { name: 'Chosen: Carried out by' }),
  ).toHaveTextContent('cleo.marin');
  await press('Remove payments-api');
  expect(screen.queryByRole('list', { name: 'Chosen: Entities' })).toBeNull();
  await press('Raise as a draft');
  expect(createChange.mock.calls[0][0].content).toEqual({
    implementer: 'user:default/cleo.marin',
  });
});

it('revises upon the revision that was read, and merges when somebody was faster', async () => {
  const { reviseChange, getChange } = show(`/${CHANGE_ID}/edit`);
  reviseChange.mockRejectedValueOnce(
    await failure(409, 'It was changed', {
      current: { revision: 4, state: 'draft' },
    }),
  );
  expect(await title()).toHaveValue('Raise the payment limits');
  expect(screen.getByText(/It is Awaiting approval now/)).toBeVisible();
  type(await title(), 'Raise them a little');
  type(screen.getByLabelText('Why you revise it'), 'Too far');
  await press('Save the revision');
  expect(reviseChange.mock.calls[0]).toEqual([
    CHANGE_ID,
    {
      revision: 3,
      comment: 'Too far',
      content: {
        ...change(now).content,
        title: 'Raise them a little',
        window: expect.anything(),
      },
    },
  ]);
  const { content } = change(now);
  getChange.mockResolvedValue(
    change(now, {
      summary: changeSummary(now, { revision: 4, state: 'draft' }),
      content: { ...content, title: 'Raise them more', plan: 'Theirs' },
    }),
  );
  expect(await screen.findByText(/there is now revision 4/)).toBeVisible();
  await press('Load the newest version');
  expect(
    await screen.findByText(/replace the others when you save: Title\./),
  ).toBeVisible();
  expect(await title()).toHaveValue('Raise them a little');
  expect(screen.getByLabelText('Plan')).toHaveValue('Theirs');
  await press('Save the revision');
  expect(reviseChange).toHaveBeenLastCalledWith(
    CHANGE_ID,
    expect.objectContaining({
      revision: 4,
      content: expect.objectContaining({
        title: 'Raise them a little',
        plan: 'Theirs',
      }),
    }),
  );
});

it('says why it cannot be revised', async () => {
  show(`/${CHANGE_ID}/edit`, {
    getChange: async () =>
      change(now, {
        next: [
          {
            event: 'revise',
            allowed: false,
            refusals: [{ reason: 'It is none of yours.' }],
          },
        ],
      }),
  });
  expect(
    await screen.findByText('It is none of yours.', undefined, PATIENCE),
  ).toBeVisible();
  expect(screen.queryByRole('form')).toBeNull();
});
