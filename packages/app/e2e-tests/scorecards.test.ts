import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { as, region } from './support/changes';
import { openTab } from './support/openTab';
import { continuity } from './support/pipeline';
import { signIn } from './support/signIn';

const SERVICE = ['--entity', 'component:default/payments-api'];
const MIGRATIONS = 'examples/migrations/payments-api';

test('a check is mended as its remedy says, the level rises, and the rehearsal can be read', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  await openTab(page, 'payments-api');
  const scorecard = page.getByRole('article', { name: 'Rollback readiness' });
  await expect(scorecard).toContainText('Level Planned');
  const next = scorecard.getByRole('region', { name: 'What to do next' });
  await expect(next).toContainText('continuity migrations analyze');

  const analysis = await continuity(
    ...['migrations', 'analyze', MIGRATIONS, '--push', ...SERVICE],
  );
  expect(analysis.code).toBe(0);
  // Whoever looks at it sees it without loading it again.
  await expect(scorecard).toContainText('Level Possible', { timeout: 90_000 });
  await expect(next).toContainText('continuity migrations rehearse');

  const rehearsal = await continuity(
    ...['migrations', 'rehearse', MIGRATIONS, '--push', ...SERVICE],
  );
  expect(rehearsal.code).toBe(0);
  await expect(scorecard).toContainText('Level Proven', { timeout: 90_000 });

  await scorecard
    .getByRole('button', { name: 'Rollback is rehearsed' })
    .click();
  const steps = scorecard.getByRole('table', {
    name: 'Steps of the rehearsal',
  });
  await expect(steps).toContainText('Done');
  await scorecard.getByRole('button', { name: /^What changed/ }).click();
  await expect(
    scorecard.getByRole('list', { name: /^What changed/ }),
  ).toContainText('Rose from Possible to Proven');
  await expectAccessible(page, 'main');
});

test('one person asks for an exemption, another approves it, and the score stays', async ({
  browser,
}) => {
  const anna = await as(browser, 'Anna Keller');
  const margrit = await as(browser, 'Margrit Steiner');
  const check = (page: typeof anna) =>
    page
      .getByRole('article', { name: 'Rollback readiness' })
      .getByRole('group', { name: 'Details of Kill switch was rehearsed' });
  const open = async (page: typeof anna) => {
    await openTab(page, 'instant-payments');
    await page
      .getByRole('article', { name: 'Rollback readiness' })
      .getByRole('button', { name: 'Kill switch was rehearsed' })
      .click();
  };
  await open(anna);
  const standing = anna
    .getByRole('article', { name: 'Rollback readiness' })
    .getByText(/^Of \d+ points/);
  const points = await standing.textContent();

  await check(anna)
    .getByRole('button', { name: /^Ask for an exemption/ })
    .click();
  const dialog = anna.getByRole('dialog');
  await dialog
    .getByLabel('Why it can wait')
    .fill('The new routing has no flag before spring.');
  const inAMonth = new Date(Date.now() + 30 * 86_400_000);
  await dialog.getByLabel('Last day').fill(inAMonth.toISOString().slice(0, 10));
  await dialog.getByRole('button', { name: 'Ask for an exemption' }).click();
  await expect(dialog).toBeHidden();
  await expect(check(anna)).toContainText('somebody else has to decide');
  await expect(
    check(anna).getByRole('button', { name: /^Approve/ }),
  ).toHaveCount(0);

  await open(margrit);
  await check(margrit)
    .getByRole('button', { name: /^Approve/ })
    .click();
  const decision = margrit.getByRole('dialog');
  await decision.getByLabel('Why').fill('Until the new routing is there.');
  await decision.getByRole('button', { name: 'Approve' }).click();
  await expect(decision).toBeHidden();

  await open(anna);
  await expect(check(anna)).toContainText('It is no pass');
  await expect(standing).toContainText(points?.split('.')[0] ?? 'Of');
  await expect(standing).toContainText('They are no pass');
  await anna.goto('/continuity/scorecards/exemptions?state=in-force');
  await expect(
    region(anna, 'Exemptions').getByRole('row', { name: /instant.payments/i }),
  ).toContainText('The new routing has no flag before spring.');
  await expectAccessible(anna, 'main');
  await anna.context().close();
  await margrit.context().close();
});

test('a lead finds where services stand together, on a page that can be shared', async ({
  page,
}) => {
  await signIn(page, 'Anna Keller');
  await page.goto('/catalog/default/group/payments-and-cards');
  const card = region(page, 'Scorecards').getByRole('article', {
    name: 'Rollback readiness',
  });
  await expect(card).toContainText(/As a whole/);
  await card.getByRole('link', { name: /services of .*cards/i }).click();
  await expect(page).toHaveURL(/\/continuity\/scorecards\?.*owner=/);
  const map = page.getByRole('table', { name: 'Services by check' });
  await expect(map.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page, 'main');
});
