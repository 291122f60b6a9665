import {
  expect,
  type Browser,
  type Locator,
  type Page,
} from '@playwright/test';
import { signIn } from './signIn';

export const region = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

/** A browser of somebody's own, signed in. */
export async function as(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, name);
  return page;
}

/** Takes a change a step further, with a comment where there is something to say. */
export async function step(
  page: Page,
  name: string,
  comment?: string,
  fill?: (dialog: Locator) => Promise<void>,
) {
  await region(page, 'What can happen next')
    .getByRole('button', { name, exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  if (comment) await dialog.getByLabel('Comment').fill(comment);
  await fill?.(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Fills in a major change of the payments, complete but for its time. */
export async function fillChange(
  page: Page,
  title: string,
  environment: string,
) {
  await page.goto(
    '/continuity/changes/new?entity=component:default/payments-api',
  );
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Environments').fill(environment);
  await page.keyboard.press('Enter');
  await region(page, 'Class').getByLabel('Class').selectOption('Major');
  await page.getByLabel('Plan', { exact: true }).fill('Region by region');
  await page.getByLabel('Communication').fill('The service desk, before');
  await page.getByRole('button', { name: 'Add a test' }).click();
  await page.getByLabel('Test 1: what was tried').fill('A day on staging');
  await page.getByLabel('Steps').fill('Redeploy the version before');
  await page.getByLabel('Who decides').fill('team-payments');
  await page.getByRole('option', { name: /^Payments \(/ }).click();
  await page.getByLabel('Decided within').fill('PT15M');
  await page.getByLabel('Takes').fill('PT10M');
  await page.getByLabel('Data', { exact: true }).fill('Nothing new is written');
}

/** Keeps what was filled in as a draft. @returns its address */
export async function raiseDraft(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'Raise as a draft' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** A freeze of the payments, from the beginning of a day. */
export async function freezePayments(page: Page, title: string, day: string) {
  await page.goto('/continuity/calendar');
  await page.getByRole('button', { name: 'New window' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Reason').fill('The scheme is being migrated.');
  await page.getByLabel('Owner').fill('group:default/change-managers');
  await page.getByLabel('First day').fill(day);
  await page.getByLabel('Begins at').fill('00:00');
  await page.getByLabel('Duration').fill('PT47H');
  await page
    .getByLabel('Filter over catalog entities (JSON)')
    .fill('{"metadata.name": "payments-api"}');
  await page.getByRole('button', { name: 'Create the window' }).click();
  await expect(page).not.toHaveURL(/windows\/new/);
}

/**
 * Takes the freeze away again, for whoever comes after.
 *
 * @param isInForce - what opens by that has to be confirmed then
 */
export async function lift(
  page: Page,
  title: string,
  day: string,
  isInForce = false,
) {
  await page.goto(
    `/continuity/calendar?view=list&text=${encodeURIComponent(
      title,
    )}&date=${day}`,
  );
  await page.getByText(title).first().click();
  await page.getByRole('link', { name: 'Edit here' }).first().click();
  await page.getByRole('button', { name: 'Remove the window' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why this change').fill('The migration is off.');
  if (isInForce) await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Remove the window' }).click();
  await expect(dialog).toBeHidden();
}
