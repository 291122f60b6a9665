import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import {
  as,
  fillChange,
  freezePayments,
  lift,
  raiseDraft,
  region,
  step,
} from './support/changes';
import { continuity } from './support/pipeline';

const TITLE = 'Payments 4.3';
const FREEZE = 'The payments are held';
const OTHERS = ['Luca Bernasconi', 'Margrit Steiner', 'Ruth Amsler'] as const;

/** On the clock of the browser, as a field for it takes it. */
const onClock = (page: Page, hours: number) =>
  page.evaluate(ahead => {
    const at = new Date(Date.now() + ahead * 3_600_000);
    const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
    return local.toISOString().slice(0, 16);
  }, hours);

async function approve(pages: readonly Page[], address: string) {
  for (const page of pages) {
    await page.goto(address);
    await step(page, 'Approve', 'Fine with me');
  }
}

/** As a pipeline tells it, through the command line. */
async function reportDeployment() {
  const folder = await mkdtemp(path.join(tmpdir(), 'continuity-e2e-'));
  const file = path.join(folder, 'deployment.json');
  const at = new Date().toISOString();
  await writeFile(
    file,
    JSON.stringify({
      kind: 'deployment',
      source: 'e2e',
      externalId: `payments-4.3-${Date.now()}`,
      entityRef: 'component:default/payments-api',
      environment: 'staging',
      region: 'eu-west-1',
      observedAt: at,
      payload: {
        version: '4.3.0',
        outcome: 'succeeded',
        startedAt: at,
        finishedAt: at,
      },
    }),
  );
  const pushed = await continuity('evidence', 'push', '--file', file);
  expect(pushed.code).toBe(0);
}

test('a change goes on in a freeze behind broken glass, and is closed after its review', async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const anna = await as(browser, 'Anna Keller');
  await fillChange(anna, TITLE, 'staging');
  const begins = await onClock(anna, -0.5);
  await anna.getByLabel('Begins', { exact: true }).fill(begins);
  await anna.getByLabel('Ends', { exact: true }).fill(await onClock(anna, 1));
  const address = await raiseDraft(anna, TITLE);
  await step(anna, 'Assess');
  await step(anna, 'Put up for approval');
  const others = await Promise.all(OTHERS.map(name => as(browser, name)));
  const [luca, margrit] = others;
  await approve(others, address);

  // A freeze appears, and with it the approval is suspended.
  const today = (await onClock(anna, -12)).slice(0, 10);
  await freezePayments(margrit, FREEZE, today);
  await expect(anna.locator('main')).toContainText(
    `"${FREEZE}" closes the planned time`,
    { timeout: 60_000 },
  );

  // The incident cannot wait: two others let the glass be broken.
  await anna.goto(
    '/continuity/changes/overrides/new?entities=component:default/payments-api&environments=staging',
  );
  await anna.getByRole('checkbox', { name: new RegExp(FREEZE) }).check();
  await anna.getByLabel(/^Incident/).fill('INC-4711');
  await anna.getByLabel(/^Duration/).fill('PT3H');
  await anna.getByLabel(/^Reason/).fill('Payments fail, and this mends it');
  await anna.getByRole('button', { name: 'Ask for it' }).click();
  await expect(
    anna.getByRole('heading', { name: /INC-4711/ }).first(),
  ).toBeVisible();
  const override = new URL(anna.url()).pathname;
  await expectAccessible(anna, 'main');
  for (const page of [luca, margrit]) {
    await page.goto(override);
    const steps = region(page, 'What you can do');
    await steps.getByRole('button', { name: 'Approve', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Comment').fill('Go');
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(dialog).toBeHidden();
  }
  // Everybody is told, wherever they are.
  await anna.goto('/continuity');
  await expect(anna.getByRole('alert').first()).toContainText('INC-4711');

  // What is approved anew is the difference; then it goes its way.
  await approve(others, address);
  await anna.goto(address);
  await step(anna, 'Schedule');
  await step(anna, 'Begin');
  await reportDeployment();
  await step(anna, 'Finish', undefined, dialog =>
    dialog
      .getByLabel('What came of it')
      .selectOption('succeeded')
      .then(() => undefined),
  );
  await step(luca, 'Complete the review', undefined, async dialog => {
    await dialog.getByLabel(/^What happened/).fill('It went as planned');
    await dialog.getByLabel(/^What is done about it/).fill('Nothing');
  });
  await expect(
    region(anna, 'Timeline').getByText('Reviewed').first(),
  ).toBeVisible({ timeout: 30_000 });

  // The override is ended, and reviewed by somebody who did not ask for it.
  await anna.goto(override);
  const end = async (page: Page, act: string, fill: () => Promise<void>) => {
    await region(page, 'What you can do')
      .getByRole('button', { name: act, exact: true })
      .click();
    await fill();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: act, exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  await end(anna, 'End it now', () =>
    anna.getByRole('dialog').getByLabel('Reason').fill('Payments work again'),
  );
  await margrit.goto(override);
  await end(margrit, 'Complete the review', async () => {
    const dialog = margrit.getByRole('dialog');
    await dialog.getByLabel(/^What was done/).fill('4.3 went to staging');
    await dialog.getByLabel(/^Was it justified/).selectOption('yes');
    await dialog.getByLabel(/^What follows/).fill('Nothing');
  });
  await expect(margrit.locator('main')).toContainText(
    'It is over and reviewed',
  );

  const verified = await continuity('ledger', 'verify');
  expect(verified.code).toBe(0);
  await lift(margrit, FREEZE, today, true);
  for (const page of [anna, ...others]) await page.context().close();
});
