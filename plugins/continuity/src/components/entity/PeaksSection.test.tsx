import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expectAccessible } from '../../__testUtils__/expectAccessible';
import { paymentsApi } from '../../testing/fixtures';
import { PeaksSection } from './PeaksSection';

const businessFunction = (name: string, peaks?: unknown) =>
  ({
    apiVersion: 'continuity.dev/v1',
    kind: 'BusinessFunction',
    metadata: { name, namespace: 'default' },
    spec: { owner: 'group:default/finance', supportedBy: [], peaks },
  } as Entity);

const related = (type: string, ...refs: string[]) =>
  refs.map(targetRef => ({ type, targetRef }));

const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'payments', namespace: 'default' },
  spec: { owner: 'group:default/team-payments' },
  relations: related('supports', 'businessfunction:default/move-money'),
};

const entities = [
  payments,
  businessFunction('move-money', [
    { title: 'Pay day', description: 'Salaries on the 25th' },
    { title: 'Friday afternoon' },
    'no peak at all',
  ]),
  businessFunction('take-cards', [{ title: 'Shopping weekend' }]),
  businessFunction('quiet'),
];

const heading = { name: 'Peaks of the business' };

function show(relations: Entity['relations']) {
  const catalog = catalogApiMock({ entities });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  renderInTestApp(
    <main>
      <PeaksSection entity={{ ...paymentsApi, relations }} />
    </main>,
    {
      apis: [[catalogApiRef, catalog]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return asked;
}

it('tells the peaks of what the service and its system support', async () => {
  show([
    ...related('partOf', 'system:default/payments'),
    ...related(
      'supports',
      'businessfunction:default/take-cards',
      'businessfunction:default/quiet',
      'businessfunction:default/gone',
    ),
  ]);
  const section = await screen.findByRole('region', heading);
  const peaks = within(section)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(peaks).toEqual([
    expect.stringMatching(/^Pay day: Salaries on the 25th \(move-money\)/),
    expect.stringMatching(/^Friday afternoon \(move-money\)/),
    expect.stringMatching(/^Shopping weekend \(take-cards\)/),
  ]);
  expect(section).toHaveTextContent('It closes nothing');
  await expectAccessible(section);
});

it('takes no room where nobody said when it matters more', async () => {
  const asked = show(related('supports', 'businessfunction:default/quiet'));
  await waitFor(() => expect(asked).toHaveBeenCalled());
  await act(async () => {
    await asked.mock.results[0].value;
  });
  expect(screen.queryByRole('region', heading)).not.toBeInTheDocument();
});
