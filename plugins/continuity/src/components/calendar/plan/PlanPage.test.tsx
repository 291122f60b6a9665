import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { Simulation } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { PlanPage } from './PlanPage';

jest.setTimeout(60_000);

const nothing: Simulation = {
  services: 2,
  stretches: [],
  planned: [],
  unreadableCalendars: [],
};

const frozen: Simulation = {
  services: 2,
  stretches: [
    {
      start: '2026-03-27T17:00:00Z',
      end: '2026-03-28T07:00:00Z',
      state: 'block',
      services: 2,
      sample: [
        'component:default/payments-api',
        'component:default/payments-web',
      ],
      windows: [
        {
          calendarRef: 'freezecalendar:default/month-end-close',
          windowId: 'month-end',
          title: 'Books are closed',
        },
      ],
    },
  ],
  firstSlot: { start: '2026-03-28T07:00:00Z', end: '2026-03-28T08:00:00Z' },
  planned: [
    {
      entity: 'component:default/payments-api',
      at: '2026-03-27T18:00:00Z',
      before: 'block',
      after: 'block',
      because: 'Books are closed is in force',
      nextSlot: '2026-03-28T07:00:00Z',
    },
  ],
  unreadableCalendars: [],
};

function show(simulate: ContinuityApi['simulate'], query = '') {
  const asked = jest.fn(simulate);
  renderInTestApp(
    <main>
      <PlanPage />
    </main>,
    {
      apis: [[continuityApiRef, mockContinuityApi({ simulate: asked })]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${query}`],
    },
  );
  return asked;
}

it('says the first slot, why a planned time is closed, and what is frozen when', async () => {
  const asked = show(
    async () => frozen,
    '?entity=payments-api&planned=2026-03-27T19:00&date=2026-03-27',
  );
  expect(
    await screen.findByText(/First time that is open for 1 hour/),
  ).toBeVisible();
  const main = screen.getByRole('main');
  expect(main).toHaveTextContent('The planned time is closed.');
  expect(main).toHaveTextContent('Books are closed is in force');
  const table = screen.getByRole('table', { name: 'What is not open when' });
  expect(table).toHaveTextContent('Closed');
  expect(table).toHaveTextContent('2 services');
  expect(table).toHaveTextContent('Books are closed');
  expect(asked.mock.calls[0][0].selection).toEqual({
    entity: 'component:default/payments-api',
  });
  await expectAccessible(main);
});

it('asks anew when the plan changes, and shows no former answer meanwhile', async () => {
  const asked = show(async request =>
    request.class === 'emergency' ? new Promise<Simulation>(() => {}) : frozen,
  );
  await screen.findByText(/First time that is open/);
  await userEvent.selectOptions(
    screen.getByLabelText('Release class'),
    'Emergency',
  );
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  expect(screen.queryByText(/First time that is open/)).toBeNull();
});

it('says that all is open, and that nobody is meant, differently', async () => {
  show(async () => ({ ...nothing, firstSlot: frozen.firstSlot }));
  expect(await screen.findByText(/all of them are open all/)).toBeVisible();
});

it('does not take nobody for open', async () => {
  show(async () => ({ ...nothing, services: 0 }));
  expect(
    await screen.findByText('No service that you may see is meant.'),
  ).toBeVisible();
  expect(screen.queryByText(/open all the time/)).toBeNull();
});

it('says what to do where there is no slot', async () => {
  show(async () => nothing);
  expect(
    await screen.findByText(/There is no time that is open for 1 hour/),
  ).toBeVisible();
});

it('asks nothing before the plan is one', async () => {
  const asked = show(async () => frozen, '?entity=a:b:c');
  expect(await screen.findByText(/not one that can exist/)).toBeVisible();
  expect(asked).not.toHaveBeenCalled();
});

it('says that it could not ask, instead of nothing', async () => {
  show(async () => {
    throw new Error('down');
  });
  expect(
    await screen.findByRole('button', { name: 'Try again' }),
  ).toBeVisible();
  expect(screen.queryByText(/open/i)).toBeNull();
});
