import { renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { screen } from '@testing-library/react';
import { showPage } from '../../../__testUtils__/showPage';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { WindowFormContent } from '../form/WindowFormContent';

jest.setTimeout(60_000);

// Answers of the permission API are kept for the whole file: nobody may do anything here.
it('tells whoever may not make windows so before they fill in a form', async () => {
  renderInTestApp(<WindowFormContent onDone={() => {}} />, {
    apis: [
      [continuityApiRef, mockContinuityApi()],
      [
        permissionApiRef,
        { authorize: async () => ({ result: 'DENY' as const }) },
      ],
    ],
  });
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /You may not make windows\..*continuity\.window\.create/,
  );
  expect(screen.queryByRole('form')).toBeNull();
});

it('does not offer to make one either', async () => {
  showPage(
    '/calendar?date=2026-03-04&zone=Europe/Zurich',
    {},
    { mayDoNothing: true },
  );
  await screen.findByRole('grid', {}, { timeout: 20_000 });
  expect(screen.getByRole('button', { name: 'Subscribe' })).toBeVisible();
  expect(screen.queryByText('New window')).toBeNull();
});
