import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { openTab } from './support/openTab';
import { signIn } from './support/signIn';

const region = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

test('the tab says what cannot hold, who needs the service, and by which path', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  await openTab(page, 'payments-api');
  const dependencies = region(page, 'Dependencies');
  await expect(
    dependencies.getByRole('list', { name: 'What cannot hold' }),
  ).toContainText('What to do:');
  await expect(dependencies).toContainText(/\d+ fail or degrade when this/);

  const drawing = dependencies.getByRole('group', {
    name: /Picture of Payments API/,
  });
  const box = drawing.getByRole('button', { name: /^Move money/ });
  await box.focus();
  await page.keyboard.press('Enter');
  await expect(
    dependencies.getByRole('list', {
      name: 'From the cause to what it affects',
    }),
  ).toContainText('Move money');
  await expectAccessible(page, 'main');
});

test('on call, somebody asks what if two are down for three hours, and shares the answer', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  await page.goto('/continuity/dependencies');
  await expect(page.getByText('Nothing is down yet.')).toBeVisible();
  for (const [name, title] of [
    ['ledger-core', 'Ledger core'],
    ['payments-db', 'Payments database'],
  ]) {
    await page.getByLabel('Add a service').fill(name);
    await page.getByRole('option', { name: new RegExp(`^${title}`) }).click();
  }
  await page.getByLabel('For how long').selectOption('3 hours');
  const table = page.getByRole('table', { name: /What fails or degrades/ });
  await expect(table).toBeVisible();
  await expect(region(page, 'Whom it hits')).toContainText('Move money');
  await expect(page.getByRole('main')).toContainText(
    /breach(es)? an objective/,
  );

  await page.reload();
  await expect(table).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a table (CSV)' }).click();
  expect((await saved).suggestedFilename()).toBe('impact.csv');
  await expectAccessible(page, 'main');
});

test('of what is down, somebody sees in which order it comes back and what fails alone', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  const down = encodeURIComponent('component:default/ledger-core');
  await page.goto(`/continuity/dependencies?down=${down}`);
  await expect(
    page.getByRole('table', { name: /What fails or degrades/ }),
  ).toBeVisible();

  // A heading of a table may begin with the same word.
  await page.getByRole('button', { name: 'Order', exact: true }).click();
  await expect(page.getByRole('main')).toContainText(/waves? with \d+ in/);
  await expectAccessible(page, 'main');

  await page
    .getByRole('button', { name: 'Points of failure', exact: true })
    .click();
  const points = page.getByRole('table', {
    name: 'What brings them down alone',
  });
  await expect(points.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page, 'main');
  await points
    .getByRole('button', { name: /^How .+ brings .+/ })
    .first()
    .click();
  await expect(
    page.getByRole('list', { name: 'From the cause to what it affects' }),
  ).toBeVisible();
  await expectAccessible(page, '[role=dialog]');
});

test('a tech lead sees first what would mend most, and takes the list away', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  await page.goto('/continuity/dependencies/findings');
  const table = page.getByRole('table', { name: 'What would mend most' });
  const first = table.getByRole('row').nth(1);
  await expect(first).toContainText('High');
  await expect(first).toContainText(/Single point of failure: \d+/);
  await page.getByLabel('Severity').selectOption({ index: 1 });
  await expect(page).toHaveURL(/severity=high/);
  await expect(table.getByText('Medium', { exact: true })).toHaveCount(0);
  await first.getByRole('button', { name: /would mend$/ }).click();
  await expect(page.getByRole('table', { name: /^Findings of/ })).toContainText(
    'What to do:',
  );
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a table (CSV)' }).click();
  expect((await saved).suggestedFilename()).toBe('findings.csv');
  await expectAccessible(page, 'main');
});

test('an exemption is asked for by one and approved by another, never by oneself', async ({
  page,
  browser,
}) => {
  await signIn(page, 'Margrit Steiner');
  await page.goto(
    '/continuity/dependencies/findings?kind=rto-inversion&view=each',
  );
  const first = page.getByRole('row').nth(1);
  const title = page.getByRole('button', { name: /^Exemption of/ }).first();
  await title.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Why it can wait/).fill('The new line comes in May.');
  const until = new Date(Date.now() + 60 * 86_400_000);
  await dialog.getByLabel(/Last day/).fill(until.toISOString().slice(0, 10));
  await dialog.getByRole('button', { name: 'Ask for it' }).click();
  await expect(first).toContainText('Waiting for approval');

  await title.click();
  await expect(dialog.getByRole('alert')).toContainText(
    'You asked for it yourself',
  );
  await expect(dialog.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();

  const other = await browser.newPage();
  await signIn(other, 'Carlos Ibanez');
  await other.goto(
    '/continuity/dependencies/findings?exempted=requested&view=each',
  );
  await other
    .getByRole('button', { name: /^Exemption of/ })
    .first()
    .click();
  await other.getByRole('dialog').getByLabel(/^Why/).fill('Agreed.');
  await other
    .getByRole('dialog')
    .getByRole('button', { name: 'Approve' })
    .click();
  await page.reload();
  await expect(first).toContainText('Exempt');
  await other.close();
});
