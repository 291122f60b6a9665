import fc from 'fast-check';
import { findConflicts } from './findConflicts';
import type { ConflictFacts, ScheduledChange } from './types';

const HOUR = 3_600_000;
const PAY = 'component:default/pay';
const LEDGER = 'component:default/ledger';
const SHOP = 'component:default/shop';

const change = {
  id: 'own',
  title: 'Own',
  window: { start: 10 * HOUR, end: 12 * HOUR },
  entities: [PAY],
  environments: ['production'],
  regions: ['eu'],
  implementer: 'user:default/ivo',
};
const other = (parts: Partial<ScheduledChange> = {}): ScheduledChange => ({
  id: 'other',
  title: 'Other',
  window: { start: 11 * HOUR, end: 13 * HOUR },
  entities: [PAY],
  environments: ['production'],
  ...parts,
});
const nothing: ConflictFacts = {
  scheduled: [],
  related: new Map([[PAY, new Set([LEDGER])]]),
  closures: [],
  absences: [],
  regions: [],
};
const found = (facts: Partial<ConflictFacts>) =>
  findConflicts(change, { ...nothing, ...facts });

describe('findConflicts', () => {
  it('finds none where there is nothing', () => {
    expect(found({})).toEqual([]);
  });

  it('tells of the part that is shared, and what to do', () => {
    expect(found({ scheduled: [other()] })).toEqual([
      {
        kind: 'same-entity',
        blocks: true,
        with: 'other',
        start: 11 * HOUR,
        end: 12 * HOUR,
        explanation:
          '"Other" changes component:default/pay from 1970-01-01 11:00 UTC to 1970-01-01 13:00 UTC.',
        remedy: 'Plan it for another time, or make one change of both.',
      },
    ]);
  });

  it.each<[string, Partial<ScheduledChange>, string[]]>([
    ['itself', { id: 'own' }, []],
    [
      'one that ends as it begins',
      { window: { start: 0, end: 10 * HOUR } },
      [],
    ],
    [
      'one that begins as it ends',
      { window: { start: 12 * HOUR, end: 13 * HOUR } },
      [],
    ],
    ['one of what it depends on', { entities: [LEDGER] }, ['dependency']],
    ['one of something else', { entities: [SHOP] }, []],
    ['both, told once', { entities: [LEDGER, PAY] }, ['same-entity']],
    ['another environment', { environments: ['staging'] }, []],
    ['another region', { regions: ['us'] }, []],
    ['the same region', { regions: ['us', 'eu'] }, ['same-entity']],
    [
      'the same person elsewhere',
      {
        entities: [SHOP],
        environments: ['staging'],
        implementer: 'user:default/ivo',
      },
      ['implementer-busy'],
    ],
  ])('with %s', (_, parts, kinds) => {
    expect(
      found({ scheduled: [other(parts)] }).map(({ kind }) => kind),
    ).toEqual(kinds);
  });

  it('knows freezes, peaks, maintenance, people and regions', () => {
    const at = { start: 9 * HOUR, end: 11 * HOUR };
    const kinds = found({
      closures: [
        { ...at, window: 'c#f', title: 'Close', kind: 'freeze', blocks: true },
        { ...at, window: 'c#w', title: 'Care', kind: 'freeze', blocks: false },
        { ...at, window: 'f#p', title: 'Peak', kind: 'peak', blocks: true },
        {
          ...at,
          window: 'c#m',
          title: 'Night',
          kind: 'maintenance',
          blocks: true,
        },
      ],
      absences: [
        {
          ...at,
          who: 'user:default/ivo',
          role: 'implementer',
          because: 'is away',
        },
        {
          ...at,
          who: 'user:default/ann',
          role: 'approver',
          because: 'is away',
        },
        {
          ...at,
          who: 'user:default/eve',
          role: 'decision-owner',
          because: 'is away',
        },
      ],
      regions: [
        {
          ...at,
          environment: 'production',
          region: 'eu',
          because: 'it is failing over',
        },
        { ...at, environment: 'production', because: 'all of it fails over' },
        {
          ...at,
          environment: 'production',
          region: 'us',
          because: 'it is failing over',
        },
        {
          ...at,
          environment: 'staging',
          region: 'eu',
          because: 'it is failing over',
        },
      ],
    }).map(({ kind, blocks }) => `${kind} ${blocks}`);
    expect(kinds.sort()).toEqual([
      'approver-busy false',
      'approver-busy true',
      'freeze false',
      'freeze true',
      'implementer-busy true',
      'maintenance true',
      'peak true',
      'region true',
      'region true',
    ]);
  });

  it.each(['related', 'closures'] as const)(
    'is in the way when %s is not known',
    part => {
      expect(found({ [part]: undefined })).toEqual([
        expect.objectContaining({
          kind: 'unknown',
          blocks: true,
          ...change.window,
        }),
      ]);
    },
  );

  it('is mutual: whoever is in the way of one has it in the way', () => {
    const any = (id: string) =>
      fc.record({
        id: fc.constant(id),
        title: fc.constant(id),
        window: fc
          .tuple(fc.nat(20), fc.integer({ min: 1, max: 10 }))
          .map(([start, length]) => ({ start, end: start + length })),
        entities: fc.subarray([PAY, LEDGER, SHOP], { minLength: 1 }),
        environments: fc.subarray(['p', 's'], { minLength: 1 }),
        regions: fc.option(fc.subarray(['eu', 'us'], { minLength: 1 }), {
          nil: undefined,
        }),
        implementer: fc.option(fc.constantFrom('i', 'j'), { nil: undefined }),
      });
    const related = new Map([
      [PAY, new Set([LEDGER])],
      [LEDGER, new Set([PAY])],
    ]);
    fc.assert(
      fc.property(any('a'), any('b'), (a, b) => {
        const ways = ([one, two]: ScheduledChange[]) =>
          findConflicts(one, { ...nothing, related, scheduled: [two] }).map(
            ({ kind, start, end }) => [kind, start, end].join(),
          );
        expect(ways([a, b]).sort()).toEqual(ways([b, a]).sort());
      }),
      { numRuns: 1_000 },
    );
  });
});
