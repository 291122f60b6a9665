import {
  artifactAvailability,
  type ArtifactAvailabilityPayload,
  type GoodRelease,
} from '@continuity/engine';
import type {
  CollectedReport,
  CollectedService,
  CollectorProblem,
  CollectorRun,
} from '@continuity/plugin-continuity-node';
import { image } from './__testUtils__/images';
import { StubRegistry } from './__testUtils__/StubRegistry';
import type { OciSettings, RegistrySettings } from './config';
import { OciCollector } from './OciCollector';

jest.setTimeout(30_000);

const SHOP = 'component:default/shop';
const MAIL = 'component:default/mail';
const shop = image();
const mail = image();

describe('the collector', () => {
  let eu: StubRegistry;
  let us: StubRegistry;

  beforeEach(async () => {
    [eu, us] = await Promise.all([StubRegistry.start(), StubRegistry.start()]);
    for (const registry of [eu, us]) {
      registry.push(shop);
      registry.push(mail);
    }
  });

  afterEach(() => Promise.all([eu.stop(), us.stop()]));

  const release = (change: Partial<GoodRelease> = {}): GoodRelease => ({
    environment: 'production',
    version: 'v1',
    deployedAt: Date.parse('2026-01-15T12:00:00Z'),
    artifacts: [{ repository: 'shop', digest: shop.manifest.digest }],
    evidence: '1',
    ...change,
  });

  const service = (
    entityRef: string,
    releases: GoodRelease[],
    change: Partial<CollectedService> = {},
  ): CollectedService => ({
    entityRef,
    annotations: {},
    labels: {},
    environments: [{ name: 'production', role: 'primary' }],
    releases,
    ...change,
  });

  const registry = (region: string, stub: StubRegistry): RegistrySettings => ({
    region,
    url: stub.url,
    name: `${region}.example`,
    auth: { type: 'anonymous' },
    realms: [],
  });

  async function collected(
    services: CollectedService[],
    change: Partial<OciSettings> = {},
  ) {
    const reports: CollectedReport[] = [];
    const problems: CollectorProblem[] = [];
    const { signal } = new AbortController();
    const run: CollectorRun = {
      signal,
      startedAt: Date.now(),
      async *services() {
        yield* services;
      },
      forEachService: async collect => {
        for (const one of services) await collect(one, { signal });
      },
      report: async (...some) => {
        reports.push(...some);
      },
      problem: problem => problems.push(problem),
    };
    const settings: OciSettings = {
      registries: [registry('eu', eu), registry('us', us)],
      everySeconds: 3_600,
      timeoutMs: 300,
      regions: 'all',
      annotation: 'continuity.dev/oci-repository',
      ...change,
    };
    await new OciCollector(settings, { pauseMs: 1 }).collect(run);
    return {
      problems,
      reports: reports.map(({ payload, ...about }) => ({
        ...about,
        payload: payload as ArtifactAvailabilityPayload,
        verdict: artifactAvailability.verdict(
          artifactAvailability.schema.parse(payload),
        ),
      })),
    };
  }

  it('reports a release that every region has', async () => {
    const { problems, reports } = await collected([service(SHOP, [release()])]);
    expect(problems).toEqual([]);
    expect(reports).toEqual([
      {
        kind: 'artifact-availability',
        entityRef: SHOP,
        environment: 'production',
        verdict: 'pass',
        payload: {
          release: { version: 'v1', deployedAt: '2026-01-15T12:00:00.000Z' },
          digests: [shop.manifest.digest],
          regions: [
            {
              region: 'eu',
              registry: 'eu.example',
              missing: [],
              unanswered: [],
            },
            {
              region: 'us',
              registry: 'us.example',
              missing: [],
              unanswered: [],
            },
          ],
        },
      },
    ]);
  });

  it('says in which region what is missing', async () => {
    us.delete(shop.layers[0]);
    const { reports } = await collected([
      service(SHOP, [release()]),
      service(MAIL, [
        release({
          artifacts: [{ repository: 'mail', digest: mail.manifest.digest }],
        }),
      ]),
    ]);
    expect(reports.map(({ verdict }) => verdict)).toEqual(['fail', 'pass']);
    const [first, second] = reports[0].payload.regions;
    expect(first.missing).toEqual([]);
    expect(second.missing).toEqual([
      {
        digest: shop.manifest.digest,
        reason: expect.stringMatching(/^layer sha256:\w{12} is not found$/),
      },
    ]);
  });

  it.each<['slow' | 'down' | 'forbidding', RegExp, object[]]>([
    [
      'slow',
      /could not be asked for\. It did not answer within 0\.3 s$/,
      [{ region: 'us', place: 'us.example' }],
    ],
    [
      'down',
      /could not be asked for\. It cannot be reached: ECONNREFUSED$/,
      [{ region: 'us', place: 'us.example' }],
    ],
    [
      'forbidding',
      /could not be asked for\. It answered with status 403$/,
      [
        {
          region: 'us',
          place: 'us.example',
          entityRef: SHOP,
          environment: 'production',
        },
      ],
    ],
  ])(
    'reports no pass while one region is %s, and hides nothing of the other',
    async (mood, reason, expected) => {
      if (mood === 'down') await us.stop();
      else us.become(mood);
      eu.delete(mail.config);
      const { problems, reports } = await collected([
        service(SHOP, [release()]),
        service(MAIL, [
          release({
            artifacts: [{ repository: 'mail', digest: mail.manifest.digest }],
          }),
        ]),
      ]);
      expect(reports.map(({ verdict }) => verdict)).toEqual([
        'unknown',
        'fail',
      ]);
      const [first, second] = reports[0].payload.regions;
      expect(first).toMatchObject({ missing: [], unanswered: [] });
      expect(second.missing).toEqual([]);
      expect(second.unanswered).toEqual([
        { digest: shop.manifest.digest, reason: expect.stringMatching(reason) },
      ]);
      expect(
        problems.map(({ reason: _, remedy: __, ...about }) => about),
      ).toEqual(expect.arrayContaining(expected));
    },
  );

  it('asks for an artifact that several environments have once', async () => {
    await collected([
      service(SHOP, [release(), release({ environment: 'staging' })]),
    ]);
    expect(eu.server.asked).toHaveLength(4);
  });

  it('reports of each region what was deployed there', async () => {
    const { reports } = await collected(
      [
        service(
          SHOP,
          [
            release({ region: 'eu' }),
            release({
              region: 'us',
              version: 'v0',
              artifacts: [{ repository: 'shop', digest: mail.manifest.digest }],
            }),
          ],
          {
            environments: [
              { name: 'production', region: 'eu', role: 'primary' },
              { name: 'production', region: 'us', role: 'standby' },
            ],
          },
        ),
      ],
      { regions: 'declared' },
    );
    expect(
      reports.map(({ region, payload }) => [
        region,
        payload.release.version,
        payload.regions.map(place => place.region),
      ]),
    ).toEqual([
      ['eu', 'v1', ['eu']],
      ['us', 'v0', ['us']],
    ]);
  });

  it('finds the repository in an annotation where the report only has a digest', async () => {
    const bare = release({ artifacts: [{ digest: shop.manifest.digest }] });
    const { reports } = await collected([
      service(SHOP, [bare], {
        annotations: { 'continuity.dev/oci-repository': 'acme/shop' },
      }),
    ]);
    expect(reports).toHaveLength(1);
    expect(eu.server.asked[0].path).toBe(
      `/v2/acme/shop/manifests/${shop.manifest.digest}`,
    );
  });

  it.each([
    ['nothing', [], {}],
    ['a digest without a repository', [{ digest: shop.manifest.digest }], {}],
    [
      'a repository that leads elsewhere',
      [{ digest: shop.manifest.digest }],
      { 'continuity.dev/oci-repository': '../../x' },
    ],
    [
      'one artifact of two only',
      [
        { repository: 'shop', digest: shop.manifest.digest },
        { digest: mail.manifest.digest },
      ],
      {},
    ],
  ])(
    'reports nothing where it knows %s, and says so',
    async (_, artifacts, annotations) => {
      const { problems, reports } = await collected([
        service(SHOP, [release({ artifacts })], { annotations }),
      ]);
      expect(reports).toEqual([]);
      expect(eu.server.asked).toEqual([]);
      expect(problems).toEqual([
        expect.objectContaining({
          entityRef: SHOP,
          reason: expect.stringContaining('that lies: v1 in production.'),
          remedy: expect.stringContaining('artifacts'),
        }),
      ]);
    },
  );

  it('says of a region that nobody configured, and asks the others', async () => {
    const { problems, reports } = await collected([
      service(SHOP, [release()], {
        environments: [{ name: 'production', region: 'ap', role: 'primary' }],
      }),
    ]);
    expect(reports).toHaveLength(1);
    expect(problems).toEqual([
      expect.objectContaining({
        entityRef: SHOP,
        region: 'ap',
        reason: expect.stringContaining('no registry is configured'),
      }),
    ]);
  });

  it('says nothing of a service that was never deployed', async () => {
    await expect(collected([service(SHOP, [])])).resolves.toEqual({
      problems: [],
      reports: [],
    });
  });
});
