import fc from 'fast-check';
import {
  EXEMPT,
  formatScorecards,
  GROUPINGS,
  isFiltered,
  parseScorecards,
  SORTS,
  STATES,
  toQuery,
  UNFILTERED,
  type ScorecardsAddress,
} from './scorecardsAddress';

const words = fc.option(fc.string({ minLength: 1, maxLength: 60 }), {
  nil: undefined,
});
const oneOf = <T extends string>(choices: readonly T[]) =>
  fc.constantFrom(undefined, ...choices);
const addresses: fc.Arbitrary<ScorecardsAddress> = fc.record({
  scorecard: words,
  owner: words,
  system: words,
  tier: words,
  level: words,
  check: words,
  state: oneOf(STATES),
  exempt: oneOf(EXEMPT),
  text: words,
  sort: oneOf(SORTS),
  by: oneOf(GROUPINGS),
});

it('comes back from its address as it was', () => {
  fc.assert(
    fc.property(addresses, address => {
      const text = formatScorecards(address).toString();
      expect(parseScorecards(new URLSearchParams(text))).toEqual(address);
    }),
  );
});

it('is not filtered once the filters are cleared', () => {
  fc.assert(
    fc.property(addresses, address => {
      expect(isFiltered({ ...address, ...UNFILTERED })).toBe(false);
    }),
  );
});

it.each<[string, ScorecardsAddress, object]>([
  ['nothing', {}, {}],
  [
    'what fails a check in tier 1',
    { tier: 'tier-1', check: 'rehearsed', state: 'fail' },
    { tier: ['tier-1'], check: 'rehearsed', state: ['fail'] },
  ],
  ['what is not exempt', { exempt: 'no' }, { exempt: false }],
  [
    'what is no filter',
    { scorecard: 'basics', by: 'system', sort: 'name' },
    { sort: 'name' },
  ],
])('asks for %s', (_, address, query) => {
  expect(toQuery(address)).toEqual(query);
});

it('reads what nobody wrote as if it were not there', () => {
  const address = parseScorecards(
    new URLSearchParams('state=perfect&exempt=maybe&sort=&by=mood&owner='),
  );
  expect(address).toEqual({});
});
