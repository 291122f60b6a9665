import { pageAt } from './pages';

it.each([
  ['/continuity/changes', 'changes'],
  ['/continuity/changes/', 'changes'],
  ['/continuity/changes/0b5a4d52-7d9d-4f66-8f0c-000000000001', 'changes'],
  ['/continuity/changes/new', 'changes'],
  ['/continuity/changes/overrides', 'overrides'],
  ['/continuity/changes/overrides/new', 'overrides'],
  ['/continuity/changes/delegations', 'delegations'],
  ['/continuity/changes/unauthorised/', 'unauthorised'],
])('takes %s for a part of "%s"', (pathname, page) => {
  expect(pageAt(pathname, '/continuity/changes')).toBe(page);
});
