import { createContinuityClient } from './createContinuityClient';

const ID = '0190b6a2-7c1e-7b0a-9f3e-000000000001';

const asked = async (
  ask: (client: ReturnType<typeof createContinuityClient>) => Promise<unknown>,
  answer: unknown = { items: [] },
) => {
  const requests: Request[] = [];
  const client = createContinuityClient({
    baseUrl: 'https://portal.example/api/continuity',
    fetch: async (input, init) => {
      requests.push(new Request(input, init));
      return new Response(JSON.stringify(answer), {
        headers: { 'content-type': 'application/json' },
      });
    },
  });
  await ask(client);
  const [request] = requests;
  return `${request.method} ${request.url.replace(
    'https://portal.example/api/continuity',
    '',
  )} ${await request.text()}`.trim();
};

describe('scorecards of the client', () => {
  it.each<[string, Parameters<typeof asked>[0]]>([
    ['GET /scorecards', client => client.listScorecards()],
    [
      'GET /scorecards/basics/results?owner=group%3Adefault%2Fa&owner=none&state=fail&exempt=false',
      client =>
        client.listScorecardResults('basics', {
          owner: ['group:default/a', 'none'],
          state: ['fail'],
          exempt: false,
        }),
    ],
    [
      'GET /scorecards/basics/summary?by=system',
      client => client.getScorecardSummary('basics', { by: 'system' }),
    ],
    [
      'GET /scorecards/basics/trend?days=30',
      client => client.getScorecardTrend('basics', 30),
    ],
    [
      'GET /entities/component/bank/pay/scorecards',
      client => client.listEntityScorecards('component:bank/pay'),
    ],
    [
      'GET /entities/component/bank/pay/scorecards/basics/history?limit=5',
      client =>
        client.listEntityScorecardHistory('component:bank/pay', 'basics', {
          limit: 5,
        }),
    ],
    [
      'GET /scorecard-exemptions?state=requested',
      client => client.listScorecardExemptions({ state: 'requested' }),
    ],
    [
      `GET /scorecard-exemptions/${ID}`,
      client => client.getScorecardExemption(ID),
    ],
    [
      `POST /scorecard-exemptions/${ID}/decision {"decision":"approve","comment":"ok"}`,
      client =>
        client.decideScorecardExemption(ID, {
          decision: 'approve',
          comment: 'ok',
        }),
    ],
    [
      `POST /scorecard-exemptions/${ID}/revocation {"reason":"done"}`,
      client => client.revokeScorecardExemption(ID, 'done'),
    ],
  ])('asks %s', async (request, ask) => {
    expect(await asked(ask)).toBe(request);
  });

  it('gives the heat map as the text that it is', async () => {
    const client = createContinuityClient({
      baseUrl: 'https://portal.example/api/continuity',
      fetch: async () => new Response('ref,title\r\n'),
    });
    expect(await client.exportScorecardResults('basics')).toBe('ref,title\r\n');
  });
});
