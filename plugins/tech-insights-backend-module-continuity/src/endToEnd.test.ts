import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the plugin that it is a module of
import techInsights from '@backstage-community/plugin-tech-insights-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what is published comes from there
import continuity from '@continuity/plugin-continuity-backend';
import type {
  ScorecardResult,
  ScorecardResultsPage,
} from '@continuity/plugin-continuity-common';
import { createScorecardFactRetriever } from './createScorecardFactRetriever';
import techInsightsModule from './index';

jest.setTimeout(120_000);

const ROLLBACK = 'continuityRollbackReadiness';

const component = (name: string, type = 'service') => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: {
    type,
    lifecycle: 'production',
    owner: 'team-payments',
    continuity: { tier: 'tier-2', rto: 'PT1H' },
  },
});

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

async function start(
  ...features: (BackendFeature | Promise<{ default: BackendFeature }>)[]
) {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      techInsights,
      techInsightsModule,
      ...features,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example' },
          techInsights: {
            factRetrievers: {
              [ROLLBACK]: {
                cadence: '*/15 * * * *',
                lifecycle: { maxItems: 3 },
              },
            },
          },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  stop = () => backend.stop();
  const root = `http://localhost:${backend.server.port()}/api`;
  const ask = async (path: string, body?: object) => {
    const response = await fetch(`${root}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: mockCredentials.user.header(),
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  };
  return {
    ask,
    scheduler,
    latest: async (name: string) => {
      const entity = encodeURIComponent(`component:default/${name}`);
      const answer = await ask(
        `/tech-insights/facts/latest?entity=${entity}&ids[]=${ROLLBACK}`,
      );
      return answer[ROLLBACK];
    },
  };
}

describe('with Continuity', () => {
  it('publishes what was judged, of services that were asked', async () => {
    const started = await start(
      continuity,
      catalogServiceMock.factory({
        entities: [
          component('payments-api'),
          component('reports'),
          component('docs', 'website'),
        ],
      }),
    );
    const { ask, scheduler, latest } = started;
    await ask('/continuity/evidence', {
      kind: 'rollback-plan',
      source: 'test',
      externalId: '1',
      entityRef: 'component:default/payments-api',
      observedAt: new Date(Date.now() - 60_000).toISOString(),
      payload: {
        steps: ['Deploy the release before'],
        decisionOwner: 'group:default/team-payments',
        decisionDeadline: 'PT10M',
        expectedDuration: 'PT5M',
        dataHandling: 'Nothing is written that the release before cannot read',
      },
    });
    // The catalog counts once readings agree on it for some seconds.
    for (let judged = 0; judged === 0; ) {
      await new Promise(resolve => setTimeout(resolve, 2_000));
      await scheduler.triggerTask('continuity-catalog-watch');
      await scheduler.triggerTask('continuity-scorecards');
      const { items } = await ask('/continuity/scorecards');
      judged = items.find(
        ({ id }: { id: string }) => id === 'rollback-readiness',
      ).services;
    }
    await scheduler.triggerTask(ROLLBACK);

    const schemas = await ask(`/tech-insights/fact-schemas?ids[]=${ROLLBACK}`);
    expect(schemas).toEqual([
      expect.objectContaining({
        id: ROLLBACK,
        worst: expect.objectContaining({ type: 'float' }),
        judgedAt: expect.objectContaining({ type: 'datetime' }),
      }),
    ]);
    const { items } = await ask(
      '/continuity/scorecards/rollback-readiness/results',
    );
    expect(items).toHaveLength(2);
    expect(await latest('payments-api')).toMatchObject({
      entity: { kind: 'component', namespace: 'default', name: 'payments-api' },
      version: '1.0.0',
      facts: {
        level: 'planned',
        levelPlace: 1,
        pass: 1,
        fail: 0,
        exempt: 0,
        best: 100,
        judgedAt: expect.stringMatching(/^\d{4}-/),
      },
    });
    expect((await latest('reports')).facts).toMatchObject({
      level: 'none',
      levelPlace: 0,
      worst: 0,
      pass: 0,
    });
    expect(await latest('docs')).toBeUndefined();
  });
});

/** Answers the two routes as Continuity does. */
function fakeContinuity(
  pages: Record<string, Partial<ScorecardResultsPage>>,
  asked: string[] = [],
  scorecard = 'rollback-readiness',
) {
  return createBackendPlugin({
    pluginId: 'continuity',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter, auth: coreServices.httpAuth },
        async init({ http, auth }) {
          http.use(async (req, res) => {
            const { principal } = await auth.credentials(req, {
              allow: ['service'],
            });
            const url = new URL(req.url, 'http://fake');
            asked.push(`${principal.subject} ${url.pathname}${url.search}`);
            const page = pages[url.searchParams.get('cursor') ?? ''];
            if (url.pathname === '/scorecards') {
              res.json({
                items: [{ id: scorecard, levels: [{ id: 'planned' }] }],
              });
            } else if (page) {
              res.json(page);
            } else {
              res.status(500).json({
                error: { name: 'Error', message: 'The database is down' },
              });
            }
          });
        },
      });
    },
  });
}

const result = (
  name: string,
  overrides: Partial<ScorecardResult> = {},
): ScorecardResult => ({
  service: { entityRef: `component:default/${name}`, name, tier: 'tier-1' },
  standing: { level: 'planned' },
  points: { pass: 1, fail: 0, unknown: 0, exempt: 0, total: 1 },
  score: { worst: 100, best: 100 },
  risk: 0,
  states: ['pass'],
  exempt: [],
  stale: false,
  judgedAt: '2026-03-01T10:00:00.000Z',
  ...overrides,
});

describe('page by page', () => {
  it('reads all of them as a service, and leaves out what is to be judged again', async () => {
    const asked: string[] = [];
    const { scheduler, latest } = await start(
      fakeContinuity(
        {
          '': {
            items: [result('a'), result('b', { stale: true })],
            nextCursor: '2',
          },
          2: { items: [result('c', { score: undefined }), result('d')] },
        },
        asked,
      ),
    );
    await scheduler.triggerTask(ROLLBACK);
    const published = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      published.push((await latest(name))?.facts.level);
    }
    expect(published).toEqual(['planned', undefined, undefined, 'planned']);
    expect(asked).toEqual([
      'plugin:tech-insights /scorecards',
      'plugin:tech-insights /scorecards/rollback-readiness/results?sort=name&limit=500',
      'plugin:tech-insights /scorecards/rollback-readiness/results?sort=name&limit=500&cursor=2',
    ]);
  });

  it('publishes nothing of what could not be read to its end', async () => {
    const { scheduler, latest } = await start(
      fakeContinuity({ '': { items: [result('a')], nextCursor: '2' } }),
    );
    await scheduler.triggerTask(ROLLBACK);
    expect(await latest('a')).toBeUndefined();
  });
});

describe('a scorecard that is not there', () => {
  it('has no facts', async () => {
    const { scheduler, latest, ask } = await start(
      fakeContinuity({ '': { items: [result('a')] } }, [], 'another'),
    );
    await scheduler.triggerTask(ROLLBACK);
    expect(await latest('a')).toBeUndefined();
    expect(
      await ask(`/tech-insights/fact-schemas?ids[]=${ROLLBACK}`),
    ).toHaveLength(1);
  });
});

describe('where Continuity is not', () => {
  it('says of which scorecard, and why', async () => {
    const retriever = createScorecardFactRetriever('continuityX', 'x');
    const context = {
      auth: mockServices.auth(),
      discovery: {
        getBaseUrl: async () => {
          throw new Error('There is no plugin continuity');
        },
        getExternalBaseUrl: async () => '',
      },
      logger: mockServices.logger.mock(),
      config: mockServices.rootConfig(),
      urlReader: mockServices.urlReader.mock(),
    };
    await expect(retriever.handler(context)).rejects.toThrow(
      /results of scorecard "x" could not be read.*no plugin continuity/,
    );
  });
});
