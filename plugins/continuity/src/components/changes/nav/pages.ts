/**
 * The pages that stand beside each other under Changes, in this order; each is the part of
 * the address that it is found at.
 */
export const PAGES = [
  'changes',
  'cab',
  'overrides',
  'delegations',
  'unauthorised',
] as const;

export type ChangesSubPage = (typeof PAGES)[number];

/**
 * Which of them an address belongs to: what is below a page is a part of it.
 *
 * @param base - address of the list of changes
 */
export function pageAt(pathname: string, base: string): ChangesSubPage {
  const [, part] = pathname.slice(base.length).split('/');
  return PAGES.find(page => page === part) ?? 'changes';
}
