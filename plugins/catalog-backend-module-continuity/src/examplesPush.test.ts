import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { EvidenceSubmission } from '@continuity/engine';

const script = path.resolve(__dirname, '../../../examples/evidence/push.mjs');

/** Runs the script as `npm start` does. */
function push(...args: string[]) {
  return new Promise<{ code: number; out: string }>(resolve => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) =>
      resolve({
        code: error ? Number(error.code) : 0,
        out: `${stdout}${stderr}`,
      }),
    );
  });
}

/** The part of the API that the script uses, as openapi.yaml describes it. */
function startApi() {
  const stored = new Map<string, EvidenceSubmission>();
  const faults = { batchesUntilDown: Infinity, refuse: '' };
  const put = (item: EvidenceSubmission, index: number) => {
    const key = `${item.kind} ${item.source} ${item.externalId}`;
    const known = stored.get(key);
    if (item.externalId === faults.refuse) {
      return { index, status: 'rejected', field: 'payload', message: 'no' };
    }
    if (known && JSON.stringify(known) !== JSON.stringify(item)) {
      return { index, status: 'rejected', field: '', message: 'conflict' };
    }
    stored.set(key, item);
    return { index, status: known ? 'known' : 'accepted' };
  };
  const answer = async (request: IncomingMessage) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    if (request.method === 'POST') {
      if (faults.batchesUntilDown-- <= 0) return undefined;
      const { items } = JSON.parse(await text(request));
      const results: { status: string }[] = items.map(put);
      const count = (status: string) =>
        results.filter(result => result.status === status).length;
      return {
        accepted: count('accepted'),
        known: count('known'),
        rejected: count('rejected'),
        results,
      };
    }
    const [, kind, rest] =
      /^\/api\/continuity\/entities\/(\w+)\/(.+)\/evidence$/.exec(
        url.pathname,
      ) ?? [];
    const items = [...stored.values()].filter(
      item =>
        item.entityRef === `${kind}:${rest}` &&
        item.kind === url.searchParams.get('evidenceKind'),
    );
    // One a page, so that the script has to turn pages.
    const page = Number(url.searchParams.get('cursor') ?? 0);
    return {
      items: items.slice(page, page + 1),
      ...(page + 1 < items.length && { nextCursor: String(page + 1) }),
    };
  };
  const server = createServer(async (request, response) => {
    const body = await answer(request);
    response.statusCode = body ? 200 : 403;
    response.end(JSON.stringify(body ?? { error: { message: 'down' } }));
  });
  return new Promise<{
    url: string;
    stored: typeof stored;
    faults: typeof faults;
    stop: () => void;
  }>(resolve =>
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://localhost:${port}`,
        stored,
        faults,
        stop: () => server.close(),
      });
    }),
  );
}

describe('examples/evidence/push.mjs', () => {
  let api: Awaited<ReturnType<typeof startApi>>;
  beforeEach(async () => {
    api = await startApi();
  });
  afterEach(() => api.stop());

  const run = (...args: string[]) =>
    push('--url', api.url, '--token', 'a-token', ...args);

  it('pushes once', async () => {
    const first = await run();
    expect(first.out).toMatch(/ \d+ accepted, 0 known, 0 rejected\.\n$/);
    expect(first.code).toBe(0);

    const before = [...api.stored.values()];
    const second = await run();
    expect(second.out).toContain('already there');
    expect(second.code).toBe(0);
    expect([...api.stored.values()]).toEqual(before);
  });

  it('recognises its own reports when it is told to push again', async () => {
    await run();
    const again = await run('--again');
    expect(again.out).toMatch(/ 0 accepted, \d+ known, 0 rejected/);
    expect(again.code).toBe(0);
  });

  it('continues where it was interrupted, with the same reports', async () => {
    api.faults.batchesUntilDown = 2;
    const interrupted = await run();
    expect(interrupted.code).toBe(1);
    expect(interrupted.out).toContain('answered 403: down');
    const half = api.stored.size;
    expect(half).toBeGreaterThan(0);

    api.faults.batchesUntilDown = Infinity;
    const resumed = await run();
    expect(resumed.out).toContain(`${half} known, 0 rejected`);
    expect(resumed.code).toBe(0);
  });

  it('names what was rejected', async () => {
    api.faults.refuse = 'rollback/ledger-core';
    const { code, out } = await run();
    expect(out).toContain('1 rejected');
    expect(out).toContain('rollback-plan rollback/ledger-core: payload no');
    expect(code).toBe(1);
  });

  it('says so when nobody answers', async () => {
    api.stop();
    const { code, out } = await run();
    expect(out).toContain(`${api.url} gave no answer`);
    expect(code).toBe(1);
  });

  it.each([
    [['--url', 'nowhere', '--token', 'a'], '"nowhere" is not an address'],
    [['--tokn', 'a'], "Unknown option '--tokn'"],
  ])('refuses %j', async (args, message) => {
    const { code, out } = await push(...args);
    expect(out).toContain(message);
    expect(code).toBe(2);
  });
});
