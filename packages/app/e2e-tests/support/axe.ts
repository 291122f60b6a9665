import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No violations of WCAG 2.1 A and AA in what Continuity shows; the shell is Backstage's. */
export async function expectAccessible(page: Page, within: string) {
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
