import { expect, type Page } from '@playwright/test';

/**
 * Opens the Continuity tab of a component, and waits until all of it is loaded: what comes
 * in above a button moves it away from under the mouse.
 */
export async function openTab(page: Page, component: string): Promise<void> {
  await page.goto(`/catalog/default/component/${component}/continuity`);
  const main = page.getByRole('main');
  await expect(
    main.getByRole('region', { name: 'Latest evidence', exact: true }),
  ).toBeVisible();
  await expect(main.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
}
