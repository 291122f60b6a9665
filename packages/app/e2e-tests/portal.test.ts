import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { signIn } from './support/signIn';

const tab = '/catalog/default/component/payments-api/continuity';

const region = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

test('a developer reads whether the service may be deployed, and why', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  await page.goto(tab);

  const profile = region(page, 'Continuity profile');
  await expect(profile).toContainText('Mission critical');
  await expect(profile).toContainText('1 hour');

  const gate = region(page, 'May it be deployed now?');
  const production = gate.getByRole('group', { name: /^production in/ });
  await expect(production).toContainText(/Open|Closed|Needs approval/);

  await expect(region(page, 'Windows in the next 90 days')).toContainText(
    /month-end/i,
  );
  await expect(region(page, 'Latest evidence')).toContainText(/rollback plan/i);
  await expectAccessible(page, 'main');
});

test('`npm start` opens the portal, whatever bundle the other tests use', async ({
  browser,
}) => {
  const page = await browser.newPage({ baseURL: 'http://localhost:3000' });
  await signIn(page, 'Anna Keller');
  await page.goto(tab);
  await expect(region(page, 'Continuity profile')).toContainText(
    'Mission critical',
  );
  await page.close();
});

test('a service that nobody has classified says how to classify it', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  await page.goto('/continuity?tier=unclassified');
  const table = page.getByRole('table', { name: 'Services' });
  await table.getByRole('link').first().click();
  await expect(region(page, 'Continuity profile')).toContainText(
    'This service is not classified',
  );
});

test('a lead finds the frozen and the unclassified in the fleet', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  await page.getByRole('link', { name: 'Continuity', exact: true }).click();
  const table = page.getByRole('table', { name: 'Services' });
  await expect(table.getByRole('link').first()).toBeVisible();
  await expectAccessible(page, 'main');

  await page.getByLabel('Name contains').fill('payments-api');
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(page).toHaveURL(/text=payments-api/);

  // What a filter shows can be shared by its address.
  await page.reload();
  await expect(table.getByRole('row')).toHaveCount(2);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Tier', { exact: true }).selectOption('unclassified');
  await expect(page).toHaveURL(/tier=unclassified/);
  // The rows before stay until the answer is there, so this waits for the
  // table of which all rows but the heading are unclassified.
  const rows = table.getByRole('row');
  await expect(rows.filter({ hasNotText: 'Unclassified' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Unclassified' })).not.toHaveCount(0);
});

test('the dark theme is as accessible as the light one', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, 'Anna Keller');
  await page.goto(tab);
  await expect(region(page, 'Latest evidence')).toContainText(/rollback plan/i);
  await expectAccessible(page, 'main');
  await page.goto('/continuity');
  const table = page.getByRole('table', { name: 'Services' });
  await expect(table.getByRole('link').first()).toBeVisible();
  await expectAccessible(page, 'main');
});

test('while the service is down the tab says so and offers to try again', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  await page.route('**/api/continuity/**', route =>
    route.fulfill({
      status: 503,
      contentType: 'application/json',
      body: JSON.stringify({
        error: { name: 'ServiceUnavailableError', message: 'down' },
        response: { statusCode: 503 },
      }),
    }),
  );
  await page.goto(tab);
  const gate = region(page, 'May it be deployed now?');
  await expect(page.getByRole('main')).toContainText('could not be loaded');
  await expect(gate).not.toContainText('Open');

  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(region(page, 'Continuity profile')).toContainText(
    'Mission critical',
  );
});
