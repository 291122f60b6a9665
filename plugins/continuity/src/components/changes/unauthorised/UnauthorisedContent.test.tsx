import type {
  Page,
  UnauthorisedDeployment,
  UnauthorisedQuery,
} from '@continuity/plugin-continuity-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { showPage } from '../../../__testUtils__/showPage';
import { failure } from '../../../testing/failure';

jest.setTimeout(60_000);

const PATIENCE = { timeout: 20_000 };
const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

const open: UnauthorisedDeployment = {
  id: 'a',
  entityRef: 'component:default/payments-api',
  environment: 'production',
  version: '4.2.0',
  openedAt: at(-30),
  lastSeenAt: at(-2),
  times: 3,
  reason: 'No change was planned for it at that time.',
  remedy: 'Raise a change before it is deployed again.',
};
const drafted = {
  ...open,
  id: 'b',
  version: '4.1.0',
  times: 1,
  changeId: '0b5a4d52-7d9d-4f66-8f0c-000000000001',
  remedy: 'Complete the change that was drafted for it.',
};
const answered = {
  ...open,
  id: 'c',
  version: '4.0.0',
  remedy: undefined,
  resolvedBy: 'user:default/ben.oduya',
  resolvedAt: at(-1),
  resolution: 'Approved afterwards',
};

function show(
  query: string,
  answer: (asked?: UnauthorisedQuery) => Page<UnauthorisedDeployment> = () => ({
    items: [open, drafted, answered],
  }),
) {
  const listUnauthorisedDeployments = jest.fn(
    async (asked?: UnauthorisedQuery) => answer(asked),
  );
  const resolveUnauthorisedDeployment = jest.fn(
    async (_id: string, _reason: string) => answered,
  );
  showPage(`/changes/unauthorised${query}`, {
    listUnauthorisedDeployments,
    resolveUnauthorisedDeployment,
  });
  return { listUnauthorisedDeployments, resolveUnauthorisedDeployment };
}

const rows = async () => {
  const table = await screen.findByRole(
    'table',
    { name: 'Deployments without a change' },
    PATIENCE,
  );
  return within(table).getAllByRole('row').slice(1);
};

it('says of each what, why, and what to do next', async () => {
  show('?show=all');
  const [first, second, third] = await rows();
  expect(first).toHaveTextContent(
    /payments-api4\.2\.0, production.*seen 3 times, last.*No change was planned.*What to do: Raise a change before.*Nobody has answered/,
  );
  expect(
    within(first).getByRole('link', { name: 'Raise a change' }),
  ).toHaveAttribute(
    'href',
    '/continuity/changes/new?entity=component%3Adefault%2Fpayments-api',
  );
  expect(
    within(second).getByRole('link', {
      name: 'The change that was drafted for it',
    }),
  ).toHaveAttribute('href', `/continuity/changes/${drafted.changeId}`);
  expect(third).toHaveTextContent(
    /Answered for.*ben\.oduya.*Approved afterwards/,
  );
  expect(within(third).queryByRole('button')).toBeNull();
  await expectAccessible(screen.getByRole('main'));
});

it('takes an answer with its reason, and shows the list anew', async () => {
  const { listUnauthorisedDeployments, resolveUnauthorisedDeployment } =
    show('');
  resolveUnauthorisedDeployment.mockRejectedValueOnce(
    await failure(403, 'It belongs to the Payments team'),
  );
  const [first] = await rows();
  await userEvent.click(within(first).getByRole('button'));
  const dialog = within(
    await screen.findByRole('dialog', {
      name: 'Answer for payments-api 4.2.0 in production',
    }),
  );
  const answer = dialog.getByRole('button', { name: 'Answer for it' });
  expect(answer).toBeDisabled();
  await userEvent.type(dialog.getByLabelText(/What came of it/), 'A drill');
  await userEvent.click(answer);
  expect(await dialog.findByRole('alert')).toHaveTextContent(
    /It belongs to the Payments team.*Have somebody do it who may/,
  );
  listUnauthorisedDeployments.mockResolvedValue({ items: [] });
  await userEvent.click(answer);
  expect(resolveUnauthorisedDeployment).toHaveBeenLastCalledWith(
    'a',
    'A drill',
  );
  expect(
    await screen.findByText(
      'Every deployment without a change is answered for.',
    ),
  ).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('keeps the filters in the address', async () => {
  const { listUnauthorisedDeployments } = show(
    '?entity=component:default/payments-api',
  );
  await rows();
  const last = () =>
    listUnauthorisedDeployments.mock.calls
      .map(([asked]) => asked)
      .filter(asked => asked?.limit === 50)
      .at(-1);
  expect(last()).toEqual({
    limit: 50,
    open: true,
    entity: 'component:default/payments-api',
  });
  await userEvent.selectOptions(screen.getByLabelText('Show'), 'all');
  await waitFor(() => expect(last()?.open).toBeUndefined());
  await userEvent.click(
    screen.getByRole('button', { name: 'Of all services' }),
  );
  await waitFor(() => expect(last()).toEqual({ limit: 50 }));
});

it('loads more at the end', async () => {
  show('?show=all', asked =>
    asked?.cursor
      ? { items: [{ ...answered, version: '3.9.0' }] }
      : { items: [open], nextCursor: 'next' },
  );
  await rows();
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
  expect(await screen.findByText(/3\.9\.0/)).toBeVisible();
});
