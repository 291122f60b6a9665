import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { signIn } from './support/signIn';

const PAGE = '/continuity/operations';

const region = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

test('whoever runs the portal sees how it does, in the light and in the dark', async ({
  page,
}) => {
  await signIn(page, 'Margrit Steiner');
  await page.goto('/continuity');
  await page.getByRole('tab', { name: 'Operations' }).click();
  await expect(page).toHaveURL(new RegExp(`${PAGE}$`));

  const followers = page.getByRole('table', {
    name: 'What follows the ledger',
  });
  await expect(
    followers.getByRole('row', { name: /^freeze-notifications/ }),
  ).toContainText(/Up to date|Reading|Entries wait|Stands/);
  await expect(
    page.getByRole('table', { name: 'Feeds that calendars follow' }),
  ).toContainText(/localhost:8181/);
  await expect(region(page, 'Set aside')).toContainText(
    'Nothing is set aside.',
  );
  await expectAccessible(page, 'main');

  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  await expect(followers).toBeVisible();
  await expectAccessible(page, 'main');
});

test('others are not offered the page, and are told what they lack', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  await page.goto('/continuity');
  await expect(page.getByRole('tab', { name: 'Calendar' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Operations' })).toHaveCount(0);

  await page.goto(PAGE);
  await expect(region(page, 'Set aside')).toContainText(
    'continuity.operations.read',
  );
});
