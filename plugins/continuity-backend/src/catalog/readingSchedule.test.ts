import { mockServices } from '@backstage/backend-test-utils';
import type { SchedulerServiceTaskInvocationDefinition } from '@backstage/backend-plugin-api';
import type {
  CatalogProjectionStore,
  ProjectionHead,
} from './CatalogProjectionStore';
import type { CatalogReader } from './CatalogReader';
import { readingIsOverdue, scheduleReadings } from './readingSchedule';

const NOW = 10_000_000;
const refreshMs = 60_000;
const OLD = 1000;

describe('readingIsOverdue', () => {
  it.each<
    [
      string,
      Partial<ProjectionHead>,
      boolean,
      { lastDurationMs?: number; lastEndedAt?: number }?,
    ]
  >([
    ['the catalog was never read', {}, true],
    ['it was just read', { readAt: NOW, firstReadAt: OLD }, false],
    [
      'the schedule is on time',
      { readAt: NOW - 90_000, firstReadAt: OLD },
      false,
    ],
    ['the schedule is late', { readAt: NOW - 120_000, firstReadAt: OLD }, true],
    [
      'it is late, but this replica has only just failed at it',
      { readAt: NOW - 120_000, firstReadAt: OLD },
      false,
      { lastEndedAt: NOW - 5000 },
    ],
    [
      'the portal is young',
      { readAt: NOW - 5000, firstReadAt: NOW - 5000 },
      true,
    ],
    [
      'the portal is young and the catalog large',
      { readAt: NOW - 5000, firstReadAt: NOW - 5000 },
      false,
      { lastDurationMs: 4000 },
    ],
    [
      'the portal is young, the catalog very large, and it is time anyway',
      { readAt: NOW - 60_000, firstReadAt: NOW - 60_000 },
      true,
      { lastDurationMs: 40_000 },
    ],
  ])('%s', (_name, head, overdue, ...options) => {
    expect(
      readingIsOverdue({ revision: 1, feedsRevision: 0, ...head }, NOW, {
        refreshMs,
        lastDurationMs: 0,
        ...options[0],
      }),
    ).toBe(overdue);
  });
});

describe('scheduleReadings', () => {
  it('reads on schedule by one, and by any when overdue', async () => {
    const tasks = new Map<
      string,
      SchedulerServiceTaskInvocationDefinition['fn']
    >();
    const scopes = new Map<string, string | undefined>();
    const head: ProjectionHead = { revision: 0, feedsRevision: 0 };
    const clock = { now: NOW };
    const read = jest.fn(async () => ({
      counted: false as const,
      problem: 'not yet',
    }));
    await scheduleReadings({
      scheduler: mockServices.scheduler.mock({
        scheduleTask: async task => {
          tasks.set(task.id, task.fn);
          scopes.set(task.id, task.scope);
        },
      }),
      store: { head: async () => head } as unknown as CatalogProjectionStore,
      reader: { read } as unknown as CatalogReader,
      refreshMs,
      now: () => clock.now,
    });
    const run = (id: string) => tasks.get(id)?.(new AbortController().signal);
    expect(Object.fromEntries(scopes)).toEqual({
      'continuity-catalog-reading': 'global',
      'continuity-catalog-watch': 'local',
    });

    await run('continuity-catalog-watch');
    await run('continuity-catalog-watch');
    await run('continuity-catalog-reading');
    expect(read).toHaveBeenCalledTimes(3);

    head.readAt = clock.now;
    head.firstReadAt = OLD;
    await run('continuity-catalog-watch');
    await run('continuity-catalog-reading');
    expect(read).toHaveBeenCalledTimes(3);

    clock.now += refreshMs;
    await run('continuity-catalog-watch');
    expect(read).toHaveBeenCalledTimes(3);
    await run('continuity-catalog-reading');
    expect(read).toHaveBeenCalledTimes(4);
  });
});
