import type { Entity } from '@backstage/catalog-model';
import type { JsonValue } from '@backstage/types';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { ContinuityEntityProcessor } from './ContinuityEntityProcessor';

const component = (name: string, dependsOn: string[] = []): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    uid: 'u',
    etag: String(Math.random()),
  },
  spec: { type: 'service', owner: 'team-a', dependsOn },
});

/** The cache that the catalog keeps with each entity. */
function caches() {
  const byEntity = new Map<string, Map<string, JsonValue>>();
  return (name: string) => {
    const own = byEntity.get(name) ?? new Map<string, JsonValue>();
    byEntity.set(name, own);
    return {
      get: async <T>(key: string) => own.get(key) as T | undefined,
      set: async (key: string, value: JsonValue) => {
        own.set(key, value);
      },
    };
  };
}

function setUp() {
  const events: string[][] = [];
  const logger = { warn: jest.fn() };
  const announcer = new ChangeAnnouncer({
    events: {
      publish: async ({ topic, eventPayload }) => {
        expect(topic).toBe('continuity.catalog-changed');
        events.push((eventPayload as { entityRefs: string[] }).entityRefs);
      },
    },
    logger,
    collectMs: 5,
  });
  const processor = new ContinuityEntityProcessor({ logger, announcer });
  const cacheOf = caches();
  return {
    events,
    settle: () => new Promise(resolve => setTimeout(resolve, 30)),
    process: (entity: Entity) =>
      processor.postProcessEntity(
        entity,
        undefined,
        () => {},
        cacheOf(entity.metadata.name),
      ),
  };
}

describe('announcing changes', () => {
  it('tells once of what is new, and of those together that come together', async () => {
    const { process, events, settle } = setUp();
    await process(component('a'));
    await process(component('b'));
    await settle();
    await process(component('a'));
    await settle();
    expect(events).toEqual([['component:default/a', 'component:default/b']]);
  });

  it('tells again when the entity says something else', async () => {
    const { process, events, settle } = setUp();
    await process(component('a'));
    await settle();
    await process(component('a', ['component:default/b']));
    await settle();
    expect(events).toHaveLength(2);
  });

  it('does not tell of kinds that nobody here reads', async () => {
    const { process, events, settle } = setUp();
    await process({ ...component('a'), kind: 'Template' });
    await settle();
    expect(events).toEqual([]);
  });

  it('tells of all that come at once, in events that stay small', async () => {
    const { process, events, settle } = setUp();
    await Promise.all(
      Array.from({ length: 700 }, (_, index) =>
        process(component(`c${index}`)),
      ),
    );
    await settle();
    expect(new Set(events.flat()).size).toBe(700);
    expect(events.filter(({ length }) => length > 500)).toEqual([]);
  });
});
