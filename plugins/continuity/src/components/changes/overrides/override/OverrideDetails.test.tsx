import type { Override } from '@continuity/plugin-continuity-common';
import type { ContinuityApi } from '@continuity/plugin-continuity-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../../__testUtils__/expectAccessible';
import { ME, showPage } from '../../../../__testUtils__/showPage';
import { failure } from '../../../../testing/failure';
import {
  OVERRIDE_ID,
  overrideOf,
  requestedOverride,
  reviewedOverride,
} from '../../../../testing/overrideFixtures';

jest.setTimeout(60_000);

const now = Date.now();
const PATIENCE = { timeout: 20_000 };

function show(shown: Override, overrides: Partial<ContinuityApi> = {}) {
  const getOverride = jest.fn(async () => shown);
  const decideOverride = jest.fn(async () => overrideOf(now));
  const closeOverride = jest.fn(async () => shown);
  const reviewOverride = jest.fn(async () => reviewedOverride(now));
  showPage(`/changes/overrides/${OVERRIDE_ID}`, {
    getOverride,
    decideOverride,
    closeOverride,
    reviewOverride,
    ...overrides,
  });
  return { getOverride, decideOverride, closeOverride, reviewOverride };
}

const region = (name: string) =>
  screen.findByRole('region', { name }, PATIENCE);
const open = async (name: string) => {
  await userEvent.click(await screen.findByRole('button', { name }, PATIENCE));
  return screen.findByRole('dialog', { name });
};
const press = (dialog: HTMLElement, name: string) =>
  userEvent.click(within(dialog).getByRole('button', { name }));

it('says what it passes over, how long it still counts, and what happens then', async () => {
  show(overrideOf(now));
  expect(
    await screen.findByRole(
      'heading',
      { name: 'Override for incident INC-7' },
      PATIENCE,
    ),
  ).toBeVisible();
  expect(screen.getByText(/5\d minutes left/)).toBeVisible();
  const main = screen.getByRole('main');
  expect(main).toHaveTextContent(
    /It counts now\. It ends by itself on .*somebody other than who asked for it has to review it/,
  );
  await screen.findByText(/Books are closed/);
  expect(await region('What it is about')).toHaveTextContent(
    /Freeze "Books are closed" of Month-end close.*Check "rollback plan current".*Payments are down.*payments-api.*production.*Every region.*2 hours/,
  );
  expect(
    await screen.findByRole('list', { name: 'Who approved' }),
  ).toHaveTextContent(/ben\.oduya.*I looked.*dora\.lind/);
  await expectAccessible(main);
});

it('calls windows that are not there any more by their names', async () => {
  const rule = 'freeze:freezecalendar:default/month-end-close#month-end';
  show(overrideOf(now, { rules: [rule] }), {
    getCalendar: async ref => ({
      ref,
      title: 'Month-end close',
      origin: { kind: 'catalog' },
      state: 'good',
      windows: 0,
      items: [],
      findings: [],
    }),
  });
  expect(await region('What it is about')).toHaveTextContent(
    /Freeze "month-end" of month-end-close/,
  );
});

it('says who still has to approve, and lets them', async () => {
  const { getOverride, decideOverride } = show(requestedOverride(now));
  expect(await region('Approvals')).toHaveTextContent(
    /Given: 1 of 2.*Two people, neither of whom asked: still needs 1 approval, from change-advisory-board/,
  );
  const dialog = await open('Approve');
  await userEvent.type(within(dialog).getByLabelText('Comment'), 'Do it');
  getOverride.mockResolvedValue(overrideOf(now));
  await press(dialog, 'Approve');
  expect(decideOverride).toHaveBeenCalledWith(OVERRIDE_ID, {
    decision: 'approve',
    comment: 'Do it',
  });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(
    await screen.findByRole('button', { name: 'End it now' }),
  ).toBeVisible();
});

it('offers whoever asked to withdraw it, and not to approve it', async () => {
  const { closeOverride } = show(requestedOverride(now, { requestedBy: ME }));
  expect(await region('What you can do')).toHaveTextContent(
    /You asked for it yourself, so others have to approve it/,
  );
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  const dialog = await open('Withdraw it');
  const withdraw = within(dialog).getByRole('button', { name: 'Withdraw it' });
  expect(withdraw).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText(/Reason/), 'It is over');
  await userEvent.click(withdraw);
  expect(closeOverride).toHaveBeenCalledWith(OVERRIDE_ID, 'It is over');
});

it.each([
  [403, 'You are none of those who may decide', 'Have somebody do it who may.'],
  [409, 'It is refused already', /It is not as it was when you looked at it/],
])('explains a refusal with %i', async (status, message, remedy) => {
  const error = await failure(status, message);
  const { getOverride } = show(requestedOverride(now), {
    decideOverride: async () => {
      throw error;
    },
  });
  const dialog = await open('Approve');
  const before = getOverride.mock.calls.length;
  await press(dialog, 'Approve');
  const alert = await within(dialog).findByRole('alert');
  expect(alert).toHaveTextContent(`That was not done: ${message}`);
  expect(within(alert).getByText(remedy)).toBeVisible();
  await waitFor(() =>
    expect(getOverride.mock.calls.length).toBeGreaterThan(before),
  );
});

it('takes a review, and names the fields that are wrong', async () => {
  const inReview = overrideOf(now, { state: 'in-review' });
  const wrong = await failure(
    400,
    'summary: is too long; followUp: names nobody',
  );
  const { reviewOverride } = show(inReview);
  reviewOverride.mockRejectedValueOnce(wrong);
  const dialog = await open('Complete the review');
  const fields = within(dialog);
  const complete = fields.getByRole('button', { name: 'Complete the review' });
  await userEvent.type(fields.getByLabelText(/What was done/), 'Released');
  await userEvent.type(fields.getByLabelText(/What follows/), 'A test');
  expect(complete).toBeDisabled();
  await userEvent.selectOptions(fields.getByLabelText(/justified/), 'no');
  await userEvent.click(complete);
  expect(await fields.findByText('names nobody')).toBeVisible();
  expect(fields.getByText('is too long')).toBeVisible();
  await expectAccessible(dialog);
  await userEvent.click(complete);
  expect(reviewOverride).toHaveBeenLastCalledWith(OVERRIDE_ID, {
    summary: 'Released',
    justified: false,
    followUp: 'A test',
  });
  expect(await region('Review')).toHaveTextContent(/Yes, it was needed/);
});

it('keeps what it knows when it cannot be asked again, and says so', async () => {
  const { getOverride } = show(overrideOf(now));
  await region('Approvals');
  getOverride.mockRejectedValue(new Error('The line is down'));
  await act(async () => window.dispatchEvent(new Event('focus')));
  expect(
    await screen.findByText(
      'It could not be looked up again: The line is down',
    ),
  ).toBeVisible();
  expect(screen.getByText('Payments are down')).toBeVisible();
});

it.each([
  [404, 'id: there is no override'],
  // An address that was cut off when somebody copied it.
  [400, 'id: must match format "uuid"'],
])('says that there is none when the answer is %d', async (status, message) => {
  const none = await failure(status, message);
  show(overrideOf(now), {
    getOverride: async () => {
      throw none;
    },
  });
  expect(
    await screen.findByText(/There is no such override/, {}, PATIENCE),
  ).toBeVisible();
});
