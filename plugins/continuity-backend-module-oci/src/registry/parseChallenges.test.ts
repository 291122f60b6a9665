import { parseChallenges } from './parseChallenges';
import { retryAfter } from './retryAfter';

const read = (header: string | null) =>
  parseChallenges(header).map(({ scheme, parameters }) => [
    scheme,
    Object.fromEntries(parameters),
  ]);

it.each([
  // Of the token authentication specification of distribution.
  [
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:samalba/my-app:pull,push"',
    [
      [
        'bearer',
        {
          realm: 'https://auth.docker.io/token',
          service: 'registry.docker.io',
          scope: 'repository:samalba/my-app:pull,push',
        },
      ],
    ],
  ],
  ['Basic realm="Registry"', [['basic', { realm: 'Registry' }]]],
  // RFC 9110 section 11.6.1.
  [
    'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""',
    [
      ['basic', { realm: 'simple' }],
      ['newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }],
    ],
  ],
  [
    'bearer Realm = "https://a.example" , SERVICE=b',
    [['bearer', { realm: 'https://a.example', service: 'b' }]],
  ],
  [
    'Negotiate, Basic realm="x"',
    [
      ['negotiate', {}],
      ['basic', { realm: 'x' }],
    ],
  ],
  ['Bearer realm="open', [['bearer', {}]]],
  ['', []],
  [null, []],
  ['"', []],
  [`Bearer realm="${'x'.repeat(5_000)}"`, []],
])('reads %s', (header, expected) => {
  expect(read(header)).toEqual(expected);
});

const now = Date.parse('2026-01-15T12:00:00Z');

it.each([
  ['120', 120_000],
  [' 5 ', 5_000],
  ['Thu, 15 Jan 2026 12:01:00 GMT', 60_000],
  ['Thu, 15 Jan 2026 11:59:00 GMT', undefined],
  ['0', undefined],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('is asked to wait by %j', (header, ms) => {
  expect(retryAfter(header, now)).toBe(ms);
});
