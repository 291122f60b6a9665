import type { CampaignContent } from '../apiTypes';
import { createContinuityClient } from './createContinuityClient';

const ID = '0190b6a2-7c1e-7b0a-9f3e-000000000001';
const content = { title: 'Rehearse' } as CampaignContent;

const asked = async (
  ask: (client: ReturnType<typeof createContinuityClient>) => Promise<unknown>,
) => {
  const requests: Request[] = [];
  const client = createContinuityClient({
    baseUrl: 'https://portal.example/api/continuity',
    fetch: async (input, init) => {
      requests.push(new Request(input, init));
      return new Response('{"items":[]}', {
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

describe('campaigns of the client', () => {
  it.each<[string, Parameters<typeof asked>[0]]>([
    [
      'GET /campaigns?state=planned&state=running',
      client => client.listCampaigns({ state: ['planned', 'running'] }),
    ],
    [`GET /campaigns/${ID}`, client => client.getCampaign(ID)],
    [
      'POST /campaigns {"content":{"title":"Rehearse"}}',
      client => client.createCampaign({ content }),
    ],
    [
      `PUT /campaigns/${ID} {"revision":2,"content":{"title":"Rehearse"},"comment":"Why"}`,
      client =>
        client.reviseCampaign(ID, { revision: 2, content, comment: 'Why' }),
    ],
    [
      `POST /campaigns/${ID}/cancellation {"revision":2,"reason":"Over"}`,
      client => client.cancelCampaign(ID, { revision: 2, reason: 'Over' }),
    ],
    [
      'POST /campaigns/preview {"content":{"title":"Rehearse"}}',
      client => client.previewCampaign({ content }),
    ],
    [`GET /campaigns/${ID}/progress`, client => client.getCampaignProgress(ID)],
    [
      `GET /campaigns/${ID}/services?owner=none&which=open`,
      client =>
        client.listCampaignServices(ID, { owner: 'none', which: 'open' }),
    ],
    [`GET /campaigns/${ID}/history`, client => client.listCampaignHistory(ID)],
    [
      'GET /entities/component/bank/pay/campaigns',
      client => client.listEntityCampaigns('component:bank/pay'),
    ],
  ])('asks %s', async (request, ask) => {
    expect(await asked(ask)).toBe(request);
  });
});
