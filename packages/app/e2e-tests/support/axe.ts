import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No violations of WCAG 2.1 A and AA in what Continuity shows; the shell is Backstage's. */
export async function expectAccessible(page: Page, within: string) {
  await comeToRest(page);
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.map(node => node.target.join(' ')),
    })),
  ).toEqual([]);
}

/**
 * Waits until what fades or slides in is there whole: half shown, no colour has the
 * contrast it will have. What moves for ever, such as a spinner, is not waited for.
 */
async function comeToRest(page: Page) {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) =>
          Number.isFinite(effect?.getComputedTiming().endTime),
        )
        .map(({ finished }) => finished),
    ),
  );
}
