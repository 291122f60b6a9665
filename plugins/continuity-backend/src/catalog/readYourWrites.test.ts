import { mockServices } from '@backstage/backend-test-utils';
import { builtinChecks } from '@continuity/engine';
import type { CalendarSource } from '../calendars';
import { readContinuitySettings } from '../config';
import { CatalogContent } from './CatalogContent';
import { ReplicatedCatalogProjection } from './CatalogProjection';
import type { CatalogProjectionStore } from './CatalogProjectionStore';

const settings = readContinuitySettings(mockServices.rootConfig(), {
  checks: builtinChecks,
});

/** A source of which the answers are on their way for as long as a test likes. */
function setUp() {
  const written = { revision: 0, questions: 0, fails: false };
  const onTheirWay: (() => void)[] = [];
  const source: CalendarSource = {
    name: 'portal',
    head: async () => {
      written.questions += 1;
      const { revision, fails } = written;
      await new Promise<void>(arrive => onTheirWay.push(arrive));
      if (fails) {
        throw new Error('The connection was lost');
      }
      return revision;
    },
    load: async () => ({ calendars: [], unreadable: [] }),
  };
  const store: Pick<CatalogProjectionStore, 'head' | 'changesSince'> = {
    head: async () => ({ revision: 0, feedsRevision: 0, readAt: 0 }),
    // eslint-disable-next-line no-empty-function
    changesSince: async function* changesSince() {},
  };
  const projection = new ReplicatedCatalogProjection({
    store: store as CatalogProjectionStore,
    empty: CatalogContent.empty(settings),
    feeds: { changesSince: async () => [] },
    sources: [source],
  });
  const settle = async <T>(answer: Promise<T>): Promise<T> => {
    let settled = false;
    const done = answer.finally(() => {
      settled = true;
    });
    done.catch(() => undefined);
    while (!settled) {
      onTheirWay.shift()?.();
      await new Promise(setImmediate);
    }
    return done;
  };
  return { projection, settle, written };
}

describe('a snapshot', () => {
  it('holds what was written before it was asked for, also while another question is on its way', async () => {
    const { projection, settle, written } = setUp();
    const before = projection.current();
    await new Promise(setImmediate);
    written.revision = 1;
    const after = projection.current();
    expect((await settle(after))?.revision).toBe(1);
    await settle(before);
  });

  it('is asked for once by all who come while a question is on its way', async () => {
    const { projection, settle, written } = setUp();
    await settle(projection.current());
    written.questions = 0;
    const asked = projection.current();
    await new Promise(setImmediate);
    const answers = Array.from({ length: 10 }, () => projection.current());
    await settle(Promise.all([asked, ...answers]));
    expect(written.questions).toBe(2);
  });

  it('is asked for anew when the question on its way fails', async () => {
    const { projection, settle, written } = setUp();
    written.fails = true;
    const failing = projection.current();
    failing.catch(() => undefined);
    await new Promise(setImmediate);
    written.fails = false;
    const following = projection.current();
    expect((await settle(following))?.revision).toBe(0);
    await expect(failing).rejects.toThrow('The connection was lost');
  });
});
