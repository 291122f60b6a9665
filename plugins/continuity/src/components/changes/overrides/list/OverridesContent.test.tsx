import type {
  Override,
  OverridesQuery,
  Page,
} from '@continuity/plugin-continuity-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../../__testUtils__/expectAccessible';
import { showPage } from '../../../../__testUtils__/showPage';
import {
  OVERRIDE_ID,
  overrideOf,
  requestedOverride,
  reviewedOverride,
} from '../../../../testing/overrideFixtures';

jest.setTimeout(60_000);

const now = Date.now();
const PATIENCE = { timeout: 20_000 };
const OPEN = 'requested,in-force,in-review';

function show(
  query: string,
  answer: (query?: OverridesQuery) => Page<Override>,
) {
  const listOverrides = jest.fn(async (asked?: OverridesQuery) =>
    // The banner asks for those in force, and has its own test.
    asked?.state === 'in-force' ? { items: [] } : answer(asked),
  );
  showPage(`/changes/overrides${query}`, { listOverrides });
  return listOverrides;
}

const table = (name: string) => screen.findByRole('table', { name }, PATIENCE);

it('begins with those in which somebody has to act, and says what each is', async () => {
  show('', asked => ({
    items:
      asked?.state === OPEN
        ? [overrideOf(now), requestedOverride(now, { id: 'b' })]
        : [reviewedOverride(now, { id: 'c', incident: 'INC-1' })],
  }));
  const [, first, second] = within(
    await table('Somebody still has to act'),
  ).getAllByRole('row');
  await within(first).findByText(/Books are closed/);
  expect(first).toHaveTextContent(
    /Incident INC-7Payments are down.*In force59 minutes left.*Freeze "Books are closed" of Month-end close.*Check "rollback plan current".*payments-api.*production.*2 of 2/,
  );
  expect(
    within(first).getByRole('link', { name: 'Incident INC-7' }),
  ).toHaveAttribute('href', `/continuity/changes/overrides/${OVERRIDE_ID}`);
  expect(second).toHaveTextContent(/Awaiting approval.*lapses in.*1 of 2/);
  expect(await table('Over')).toHaveTextContent(/INC-1.*Reviewed/);
  expect(
    screen.getByRole('button', { name: 'Ask for an override' }),
  ).toHaveAttribute('href', '/continuity/changes/overrides/new');
  expect(
    await screen.findByRole('button', { name: 'Overrides (2)' }),
  ).toHaveAttribute('aria-current', 'page');
  await expectAccessible(screen.getByRole('main'));
});

it('keeps the state that it is narrowed to in the address', async () => {
  const listOverrides = show('?state=in-review', () => ({
    items: [overrideOf(now, { state: 'in-review' })],
  }));
  expect(await table('To be reviewed')).toHaveTextContent(/review due/);
  await userEvent.selectOptions(screen.getByLabelText('State'), 'lapsed');
  await table('Lapsed');
  expect(listOverrides).toHaveBeenLastCalledWith(
    expect.objectContaining({ state: 'lapsed' }),
    expect.anything(),
  );
});

it('loads more, and looks for newer ones only until then', async () => {
  const listOverrides = show('?state=reviewed', asked =>
    asked?.cursor
      ? { items: [reviewedOverride(now, { id: 'b', incident: 'INC-2' })] }
      : { items: [reviewedOverride(now)], nextCursor: 'next' },
  );
  await table('Reviewed');
  const asked = () =>
    listOverrides.mock.calls.filter(([query]) => query?.state === 'reviewed');
  const comeBack = () =>
    act(async () => window.dispatchEvent(new Event('focus')));
  await comeBack();
  expect(asked()).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
  expect(await screen.findByText('Incident INC-2')).toBeVisible();
  await comeBack();
  expect(asked()).toHaveLength(3);
});

it('says that there is none, and how there would be', async () => {
  show('', () => ({ items: [] }));
  expect(
    await screen.findByText('No override waits for anybody.', {}, PATIENCE),
  ).toBeVisible();
  expect(screen.getByText('None is over yet.')).toBeVisible();
});

it('says when they cannot be asked', async () => {
  show('?state=lapsed', () => {
    throw new Error('The line is down');
  });
  expect(
    await screen.findByText('The line is down', {}, PATIENCE),
  ).toBeVisible();
});
