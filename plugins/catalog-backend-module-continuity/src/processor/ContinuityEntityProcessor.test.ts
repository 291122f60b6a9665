import { setImmediate } from 'node:timers/promises';
import type { Entity } from '@backstage/catalog-model';
import { ContinuityEntityProcessor } from './ContinuityEntityProcessor';

const PROBLEMS = 'continuity.dev/problems';
const FINDINGS = 'continuity.dev/findings';

function calendar(window: object): Entity {
  return {
    apiVersion: 'continuity.dev/v1',
    kind: 'FreezeCalendar',
    metadata: { name: 'close' },
    spec: JSON.parse(
      JSON.stringify({
        owner: 'finance',
        timezone: 'America/New_York',
        scope: { environments: ['production'] },
        windows: [
          {
            id: 'close',
            title: 'Close',
            reason: 'Books are closed',
            start: '2026-12-01T00:00:00',
            duration: 'PT4H',
            ...window,
          },
        ],
      }),
    ),
  };
}

function setUp() {
  const logger = { warn: jest.fn() };
  const processor = new ContinuityEntityProcessor({
    logger,
    now: () => Date.parse('2026-11-24T12:00:00Z'),
  });
  const process = async (entity: Entity) =>
    (await processor.postProcessEntity(entity, undefined, () => {})).metadata
      .annotations ?? {};
  return { logger, process };
}

describe('ContinuityEntityProcessor', () => {
  it('leaves entities alone that decide nothing of what is frozen', async () => {
    const { process, logger } = setUp();
    const component = { ...calendar({}), kind: 'Component' };
    expect(await process(component)).toEqual({});
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('has nothing to say on a good calendar', async () => {
    const { process } = setUp();
    expect(await process(calendar({}))).toEqual({});
  });

  it('says what its author probably did not mean, and what to write instead', async () => {
    const { process, logger } = setUp();
    // Every day for two days: it overlaps itself, and never ends.
    const annotations = await process(
      calendar({ rrule: 'FREQ=DAILY', duration: 'P2D' }),
    );
    expect(annotations[FINDINGS]).toMatch(/^spec\.windows\.0\S*: .+\. .+/);
    expect(annotations).not.toHaveProperty([PROBLEMS]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('lets others have their turn while it looks at as many windows as a calendar may hold', async () => {
    const { process } = setUp();
    const big = calendar({});
    const [window] = (big.spec as { windows: object[] }).windows;
    const windows = Array.from({ length: 500 }, (_, index) => ({
      ...window,
      id: `w-${index}`,
      rrule: 'FREQ=DAILY',
      scope: { environments: [`environment-${index}`] },
    }));
    let turns = 0;
    let done = false;
    const counting = (async () => {
      while (!done) {
        turns += 1;
        await setImmediate();
      }
    })();
    await process({ ...big, spec: { ...big.spec, windows } });
    done = true;
    await counting;
    expect(turns).toBeGreaterThan(5);
  });

  it('says of a holiday calendar that it runs out within 90 days', async () => {
    const { process } = setUp();
    const holidays = (until: string): Entity => ({
      apiVersion: 'continuity.dev/v1',
      kind: 'HolidayCalendar',
      metadata: { name: 'ch' },
      spec: {
        owner: 'finance',
        days: [{ date: '2026-12-25', title: 'Christmas' }],
        until,
      },
    });
    expect((await process(holidays('2027-02-21')))[FINDINGS]).toMatch(
      /^holidaycalendar:default\/ch lists holidays until 2027-02-21, \d+ days from now.* Add the holidays of the years to come/,
    );
    expect(await process(holidays('2027-02-24'))).toEqual({});
  });

  it('logs a problem once, until it is another', async () => {
    const { process, logger } = setUp();
    const bad = calendar({ timezone: 'Mars/Olympus' });
    expect(await process(bad)).toEqual({
      [PROBLEMS]: expect.stringContaining('"Mars/Olympus" is not'),
    });
    await process(bad);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /^freezecalendar:default\/close .*spec\.windows\.0\.timezone/,
      ),
    );
    await process(calendar({ timezone: 'Mars/Elysium' }));
    expect(logger.warn).toHaveBeenCalledTimes(2);
    await process(calendar({}));
    await process(bad);
    expect(logger.warn).toHaveBeenCalledTimes(3);
  });
});
