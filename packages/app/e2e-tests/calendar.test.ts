import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { continuity } from './support/pipeline';
import { openTab } from './support/openTab';
import { signIn } from './support/signIn';

const TAB = '/catalog/default/component/document-archive/continuity';
const SERVICE = 'component:default/document-archive';
const TITLE = 'Archive is being moved';

const region = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

/** An hour ago on the clock of the browser's zone, as its date and time fields take it. */
function anHourAgo(): { date: string; time: string } {
  const [date, time] = new Date(Date.now() - 3_600_000)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Zurich' })
    .split(' ');
  return { date, time };
}

const gate = () =>
  continuity(
    'gate',
    '--entity',
    SERVICE,
    '--environment',
    'production',
    '--dry-run',
  );

test('a change manager freezes a service, changes the freeze while it is in force, and lifts it', async ({
  page,
}) => {
  await signIn(page, 'Margrit Steiner');
  await page.goto('/continuity/calendar');
  await page.getByRole('button', { name: 'New window' }).click();

  const { date, time } = anHourAgo();
  await page.getByLabel('Title').fill(TITLE);
  await page.getByLabel('Reason').fill('Its data is on the way.');
  await page.getByLabel('Owner').fill('group:default/change-managers');
  await page.getByLabel('First day').fill(date);
  await page.getByLabel('Begins at').fill(time);
  await page.getByLabel('Duration').fill('PT3H');
  await page.getByLabel('Repeats').selectOption('Every day');
  await page
    .getByLabel('Filter over catalog entities (JSON)')
    .fill('{"metadata.name": "document-archive"}');

  const preview = region(page, 'What saving would mean');
  await expect(preview).toContainText('It is for 1 service.');
  await expect(
    preview.getByRole('table', { name: 'The next occurrences' }),
  ).toContainText(/:\d\d/);
  await expect(preview).toContainText('becomes closed');
  await expectAccessible(page, 'main');
  await page.getByRole('button', { name: 'Create the window' }).click();

  await page.goto('/continuity/calendar?view=list&text=archive');
  await expect(
    page.getByRole('table').first().getByText(TITLE).first(),
  ).toBeVisible();

  await page.goto(TAB);
  const production = region(page, 'May it be deployed now?').getByRole(
    'group',
    { name: /^production in|^production$/ },
  );
  await expect(production.first()).toContainText('Closed');
  await expect(production.first()).toContainText(TITLE);
  const denied = await gate();
  expect(denied.code).toBe(10);
  expect(denied.stdout).toContain(TITLE);

  // A shorter freeze opens at once what is closed now; that has to be seen and said.
  await region(page, 'Windows in the next 90 days')
    .getByRole('button', { name: `Why and how: ${TITLE}` })
    .click();
  await page.getByRole('link', { name: 'Edit here' }).first().click();
  await page.getByLabel('Duration').fill('PT30M');
  const save = page.getByRole('button', { name: 'Save the change' });
  await page.getByLabel('Why this change').fill('The move is done sooner.');
  await expect(save).toBeDisabled();
  await page.getByLabel(/I have seen for whom/).check();
  await save.click();
  await expect(page).not.toHaveURL(/windows\//);
  await expect(async () => {
    expect((await gate()).stdout).not.toContain(`${TITLE}" is in force`);
  }).toPass();

  await page.goto('/continuity/calendar?view=list&text=archive');
  await page.getByText(TITLE).first().click();
  await page.getByRole('link', { name: 'Edit here' }).first().click();
  await expect(region(page, 'History')).toContainText('Revision 2');
  await page.getByRole('button', { name: 'Remove the window' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why this change').fill('It is over.');
  await dialog.getByRole('button', { name: 'Remove the window' }).click();
  await page.goto('/continuity/calendar?view=list&text=archive');
  await expect(page.getByText('No window of these filters')).toBeVisible();
});

test('a subscription shows the windows without a session, until it is revoked', async ({
  page,
  request,
}) => {
  await signIn(page, 'Anna Keller');
  await openTab(page, 'payments-api');
  await page.getByRole('button', { name: 'Subscribe' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make an address' }).click();
  const address = await dialog
    .getByRole('textbox', { name: 'Address' })
    .inputValue();

  const feed = await request.get(address);
  expect(feed.status()).toBe(200);
  expect(feed.headers()['content-type']).toContain('text/calendar');
  const text = await feed.text();
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain('SUMMARY:Month-end close');
  const again = await request.get(address, {
    headers: { 'If-None-Match': feed.headers().etag },
  });
  expect(again.status()).toBe(304);

  await dialog
    .getByRole('button', { name: /^Revoke/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: /Really revoke/ }).click();
  await expect(dialog).toContainText('Revoked');
  expect((await request.get(address)).status()).toBe(404);
});

test('a developer finds a time to deploy, and is told what is in the way', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  await openTab(page, 'payments-api');
  await page.getByRole('button', { name: 'Find a time' }).click();
  await expect(page.getByRole('main')).toContainText(
    /First time that is open for 1 hour/,
  );
  const table = page.getByRole('table', { name: 'What is not open when' });
  await expect(table.getByRole('row').nth(1)).toContainText('1 service');
  await expectAccessible(page, 'main');
});

test('every view of the calendar is accessible, in the dark too', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, 'Anna Keller');
  for (const view of ['month', 'week', 'timeline', 'list']) {
    await page.goto(`/continuity/calendar?view=${view}`);
    // By its words, or by its label where a bar is too narrow for words.
    await expect(
      page
        .getByRole('main')
        .locator(':text("Nightly run"), [aria-label*="Nightly run"]')
        .first(),
    ).toBeAttached();
    await expectAccessible(page, 'main');
  }
});

test('a feed that breaks keeps its last good windows, and says so wherever it is shown', async ({
  page,
}) => {
  // It is asked once a minute.
  test.setTimeout(400_000);
  const published = path.resolve(
    __dirname,
    '../../../.cache/e2e-feeds/settlement-closing-days.ics',
  );
  const whole = readFileSync(published, 'utf8');
  await signIn(page, 'Anna Keller');
  const row = page
    .getByRole('table', { name: 'Calendars' })
    .getByRole('row', { name: /^Settlement closing days/ });
  const becomes = (state: string) =>
    expect(async () => {
      await page.goto('/continuity/calendar?view=list');
      await expect(row).toContainText(state, { timeout: 10_000 });
    }).toPass({ timeout: 150_000 });

  await becomes('Good');
  try {
    writeFileSync(published, whole.slice(0, whole.length / 2));
    await becomes('Degraded');
    await expect(row).toContainText('last good windows stay in force');
    await page.goto('/catalog/default/component/liquidity-monitor/continuity');
    await expect(region(page, 'Windows in the next 90 days')).toContainText(
      /Settlement closing days.*stay in force/,
    );
    await expectAccessible(page, 'main');
  } finally {
    writeFileSync(published, whole);
  }
});
