import { parseInstant } from '../time';
import { deployment, rollbackExecution } from './kinds';
import { lastGoodReleases } from './lastGoodReleases';
import type { Evidence } from './types';

const DAY_MS = 24 * 3600 * 1000;
const NOW = parseInstant('2026-06-30T12:00:00Z') ?? NaN;
const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;
const DECLARED = [{ environment: 'production' }];

let count = 0;
const at = (day: number) => NOW - day * DAY_MS;

function evidence(
  kind: string,
  day: number,
  payload: object,
  place: { environment?: string; region?: string } = {},
): Evidence {
  count += 1;
  const text = new Date(at(day)).toISOString();
  return {
    id: String(count).padStart(4, '0'),
    kind,
    source: 'ci',
    externalId: String(count),
    entityRef: 'component:default/shop',
    environment: 'production',
    ...place,
    observedAt: at(day),
    receivedAt: at(day),
    expiresAt: at(day) + 90 * DAY_MS,
    verdict: 'unknown',
    headline: '',
    payload: { startedAt: text, finishedAt: text, ...payload },
  };
}

const deployed = (
  version: string,
  day: number,
  more: object = {},
  place?: { environment?: string; region?: string },
) =>
  evidence(
    deployment.id,
    day,
    { version, outcome: 'succeeded', ...more },
    place,
  );
const wentBack = (
  from: string,
  to: string,
  day: number,
  outcome = 'succeeded',
) => evidence(rollbackExecution.id, day, { from, to, outcome });

const goodOf = (given: Evidence[], declared = DECLARED) =>
  lastGoodReleases(given, { now: NOW, declared }).map(
    ({ environment, region, version }) =>
      [environment, region, version].filter(Boolean).join(' '),
  );

describe('the last good release', () => {
  it.each<[string, Evidence[], string[]]>([
    ['is none where nothing was deployed', [], []],
    [
      'is the newest that succeeded, in whatever order reports came',
      [deployed('v2', 2), deployed('v3', 1), deployed('v1', 3)],
      ['production v3'],
    ],
    [
      'is not one that failed or was cancelled',
      [
        deployed('v2', 3),
        deployed('v3', 2, { outcome: 'failed' }),
        deployed('v4', 1, { outcome: 'cancelled' }),
      ],
      ['production v2'],
    ],
    [
      'is not one that was rolled back afterwards',
      [
        deployed('v2', 3),
        deployed('v3', 2),
        deployed('v3', 1, { outcome: 'rolled-back' }),
      ],
      ['production v2'],
    ],
    [
      'is one that was rolled back once and succeeded since',
      [
        deployed('v2', 4),
        deployed('v3', 3, { outcome: 'rolled-back' }),
        deployed('v3', 1),
      ],
      ['production v3'],
    ],
    [
      'is what was gone back to, whatever lies in between',
      [
        deployed('v1', 4),
        deployed('v2', 3),
        deployed('v3', 2),
        wentBack('v3', 'v1', 1),
      ],
      ['production v1'],
    ],
    [
      'is what was deployed since somebody went back',
      [
        deployed('v1', 4),
        deployed('v3', 3),
        wentBack('v3', 'v1', 2),
        deployed('v4', 1),
      ],
      ['production v4'],
    ],
    [
      'is none when nothing is known of what was gone back to',
      [deployed('v3', 2), wentBack('v3', 'v0', 1)],
      [],
    ],
    [
      'is not left by a rollback that was cancelled, but by one that failed',
      [
        deployed('v2', 4),
        deployed('v3', 3),
        wentBack('v3', 'v2', 2, 'cancelled'),
      ],
      ['production v3'],
    ],
    [
      'is not what a failed rollback left',
      [deployed('v2', 4), deployed('v3', 3), wentBack('v3', 'v2', 2, 'failed')],
      ['production v2'],
    ],
    [
      'is not known yet before it was observed',
      [deployed('v2', 2), deployed('v3', -1)],
      ['production v2'],
    ],
    [
      'is one of each region where deployments name regions',
      [
        deployed('v2', 3, {}, { region: 'eu' }),
        deployed('v2', 3, {}, { region: 'us' }),
        deployed('v3', 1, {}, { region: 'eu' }),
      ],
      ['production eu v3', 'production us v2'],
    ],
    [
      'is kept of a declared environment for as long as nothing else is deployed',
      [deployed('v2', 400)],
      ['production v2'],
    ],
    [
      'is forgotten of an environment that is not declared, with its report',
      [
        deployed('v2', 91, {}, { environment: 'old' }),
        deployed('v3', 80, {}, { environment: 'test' }),
      ],
      ['test v3'],
    ],
    [
      'is not taken from what does not have the form of its kind',
      [deployed('v2', 2), deployed('v3', 1, { version: 3 })],
      ['production v2'],
    ],
  ])('%s', (_, given, expected) => {
    expect(goodOf(given)).toEqual(expected);
    expect(goodOf([...given].reverse())).toEqual(expected);
  });

  it.each([
    [{}, []],
    [{ artifactDigest: DIGEST }, [{ digest: DIGEST }]],
    [
      { artifacts: [{ repository: 'shop/api', digest: DIGEST }] },
      [{ repository: 'shop/api', digest: DIGEST }],
    ],
    [
      {
        artifactDigest: DIGEST,
        artifacts: [{ repository: 'shop/api', digest: DIGEST }],
      },
      [{ repository: 'shop/api', digest: DIGEST }],
    ],
  ])('is made of what %j says', (said, artifacts) => {
    const [release] = lastGoodReleases([deployed('v1', 1, said)], {
      now: NOW,
      declared: DECLARED,
    });
    expect(release).toMatchObject({
      version: 'v1',
      deployedAt: at(1),
      artifacts,
    });
  });
});

