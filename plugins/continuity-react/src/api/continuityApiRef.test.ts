import { createContinuityApi } from './continuityApiRef';

describe('createContinuityApi', () => {
  it('finds the backend by discovery and asks as the reader', async () => {
    const asked: string[] = [];
    const api = createContinuityApi({
      discoveryApi: {
        getBaseUrl: async plugin => `https://portal.example/api/${plugin}`,
      },
      fetchApi: {
        fetch: async (input, init) => {
          const request = new Request(input, init);
          asked.push(`${request.method} ${request.url}`);
          return new Response(JSON.stringify({ state: 'fresh' }), {
            headers: { 'content-type': 'application/json' },
          });
        },
      },
    });
    expect(await api.getStatus()).toEqual({ state: 'fresh' });
    expect(asked).toEqual(['GET https://portal.example/api/continuity/status']);
  });
});
