import { expect, type Page } from '@playwright/test';

/** Signs in through the real OpenID provider, as somebody of the example organisation. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const provider = await popup;
  await provider.getByRole('button', { name: new RegExp(name) }).click();
  await expect(
    page.getByRole('link', { name: 'Continuity', exact: true }),
  ).toBeVisible();
}
