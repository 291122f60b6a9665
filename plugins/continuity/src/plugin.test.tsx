import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { screen } from '@testing-library/react';
import plugin from './index';
import { mockContinuityApi } from './testing/mockContinuityApi';

describe('in the new frontend system', () => {
  // A portal remembers the language that a reader had chosen.
  beforeEach(() => localStorage.clear());

  it('is found by its default export and brings a page with a place in the navigation', async () => {
    renderTestApp({
      features: [plugin],
      apis: [[continuityApiRef, mockContinuityApi()]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/continuity'],
    });
    expect(
      await screen.findByRole('table', { name: 'Services' }, { timeout: 5000 }),
    ).toBeVisible();
    const [inNavigation] = screen.getAllByRole('link', { name: 'Continuity' });
    expect(inNavigation).toHaveAttribute('href', '/continuity');
  });

  it('speaks German where the portal does', async () => {
    renderTestApp({
      features: [plugin],
      apis: [[continuityApiRef, mockContinuityApi()]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/continuity'],
      config: {
        app: {
          baseUrl: 'http://localhost:3000',
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  availableLanguages: ['de', 'en'],
                  defaultLanguage: 'de',
                },
              },
            },
          ],
        },
        backend: { baseUrl: 'http://localhost:7007' },
      },
    });
    const table = await screen.findByRole(
      'table',
      { name: 'Dienste' },
      { timeout: 5000 },
    );
    expect(table).toHaveTextContent('4 Stunden');
    expect(table).toHaveTextContent('Nicht eingestuft');
  });

  it.each([
    ['Component', true],
    ['Resource', true],
    ['System', true],
    ['API', true],
    ['Group', false],
    ['FreezeCalendar', false],
  ])('shows its tab on a %s: %s', (kind, shown) => {
    const content = createExtensionTester(
      plugin.getExtension('entity-content:continuity'),
    );
    const filter = content.get(EntityContentBlueprint.dataRefs.filterFunction);
    const entity = { apiVersion: 'v1', kind, metadata: { name: 'a' } };
    expect(filter?.(entity)).toBe(shown);
    expect(content.get(EntityContentBlueprint.dataRefs.title)).toBe(
      'Continuity',
    );
  });
});
