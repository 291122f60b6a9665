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

const TITLE = 'Payments 4.2';
const FREEZE = 'Payments stand still';

/** A major change of the payments, complete, at the first time that is free. */
async function raise(page: Page): Promise<{ address: string; day: string }> {
  await fillChange(page, TITLE, 'production');
  await page.getByRole('button', { name: 'Find a time' }).click();
  await page
    .getByRole('button')
    .filter({ hasText: 'Take this time' })
    .first()
    .click();
  const begins = await page.getByLabel('Begins', { exact: true }).inputValue();
  return { address: await raiseDraft(page, TITLE), day: begins.slice(0, 10) };
}

test('a change is raised, approved by three others, and suspended when a freeze appears', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const anna = await as(browser, 'Anna Keller');
  const { address, day } = await raise(anna);

  await step(anna, 'Assess');
  await step(anna, 'Put up for approval');
  // Nobody approves what they wrote.
  const next = region(anna, 'What can happen next');
  await expect(
    next.getByRole('button', { name: 'Approve', exact: true }),
  ).toBeDisabled();
  await expect(next).toContainText('nobody approves what they wrote');
  await expectAccessible(anna, 'main');

  for (const name of ['Luca Bernasconi', 'Margrit Steiner', 'Ruth Amsler']) {
    const page = await as(browser, name);
    await page.goto('/continuity/changes');
    await page.getByRole('link', { name: TITLE }).click();
    await step(page, 'Approve', 'Fine with me');
    await page.context().close();
  }
  // Whoever looks at it sees it without loading it again.
  await expect(region(anna, 'Approvals')).toContainText(
    'Every seat is filled',
    { timeout: 30_000 },
  );
  await step(anna, 'Schedule');
  const id = address.split('/').at(-1) ?? '';
  const gate = await continuity(
    ...['gate', '--dry-run', '--entity', 'component:default/payments-api'],
    ...['--environment', 'production', '--class', 'major', '--change', id],
  );
  expect(gate.stdout).toContain(`Change "${TITLE}" is planned for`);

  const margrit = await as(browser, 'Margrit Steiner');
  await freezePayments(margrit, FREEZE, day);

  await anna.bringToFront();
  await expect(anna.locator('main')).toContainText(
    `"${FREEZE}" closes the planned time`,
    { timeout: 60_000 },
  );
  await expect(region(anna, 'Approvals')).toContainText('0 of 2');
  await anna.goto('/continuity/changes?view=all');
  await expect(
    anna.getByRole('row', { name: new RegExp(TITLE) }),
  ).toContainText(/suspended/i);
  const verified = await continuity('ledger', 'verify');
  expect(verified.code).toBe(0);

  // The freeze is lifted again, for whoever comes after.
  await lift(margrit, FREEZE, day);
  await anna.goto(address);
  await step(anna, 'Cancel the change', 'The migration is off');
  await anna.context().close();
  await margrit.context().close();
});
