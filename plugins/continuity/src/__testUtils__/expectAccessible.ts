import axe from 'axe-core';

/**
 * No violations of WCAG 2.1 A and AA that can be found without drawing; contrast is
 * tested in a browser.
 */
export async function expectAccessible(within: Element): Promise<void> {
  const { violations } = await axe.run(within, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      elements: nodes.map(({ html }) => html),
    })),
  ).toEqual([]);
}
