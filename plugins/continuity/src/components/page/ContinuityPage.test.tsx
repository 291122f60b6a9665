import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import plugin from '../../index';
import { mockContinuityApi } from '../../testing/mockContinuityApi';
import { showPage } from '../../__testUtils__/showPage';

// Answers of the permission API are kept for the whole file, so what others may see stands
// in the test of the plugin.
it('does not offer the page about the service to whoever may not see it', async () => {
  const authorize = jest.fn(async () => ({ result: 'DENY' as const }));
  renderTestApp({
    features: [plugin],
    apis: [
      [continuityApiRef, mockContinuityApi()],
      [permissionApiRef, { authorize }],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: ['/continuity'],
  });
  await screen.findByRole('table', { name: 'Services' }, { timeout: 5000 });
  await waitFor(() =>
    expect(authorize).toHaveBeenCalledWith({
      permission: expect.objectContaining({
        name: 'continuity.operations.read',
      }),
    }),
  );
  expect(screen.getByRole('tab', { name: 'Calendar' })).toBeVisible();
  expect(screen.queryByRole('tab', { name: 'Operations' })).toBeNull();
});

it('keeps what a part holds when its address changes: the focus goes where the keys lead', async () => {
  showPage('/calendar?date=2026-03-04&zone=Europe/Zurich');
  const fourth = await screen.findByRole(
    'gridcell',
    { name: /March 4, 2026|4 March 2026/ },
    { timeout: 20_000 },
  );
  act(() => fourth.focus());
  await userEvent.keyboard('{PageDown}');
  await waitFor(() =>
    expect(document.activeElement).toHaveAccessibleName(
      /April 4, 2026|4 April 2026/,
    ),
  );
  // The arrow keys lead on from there.
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toHaveAccessibleName(
    /April 5, 2026|5 April 2026/,
  );
});
