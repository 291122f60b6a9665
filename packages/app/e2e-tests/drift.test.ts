import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { as, region } from './support/changes';
import { openTab } from './support/openTab';
import { continuity } from './support/pipeline';

const SERVICE = 'standing-orders';
const HOTFIX = 'registry.example/standing-orders:2.1.1-hotfix';

const folder = mkdtempSync(path.join(tmpdir(), 'continuity-drift-'));

/** Manifests as a file, and where it is. */
function manifests(name: string, ...objects: object[]): string {
  const file = path.join(folder, name);
  // JSON is YAML.
  writeFileSync(file, objects.map(one => JSON.stringify(one)).join('\n---\n'));
  return file;
}

const metadata = (name: string, more: object = {}) => ({
  name,
  namespace: 'shop',
  ...more,
});

const deployment = (image: string, more: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: metadata(SERVICE, more),
  spec: {
    selector: { matchLabels: { app: SERVICE } },
    template: {
      metadata: { labels: { app: SERVICE } },
      spec: { containers: [{ name: 'api', image }] },
    },
  },
});

const rates = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: metadata('rates'),
  data: { limit: '10' },
};

/** As the API server records somebody who edited the image by hand an hour ago. */
const byHand = {
  managedFields: [
    {
      manager: 'kubectl-edit',
      operation: 'Update',
      apiVersion: 'apps/v1',
      time: new Date(Date.now() - 3_600_000).toISOString(),
      fieldsType: 'FieldsV1',
      fieldsV1: {
        'f:spec': {
          'f:template': {
            'f:spec': {
              'f:containers': { 'k:{"name":"api"}': { 'f:image': {} } },
            },
          },
        },
      },
    },
  ],
};

const about = ['--push', '--entity', `component:default/${SERVICE}`];

test('a drift is read with its culprit, and adopted', async ({ browser }) => {
  const scanned = await continuity(
    'drift',
    '--desired',
    manifests('git.yaml', deployment('registry.example/standing-orders:2.1.0')),
    '--live',
    manifests('live.yaml', deployment(HOTFIX, byHand)),
    ...about,
    '--environment',
    'production',
    '--region',
    'eu-west-1',
  );
  expect([scanned.code, scanned.stderr]).toEqual([1, expect.any(String)]);

  const anna = await as(browser, 'Anna Keller');
  await expect(async () => {
    await anna.goto('/continuity/drift?standing=unauthorised&against=git');
    await expect(
      anna.getByRole('row', { name: /Standing orders/i }),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expectAccessible(anna, 'main');
  await anna.getByRole('link', { name: /Standing orders/i }).click();

  const drift = region(anna, 'Drift');
  const field = drift.getByRole('listitem').filter({ hasText: '.image' });
  await expect(field).toContainText(HOTFIX);
  await expect(field).toContainText('Unauthorised');
  await expect(field).toContainText('kubectl-edit');
  await expectAccessible(anna, 'main');

  await drift
    .getByRole('link', { name: `Adopt apps/Deployment shop/${SERVICE}` })
    .click();
  // The example portal has no host that a pull request can be opened on.
  await expect(
    anna.getByRole('heading', { name: 'Adopt drift' }),
  ).toBeVisible();
  await expect(anna.getByLabel('Environment')).toHaveValue('production');
  await expect(anna.getByLabel('Object')).toHaveValue(
    `apps/Deployment shop/${SERVICE}`,
  );
  await expect(anna.getByLabel('Runs', { exact: true })).toHaveValue(
    JSON.stringify(HOTFIX),
  );
});

test('a standby that lacks a config map is found by parity, and fails its check', async ({
  browser,
}) => {
  const image = 'registry.example/standing-orders:2.1.0';
  const compared = await continuity(
    'drift',
    'parity',
    '--primary',
    manifests('primary.yaml', deployment(image), rates),
    '--other',
    manifests('standby.yaml', deployment(image)),
    ...about,
    '--environment',
    'production-dr',
    '--region',
    'eu-central-1',
    '--primary-environment',
    'production',
    '--primary-region',
    'eu-west-1',
  );
  expect([compared.code, compared.stderr]).toEqual([1, expect.any(String)]);

  const anna = await as(browser, 'Anna Keller');
  const cell = anna.getByRole('link', {
    name: /^1 finding: findings of Standing orders in production-dr/i,
  });
  await expect(async () => {
    await anna.goto('/continuity/drift/parity?state=findings');
    await expect(cell).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expectAccessible(anna, 'main');
  await cell.click();
  await expect(
    region(anna, 'Drift').getByRole('list', { name: 'ConfigMap shop/rates' }),
  ).toContainText('the object does not run');

  await expect(async () => {
    await openTab(anna, SERVICE);
    await expect(
      region(anna, 'Scorecards')
        .getByRole('listitem')
        .filter({ hasText: 'Standby is like its primary' }),
    ).toContainText('Fail', { timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
});
