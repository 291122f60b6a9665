import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { freshGraph, mailer, saasPage } from '../../../testing/graphFixtures';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { SaasContent } from './SaasContent';

jest.setTimeout(60_000);

const now = Date.now();

function show(overrides: Partial<ContinuityApi> = {}) {
  renderInTestApp(
    <main>
      <SaasContent />
    </main>,
    {
      apis: [
        [
          continuityApiRef,
          mockContinuityApi({
            listSaas: async () => saasPage(now),
            getSaas: async () => ({
              graph: freshGraph(now),
              saas: mailer,
              decisions: [],
            }),
            ...overrides,
          }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

it('says who needs it, what was promised, and that planning is not known', async () => {
  show();
  const table = await screen.findByRole('table', {
    name: 'Third-party services',
  });
  expect(table).toHaveTextContent('3 need it; 2 fail without it');
  expect(table).toHaveTextContent('SLA 99.9%');
  expect(table).toHaveTextContent('No exit plan is declared');
  expect(table).toHaveTextContent(/Not known.*By the rule/);
  expect(table).toHaveTextContent('No exit plan. Declare one.');
  expect(table).toHaveTextContent('Without it the business fails at Selling.');
  await expectAccessible(screen.getByRole('main'));
});

it('records a decision with a reason and a review date', async () => {
  const decideSaas = jest.fn<
    ReturnType<ContinuityApi['decideSaas']>,
    Parameters<ContinuityApi['decideSaas']>
  >(async () => {
    throw new Error('Somebody decided in between');
  });
  show({ decideSaas });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Decide about mailer' }),
  );
  const dialog = await screen.findByRole('dialog');
  const save = within(dialog).getByRole('button', { name: 'Decide' });
  expect(save).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText(/^Why/), 'Replaceable');
  fireEvent.change(within(dialog).getByLabelText(/Review on/), {
    target: { value: '2999-01-01' },
  });
  await userEvent.selectOptions(
    within(dialog).getByLabelText('Decision'),
    'Not in planning',
  );
  await userEvent.click(save);
  await waitFor(() =>
    expect(decideSaas.mock.calls[0].slice(0, 2)).toEqual([
      'resource:default/mailer',
      {
        inPlanning: 'no',
        reason: 'Replaceable',
        reviewOn: '2999-01-01',
        revision: 0,
      },
    ]),
  );
  expect(
    await within(dialog).findByText(/Somebody decided in between/),
  ).toBeVisible();
});
