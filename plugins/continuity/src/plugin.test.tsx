import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { screen, within } from '@testing-library/react';
import plugin from './index';
import { mockContinuityApi } from './testing/mockContinuityApi';
import { OVERRIDE_ID, overrideOf } from './testing/overrideFixtures';

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

  it('says on pages that are not its own that the glass is broken', async () => {
    renderTestApp({
      features: [plugin],
      apis: [
        [
          continuityApiRef,
          mockContinuityApi({
            listOverrides: async () => ({ items: [overrideOf(Date.now())] }),
          }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/somewhere-else'],
    });
    const bar = await screen.findByRole(
      'complementary',
      { name: 'The glass is broken' },
      { timeout: 5000 },
    );
    expect(bar).toHaveTextContent(/until/);
    expect(within(bar).getByRole('link', { name: 'INC-7' })).toHaveAttribute(
      'href',
      `/continuity/changes/overrides/${OVERRIDE_ID}`,
    );
  });

  it('offers the page about the service to whoever may see it', async () => {
    renderTestApp({
      features: [plugin],
      apis: [[continuityApiRef, mockContinuityApi()]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/continuity/operations'],
    });
    expect(
      await screen.findByRole('tab', { name: 'Operations' }, { timeout: 5000 }),
    ).toHaveAttribute('href', '/continuity/operations');
    expect(
      await screen.findByRole('region', { name: 'Set aside' }),
    ).toBeVisible();
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
    ['Group', true],
    ['System', true],
    ['Component', false],
    ['Domain', false],
  ])('shows its card of scorecards on a %s: %s', (kind, shown) => {
    const card = createExtensionTester(
      plugin.getExtension('entity-card:continuity/scorecards'),
    );
    const filter = card.get(EntityCardBlueprint.dataRefs.filterFunction);
    const entity = { apiVersion: 'v1', kind, metadata: { name: 'a' } };
    expect(filter?.(entity)).toBe(shown);
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
