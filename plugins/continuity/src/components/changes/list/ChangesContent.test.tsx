import type {
  ChangesQuery,
  ChangeSummary,
  Page,
} from '@continuity/plugin-continuity-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { showPage } from '../../../__testUtils__/showPage';
import {
  CHANGE_ID,
  changeBoard,
  changeSummary,
} from '../../../testing/changeFixtures';

jest.setTimeout(60_000);

const now = Date.now();

function show(
  query: string,
  answer: (query?: ChangesQuery) => Page<ChangeSummary> = () => ({
    items: [changeSummary(now)],
  }),
) {
  const listChanges = jest.fn(async (asked?: ChangesQuery) => answer(asked));
  const getChangeBoard = jest.fn(async (_asked?: object) => changeBoard(now));
  showPage(`/changes${query}`, { listChanges, getChangeBoard });
  return { listChanges, getChangeBoard };
}

const PATIENCE = { timeout: 20_000 };
const table = (name: string) => screen.findByRole('table', { name }, PATIENCE);

it('begins with what waits for the reader, and says what each change is', async () => {
  const { listChanges } = show('', () => ({
    items: [changeSummary(now, { suspended: true })],
  }));
  const row = within(await table('Waiting for me')).getByRole('row', {
    name: /^Raise the payment limits/,
  });
  expect(row).toHaveTextContent(
    /Awaiting approval.*Approval suspended.*Major.*payments-api.*production.*1 of 2/,
  );
  expect(
    within(row).getByRole('link', { name: 'Raise the payment limits' }),
  ).toHaveAttribute('href', `/continuity/changes/${CHANGE_ID}`);
  expect(listChanges.mock.calls[0][0]).toMatchObject({ mine: 'approve' });
  expect(
    screen.getByRole('button', { name: 'Raise a change' }),
  ).toHaveAttribute('href', '/continuity/changes/new');
  expect(screen.getByRole('tab', { name: 'Changes' })).toHaveAttribute(
    'href',
    '/continuity/changes',
  );
  await expectAccessible(screen.getByRole('main'));
});

it('keeps the filters in the address, and across the views', async () => {
  const { listChanges } = show('?view=team&class=major');
  await table("My team's");
  await userEvent.selectOptions(screen.getByLabelText('State'), 'open');
  await table("My team's");
  expect(listChanges).toHaveBeenLastCalledWith(
    expect.objectContaining({
      mine: 'team',
      class: 'major',
      state: expect.stringMatching(/^draft,.*,in-review$/),
    }),
    expect.anything(),
  );
  expect(screen.getByRole('button', { name: 'All' })).toHaveAttribute(
    'href',
    '/continuity/changes?view=all&state=open&class=major',
  );
  expect(screen.getByRole('button', { name: "My team's" })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

it('loads more at the end, and says when that fails', async () => {
  const { listChanges } = show('?view=all', asked =>
    asked?.cursor
      ? { items: [changeSummary(now, { id: 'b', title: 'The second' })] }
      : { items: [changeSummary(now)], nextCursor: 'next' },
  );
  await table('All');
  const more = screen.getByRole('button', { name: 'Load more' });
  listChanges.mockRejectedValueOnce(new Error('The database is away'));
  await userEvent.click(more);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'More could not be loaded: The database is away',
  );
  await userEvent.click(more);
  expect(await screen.findByText('The second')).toBeVisible();
  expect(screen.getByText('Raise the payment limits')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
});

it.each([
  ['', 'Nothing waits for your approval.'],
  ['?view=mine', 'You have raised no change.'],
  ['?view=mine&state=closed', 'No change fits the filters.'],
])('says at "%s" that there is nothing, and what then', async (query, text) => {
  show(query, () => ({ items: [] }));
  expect(await screen.findByText(text, undefined, PATIENCE)).toBeVisible();
});

it('says that it may not be seen, and what to ask for', async () => {
  show('', () => {
    throw Object.assign(new Error('no'), { name: 'NotAllowedError' });
  });
  expect(
    await screen.findByText(/continuity\.change\.read/, undefined, PATIENCE),
  ).toBeVisible();
});

it('shows a board by state, with totals, within reach of the keyboard', async () => {
  const { getChangeBoard, listChanges } = show('?layout=board');
  const board = await screen.findByRole(
    'group',
    { name: 'Changes by state' },
    PATIENCE,
  );
  expect(board).toHaveAttribute('tabindex', '0');
  const column = within(board).getByRole('region', {
    name: 'Awaiting approval',
  });
  expect(column).toHaveTextContent(/41 changes/);
  expect(
    within(column).getByRole('link', { name: 'Raise the payment limits' }),
  ).toBeVisible();
  expect(
    within(column).getByRole('link', { name: 'Show all: Awaiting approval' }),
  ).toHaveAttribute(
    'href',
    '/continuity/changes?view=all&state=awaiting-approval',
  );
  expect(within(board).getAllByRole('region')).toHaveLength(11);
  expect(getChangeBoard).toHaveBeenCalledWith(
    expect.not.objectContaining({ mine: expect.anything() }),
    expect.anything(),
  );
  expect(listChanges).not.toHaveBeenCalled();
  await expectAccessible(screen.getByRole('main'));
});

it('narrows the board as it does the table', async () => {
  const { getChangeBoard } = show('?layout=board&view=team&class=major');
  await screen.findByRole('group', { name: 'Changes by state' }, PATIENCE);
  expect(getChangeBoard).toHaveBeenLastCalledWith(
    expect.objectContaining({ mine: 'team', class: 'major' }),
    expect.anything(),
  );
  expect(screen.queryByLabelText('State')).toBeNull();
  expect(
    screen.getByRole('link', { name: 'Show all: Awaiting approval' }),
  ).toHaveAttribute(
    'href',
    '/continuity/changes?view=team&state=awaiting-approval&class=major',
  );
  expect(screen.getByRole('button', { name: 'Table' })).toHaveAttribute(
    'href',
    '/continuity/changes?view=team&class=major',
  );
  expect(screen.getByRole('button', { name: 'Mine' })).toHaveAttribute(
    'href',
    '/continuity/changes?view=mine&layout=board&class=major',
  );
});
