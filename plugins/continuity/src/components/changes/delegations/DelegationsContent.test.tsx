import type { ApprovalDelegation } from '@continuity/plugin-continuity-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { ME, showPage } from '../../../__testUtils__/showPage';
import { failure } from '../../../testing/failure';

jest.setTimeout(60_000);

const PATIENCE = { timeout: 20_000 };
const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

const given: ApprovalDelegation = {
  id: 'a',
  from: ME,
  to: 'user:default/ben.oduya',
  start: at(-1),
  end: at(20),
  reason: 'Away',
};
const received: ApprovalDelegation = {
  id: 'b',
  from: 'user:default/dora.lind',
  to: ME,
  start: at(2),
  end: at(20),
};

function show(items: ApprovalDelegation[], problem?: Error) {
  const listApprovalDelegations = jest.fn(async () => {
    if (problem) throw problem;
    return items;
  });
  const endApprovalDelegation = jest.fn(async (_: string) => undefined);
  const createApprovalDelegation = jest.fn(async (_: object) => given);
  showPage('/changes/delegations', {
    listApprovalDelegations,
    endApprovalDelegation,
    createApprovalDelegation,
  });
  return {
    listApprovalDelegations,
    endApprovalDelegation,
    createApprovalDelegation,
  };
}

it('tells those that were given from those that were received; only the first can be ended', async () => {
  const { listApprovalDelegations, endApprovalDelegation } = show([
    given,
    received,
  ]);
  const mine = await screen.findByRole(
    'table',
    { name: 'Who decides in my place' },
    PATIENCE,
  );
  expect(mine).toHaveTextContent(/ben\.oduya.*Counts now.*Away/);
  expect(
    screen.getByRole('table', { name: 'In whose place I decide' }),
  ).toHaveTextContent(/dora\.lind.*To come.*None given/);
  await expectAccessible(screen.getByRole('main'));
  await userEvent.click(
    screen.getByRole('button', { name: 'End the delegation to ben.oduya' }),
  );
  listApprovalDelegations.mockResolvedValue([received]);
  await userEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', {
      name: 'End it',
    }),
  );
  expect(endApprovalDelegation).toHaveBeenCalledWith('a');
  expect(
    await screen.findByText('Nobody decides in your place.'),
  ).toBeVisible();
});

it('gives a place between two moments on the clock of the reader', async () => {
  const { createApprovalDelegation } = show([]);
  createApprovalDelegation.mockRejectedValueOnce(
    await failure(400, 'end: 2026-04-01T06:00:00Z is not after start'),
  );
  const form = within(
    await screen.findByRole(
      'form',
      { name: 'Give my place to somebody' },
      PATIENCE,
    ),
  );
  const give = form.getByRole('button', { name: 'Give my place' });
  expect(give).toBeDisabled();
  await userEvent.type(form.getByLabelText(/^Who decides for me/), 'cleo');
  await userEvent.click(
    await screen.findByRole('option', { name: /cleo/ }, PATIENCE),
  );
  fireEvent.change(form.getByLabelText(/^From/), {
    target: { value: '2026-04-02T08:00' },
  });
  fireEvent.change(form.getByLabelText(/^Until/), {
    target: { value: '2026-04-01T08:00' },
  });
  await userEvent.click(give);
  expect(await form.findByText(/is not after start/)).toBeVisible();
  fireEvent.change(form.getByLabelText(/^Until/), {
    target: { value: '2026-04-09T08:00' },
  });
  await userEvent.click(give);
  expect(createApprovalDelegation).toHaveBeenLastCalledWith({
    to: 'user:default/cleo.marin',
    start: new Date('2026-04-02T08:00').toISOString().replace('.000', ''),
    end: new Date('2026-04-09T08:00').toISOString().replace('.000', ''),
  });
  await waitFor(() => expect(form.getByLabelText(/^Until/)).toHaveValue(''));
});

it('says when they cannot be asked', async () => {
  show([], new Error('The line is down'));
  expect(
    await screen.findAllByText('The line is down', {}, PATIENCE),
  ).toHaveLength(2);
});
