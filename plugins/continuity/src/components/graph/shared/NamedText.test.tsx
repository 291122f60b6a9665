import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { GraphNode } from '@continuity/plugin-continuity-common';
import { screen } from '@testing-library/react';
import { graphNode } from '../../../testing/graphFixtures';
import { NamedText } from './NamedText';

const component = graphNode('payments', { title: 'Payments' });
const api = graphNode('payments', {
  id: 'api',
  ref: 'api:default/payments',
  title: 'Payments',
  kind: 'api',
});
const dotted = graphNode('psp-2.1', { title: 'Provider' });
const unknown: GraphNode = {
  id: 'component:default/fraud',
  ref: 'component:default/fraud',
  known: false,
};

async function show(text: string, mentions?: GraphNode[]) {
  renderInTestApp(
    <main>
      <NamedText text={text} mentions={mentions} />
    </main>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return screen.findByRole('main');
}

it.each<[string, string, GraphNode[] | undefined, string]>([
  [
    'a title for each ref, also before a full stop',
    'component:default/payments needs component:default/psp-2.1.',
    [component, dotted],
    'Payments needs Provider.',
  ],
  [
    'refs beside titles that are alike',
    'component:default/payments, api:default/payments and component:default/psp-2.1',
    [component, api, dotted],
    'Payments (component:default/payments), Payments (api:default/payments) and Provider',
  ],
  [
    'no ref beside a title that is only named twice',
    'component:default/payments -> component:default/payments',
    [component, api],
    'Payments -> Payments',
  ],
  [
    'the ref of what is in no catalog, which may be misspelt',
    'component:default/payments depends on component:default/fraud, which nobody has declared',
    [component, unknown],
    'Payments depends on component:default/fraud, which nobody has declared',
  ],
  [
    'a ref of which nothing is known',
    'See https://wiki.example.com/plan of component:default/payments.',
    undefined,
    'See https://wiki.example.com/plan of component:default/payments.',
  ],
])('shows %s', async (_, text, mentions, shown) => {
  expect((await show(text, mentions)).textContent).toBe(shown);
});

it('leads to whom it names, and tells the ref', async () => {
  await show('Shorten the RTO of component:default/payments.', [component]);
  expect(screen.getByRole('link', { name: 'Payments' })).toHaveAttribute(
    'href',
    '/catalog/default/component/payments',
  );
  expect(screen.getByTitle('component:default/payments')).toBeVisible();
});
