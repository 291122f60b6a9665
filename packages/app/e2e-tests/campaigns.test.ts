import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { as, region } from './support/changes';
import { openTab } from './support/openTab';

test('a campaign is made, shows how far its services are, and is called off', async ({
  browser,
}) => {
  const margrit = await as(browser, 'Margrit Steiner');
  await margrit.goto('/continuity/scorecards/campaigns?which=over');
  await expect(
    margrit.getByText('No campaign fits the filters.'),
  ).toBeVisible();
  await margrit.getByRole('button', { name: 'New campaign' }).click();

  const form = margrit.getByRole('form', { name: 'New campaign' });
  const preview = region(margrit, 'What it would mean now');
  await form.getByLabel('Only where').fill('{ "$nonsense": 1 }');
  await expect(preview).toContainText(
    'once scorecard, level and filters are filled in and right',
  );
  await form.getByLabel('Only where').fill('');
  await form.getByLabel('Title').fill('Payments can go back');
  await form.getByLabel('Why').fill('Two releases in May could not.');
  const inAMonth = new Date(Date.now() + 30 * 86_400_000);
  await form.getByLabel('Last day').fill(inAMonth.toISOString().slice(0, 10));
  await form.getByLabel('Answers for it').fill('change-managers');
  await margrit.getByRole('option', { name: /^Change managers \(/ }).click();
  await form.getByLabel('Only of owners: find one').fill('team-payments');
  await margrit.getByRole('option', { name: /^Payments \(/ }).click();
  await form.getByLabel('Tiers').fill('mission critical');
  await form.getByLabel('Tiers').press('Enter');
  await expect(preview.getByRole('status')).toHaveText(
    'As the form stands now.',
  );
  await expect(
    preview.getByRole('row', { name: /^Instant payments/ }),
  ).toBeVisible();
  await expectAccessible(margrit, 'main');
  await form.getByRole('button', { name: 'Make it' }).click();

  const one = region(margrit, 'Payments can go back');
  await expect(one).toContainText('Stand on Proven of Rollback readiness');
  await expect(one).toContainText(/\d+ of \d+ services are there/);
  await expect(one).toContainText(
    'owned by Payments; of tier Mission critical',
  );
  await expect(
    region(margrit, 'Progress').getByRole('row', { name: /^Kill switch/ }),
  ).toBeVisible();
  const services = region(margrit, 'Services');
  await expect(
    services.getByRole('row', { name: /Instant payments/ }),
  ).toContainText(/and \d+ more checks/);
  await services.getByLabel('Which').selectOption('There');
  await expect(margrit).toHaveURL(/which=reached/);
  await expect(
    services.getByRole('row', { name: /Instant payments/ }),
  ).toHaveCount(0);
  await expectAccessible(margrit, 'main');
  const address = new URL(margrit.url()).pathname;

  const anna = await as(browser, 'Anna Keller');
  await openTab(anna, 'instant-payments');
  const asked = anna.getByRole('link', { name: 'Payments can go back' });
  await asked.click();
  await expect(anna).toHaveURL(new RegExp(`${address}$`));
  await expect(region(anna, 'Payments can go back')).toBeVisible();
  // She belongs to no team that answers for it.
  await expect(anna.getByRole('button', { name: 'Call off' })).toHaveCount(0);

  await margrit.getByRole('button', { name: 'Call off' }).click();
  const dialog = margrit.getByRole('dialog');
  await dialog.getByLabel('Why').fill('The teams agreed on a later day.');
  await dialog.getByRole('button', { name: 'Call off' }).click();
  await expect(dialog).toBeHidden();
  await expect(one).toContainText('It was called off.');
  await expect(
    region(margrit, 'What was done to it').getByRole('row', {
      name: /Called off.*Margrit Steiner.*The teams agreed on a later day/,
    }),
  ).toBeVisible();
  await anna.context().close();
  await margrit.context().close();
});
