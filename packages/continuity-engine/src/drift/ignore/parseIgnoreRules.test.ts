import { parseIgnoreRules } from './parseIgnoreRules';
import { parsePath } from './parsePath';

const rule = {
  id: 'replicas',
  reason: 'an operator scales it',
  expires: '2027-01-31',
  kind: 'Deployment',
  pointers: ['/spec/replicas'],
};

it('reads a rule', () => {
  expect(parseIgnoreRules({ rules: [rule] })).toEqual({
    rules: [
      {
        id: 'replicas',
        reason: 'an operator scales it',
        expiresAt: Date.parse('2027-01-31T00:00:00Z'),
        kind: 'Deployment',
        pointers: ['/spec/replicas'],
        paths: [],
        managers: [],
      },
    ],
  });
});

it.each<[string, object, string]>([
  ['no reason', { reason: undefined }, 'ignore.rules.0.reason'],
  ['an empty reason', { reason: 'x' }, 'ignore.rules.0.reason'],
  ['no end', { expires: undefined }, 'ignore.rules.0.expires'],
  ['an end that is none', { expires: 'soon' }, 'ignore.rules.0.expires'],
  ['nothing to ignore', { pointers: [] }, 'ignore.rules.0'],
  ['a pointer to everything', { pointers: [''] }, 'ignore.rules.0.pointers.0'],
  ['no pointer', { pointers: ['spec'] }, 'ignore.rules.0.pointers.0'],
  ['a path to everything', { paths: ['.[]'] }, 'ignore.rules.0.paths.0'],
  ['code', { paths: ['.a | env'] }, 'ignore.rules.0.paths.0'],
  ['a field that it does not know', { pionters: [] }, 'ignore.rules.0'],
])('refuses %s by name', (_, change, path) => {
  const parsed = parseIgnoreRules({ rules: [{ ...rule, ...change }] });
  expect('problems' in parsed && parsed.problems[0].path).toContain(path);
});

it('refuses an id that stands there twice', () => {
  const parsed = parseIgnoreRules({ rules: [rule, rule] });
  expect('problems' in parsed && parsed.problems[0].path).toBe(
    'ignore.rules.1.id',
  );
});

it.each([
  ['.spec.replicas', 2],
  ['.metadata.annotations["a/b"]', 3],
  ['.metadata.annotations."a/b"', 3],
  ['.spec.containers[0].image', 4],
  ['.spec.containers[] | select(.name == "x") | .image', 5],
  ['.spec.containers[] | select(.name | startswith("x")) | .image', 5],
  ['.spec.ports[] | select(.port != 80)', 4],
])('reads the path %s', (text, parts) => {
  expect(parsePath(text)).toHaveLength(parts);
});

it.each([
  '',
  '.',
  '..',
  'spec',
  '.a + 1',
  '.a | length',
  '.a[',
  '$x',
  '.a | input',
])('reads no path %j', text => {
  expect(parsePath(text)).toBeUndefined();
});
