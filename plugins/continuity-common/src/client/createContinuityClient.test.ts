import { ResponseError } from '@backstage/errors';
import { createContinuityClient } from './createContinuityClient';

const answering = (status: number, body: unknown) => {
  const requests: Request[] = [];
  const client = createContinuityClient({
    baseUrl: async () => 'https://portal.example/api/continuity',
    fetch: async (input, init) => {
      // Twice, as the middlewares of Backstage's fetchApi do.
      requests.push(new Request(new Request(input, init)));
      return new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      });
    },
  });
  return { client, requests };
};

describe('createContinuityClient', () => {
  it('asks the gate with the idempotency key as a header', async () => {
    const { client, requests } = answering(201, { verdict: 'deny' });
    const decision = await client.decide(
      { entity: 'component:default/a', environment: 'production' },
      { idempotencyKey: 'run-7' },
    );
    expect(decision.verdict).toBe('deny');
    expect(requests[0].method).toBe('POST');
    expect(requests[0].url).toBe(
      'https://portal.example/api/continuity/gate/decisions',
    );
    expect(requests[0].headers.get('idempotency-key')).toBe('run-7');
    expect(await requests[0].json()).toEqual({
      entity: 'component:default/a',
      environment: 'production',
    });
  });

  it('puts the parts of an entity ref into the path', async () => {
    const { client, requests } = answering(200, { items: [] });
    await client.listEvidence('component:bank/pay api', { latest: true });
    expect(requests[0].url).toBe(
      'https://portal.example/api/continuity/entities/component/bank/pay%20api/evidence?latest=true',
    );
  });

  it('asks for one piece of evidence by its id', async () => {
    const { client, requests } = answering(200, { id: 'a/b' });
    await client.getEvidence('a/b');
    expect(requests[0].url).toBe(
      'https://portal.example/api/continuity/evidence/a%2Fb',
    );
  });

  it('throws what the server said, with its status', async () => {
    const { client } = answering(400, {
      error: { name: 'InputError', message: 'body/environment is required' },
      response: { statusCode: 400 },
    });
    const failure = client.getFleet();
    await expect(failure).rejects.toBeInstanceOf(ResponseError);
    await expect(failure).rejects.toMatchObject({
      statusCode: 400,
      cause: { message: 'body/environment is required' },
    });
  });

  it('keeps the headers of a refusal, e.g. where it redirects to', async () => {
    const client = createContinuityClient({
      baseUrl: 'https://portal.example/api/continuity',
      fetch: async () =>
        new Response(null, {
          status: 302,
          headers: { location: 'https://sign-in.example' },
        }),
    });
    const error = await client.getStatus().catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ResponseError);
    expect(
      error instanceof ResponseError && error.response.headers.get('location'),
    ).toBe('https://sign-in.example');
  });

  it.each([
    [
      'no content',
      () => new Response(null, { status: 204 }),
      /without content/,
    ],
    ['not modified', () => new Response(null, { status: 304 }), /304/],
    [
      'the page of a sign-in proxy',
      () =>
        new Response('<html>Sign in</html>', {
          status: 200,
          headers: { 'content-type': 'text/html' },
        }),
      /not JSON/,
    ],
    ['half an answer', () => new Response('{"verdict": "al'), /not JSON/],
  ])('does not take %s for an answer', async (_, respond, message) => {
    const client = createContinuityClient({
      baseUrl: () => 'https://portal.example/api/continuity',
      fetch: async () => respond(),
    });
    await expect(client.getStatus()).rejects.toThrow(message);
  });
});
