import { placesOf, type Serving } from './placesOf';

const one = (
  name: string,
  environments: string[],
  region?: string,
): Serving & { name: string } => ({
  name,
  environments,
  ...(region !== undefined && { region }),
});
const eu = one('eu', ['production'], 'eu');
const us = one('us', ['production'], 'us');
const any = one('any', ['production', 'staging']);

it.each<
  [string, [string, string?][], (Serving & { name: string })[], string[]]
>([
  [
    'of its region',
    [['production', 'eu']],
    [eu, us, any],
    ['production/eu eu'],
  ],
  ['of none', [['production', 'ap']], [eu, us, any], ['production/ap any']],
  ['nobody', [['production', 'ap']], [eu, us], ['production/ap -']],
  [
    'all, where it names no region',
    [['production']],
    [eu, us],
    ['production/eu eu', 'production/us us'],
  ],
  [
    'each place once',
    [['production', 'eu'], ['production', 'eu'], ['staging']],
    [eu, any],
    ['production/eu eu', 'staging/ any'],
  ],
])('are served by what is %s', (_, declared, known, expected) => {
  const environments = declared.map(([name, region]) => ({
    name,
    role: 'primary' as const,
    ...(region !== undefined && { region }),
  }));
  expect(
    placesOf({ environments }, known).map(
      ({ environment, region = '', by }) =>
        `${environment}/${region} ${by?.name ?? '-'}`,
    ),
  ).toEqual(expected);
});
