import {
  formatExploreQuestion,
  impactRequest,
  parseExplore,
  wavesRequest,
} from './exploreQuestion';

const parse = (query: string) => parseExplore(new URLSearchParams(query));

it.each([
  '',
  'down=component%3Adefault%2Fa&down=component%3Adefault%2Fb&region=eu&for=PT3H&cause=failed-deployment&breached=true',
  'show=points&root=system%3Adefault%2Fpayments',
  'show=waves&down=component%3Adefault%2Fa&purpose=recovery',
  'show=points&roots=most-critical-tier',
])('is written as it was read: %s', query => {
  expect(formatExploreQuestion(parse(query)).toString()).toBe(query);
});

it('what cannot be read is as if it were not there', () => {
  expect(
    parse('show=x&down=nonsense&down=a:b&for=PT7M&cause=y&roots=z&root=q'),
  ).toEqual(parse(''));
});

it('takes the same down once, and no more than the API does', () => {
  const many = Array.from(
    { length: 70 },
    (_, index) => `down=component:default/s${index}`,
  );
  expect(parse([...many, many[0]].join('&')).down).toHaveLength(50);
  expect(parse(`${many[0]}&${many[0]}`).down).toHaveLength(1);
});

it('asks nothing while nothing is down', () => {
  expect(impactRequest(parse('for=PT3H'))).toBeUndefined();
  expect(wavesRequest(parse(''))).toBeUndefined();
});

it('asks for breaches only with a length', () => {
  const down = 'down=component:default/a';
  expect(impactRequest(parse(`${down}&breached=true`))).toEqual({
    down: ['component:default/a'],
    cause: 'outage',
  });
  expect(impactRequest(parse(`${down}&breached=true&for=PT3H`))).toEqual({
    down: ['component:default/a'],
    cause: 'outage',
    duration: 'PT3H',
    breached: true,
  });
});