describe('what a deployment is made of', () => {
  it('holds the artifact that it is known by', () => {
    const said = {
      version: 'v1',
      outcome: 'succeeded',
      startedAt: '2026-06-30T12:00:00Z',
      finishedAt: '2026-06-30T12:00:00Z',
      artifactDigest: OTHER,
      artifacts: [{ repository: 'shop/api', digest: DIGEST }],
    };
    expect(deployment.schema.safeParse(said).error?.issues).toEqual([
      expect.objectContaining({ path: ['artifactDigest'] }),
    ]);
  });

  const text = '2026-06-30T12:00:00Z';
  const problemOf = (artifacts: unknown) =>
    deployment.schema.safeParse({
      version: 'v1',
      outcome: 'succeeded',
      startedAt: text,
      finishedAt: text,
      artifacts,
    }).error?.issues[0];

  it.each([
    ['a/b'],
    ['shop'],
    ['acme/shop__api'],
    ['registry.example/acme/shop-api.v2'],
  ])('lies in a repository like %s', repository => {
    expect(problemOf([{ repository, digest: DIGEST }])).toBeUndefined();
  });

  it.each([
    [[{ repository: 'Shop', digest: DIGEST }], 'artifacts.0.repository'],
    [[{ repository: 'shop:v1', digest: DIGEST }], 'artifacts.0.repository'],
    [[{ repository: '../shop', digest: DIGEST }], 'artifacts.0.repository'],
    [[{ repository: 'shop/', digest: DIGEST }], 'artifacts.0.repository'],
    [
      [{ repository: 'host:5000/shop', digest: DIGEST }],
      'artifacts.0.repository',
    ],
    // A tag may be another thing tomorrow.
    [[{ repository: 'shop', digest: 'v1' }], 'artifacts.0.digest'],
    [[{ repository: 'shop', digest: 'latest' }], 'artifacts.0.digest'],
    [[], 'artifacts'],
    [
      [
        { repository: 'shop', digest: DIGEST },
        { repository: 'shop', digest: DIGEST },
      ],
      'artifacts',
    ],
  ])('is not %j', (artifacts, path) => {
    expect(problemOf(artifacts)?.path.join('.')).toBe(path);
  });
});
