import type { FilterPredicate } from '@backstage/filter-predicates';
import fc from 'fast-check';
import type { ReleaseClass, WindowScope, WindowSubject } from '../types';
import { createScopeBook } from './ScopeBook';
import { scopeMatches } from './scopeMatches';

const entities = ['a', 'b', 'c', 'd'].map(name => ({
  kind: 'Component',
  metadata: { name, tags: name < 'c' ? ['pci'] : [] },
  spec: { type: name === 'd' ? 'website' : 'service' },
}));
const broken = {
  kind: 'Component',
  metadata: { name: 'broken' },
  get spec(): object {
    throw new Error('unreadable');
  },
};

const some = (names: string[]) =>
  fc.option(fc.subarray(names, { minLength: 1 }), { nil: undefined });
const predicates = fc.constantFrom<FilterPredicate | undefined>(
  undefined,
  undefined,
  { 'spec.type': 'service' },
  { 'metadata.tags': { $contains: 'pci' } },
  { $not: { 'metadata.name': 'a' } },
);
const dimensions = fc.record({
  tiers: some(['tier-1', 'tier-2']),
  systems: some(['system:default/x', 'system:default/y']),
  businessFunctions: some(['businessfunction:default/f']),
  environments: some(['production', 'staging']),
  regions: some(['eu-west-1', 'us-east-1']),
  classes: fc.constantFrom<ReleaseClass[] | undefined>(undefined, ['standard']),
  entities: predicates,
});
const scopes: fc.Arbitrary<WindowScope> = fc
  .tuple(dimensions, fc.option(dimensions, { nil: undefined }))
  .map(([scope, except]) => ({ ...scope, ...(except && { except }) }));

const subjects: fc.Arbitrary<WindowSubject> = fc.record({
  entity: fc.constantFrom(...entities, broken),
  tier: fc.constantFrom('tier-1', 'tier-2', 'tier-3', 'unclassified'),
  systems: fc.subarray(['system:default/x', 'system:default/z']),
  businessFunctions: fc.subarray([
    'businessfunction:default/f',
    'businessfunction:default/g',
  ]),
  environment: fc.constantFrom('production', 'staging', 'test', ''),
  regions: fc.shuffledSubarray(['eu-west-1', 'us-east-1', 'mars', 'moon']),
  releaseClass: fc.constantFrom('standard', 'major'),
});

const subject: WindowSubject = {
  entity: entities[0],
  tier: 'tier-1',
  systems: [],
  businessFunctions: [],
  environment: 'production',
  regions: [],
  releaseClass: 'standard',
};

describe('createScopeBook', () => {
  it('finds what scopeMatches finds, whatever was asked before', () => {
    fc.assert(
      fc.property(
        fc.array(scopes, { maxLength: 12 }),
        fc.array(subjects, { minLength: 1, maxLength: 12 }),
        (all, asked) => {
          const book = createScopeBook(all);
          for (const one of [...asked, ...asked]) {
            expect([...book.matching(one)]).toEqual(
              all.flatMap((scope, position) =>
                scopeMatches(scope, one).matches ? [position] : [],
              ),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('asks each distinct predicate of an entity once', () => {
    let reads = 0;
    const counting = {
      kind: 'Component',
      metadata: { name: 'x' },
      get spec() {
        reads += 1;
        return { type: 'service' };
      },
    };
    const service = { 'spec.type': 'service' };
    const book = createScopeBook([
      { entities: service },
      { entities: { ...service }, tiers: ['tier-1'] },
      { except: { entities: service } },
      { entities: service, except: { entities: { 'spec.type': 'website' } } },
    ]);
    for (const environment of ['production', 'staging']) {
      for (const tier of ['tier-1', 'tier-2']) {
        const asked = { ...subject, entity: counting, environment, tier };
        expect([...book.matching(asked)]).toEqual(
          tier === 'tier-1' ? [0, 1, 3] : [0, 3],
        );
      }
    }
    expect(reads).toBe(2);
  });

  it('gives entities that no scope tells apart one and the same list', () => {
    const book = createScopeBook([
      { tiers: ['tier-1'] },
      { entities: { 'spec.type': 'service' } },
      {},
    ]);
    const first = book.matching(subject);
    expect([...first]).toEqual([0, 1, 2]);
    expect(
      book.matching({
        ...subject,
        entity: entities[1],
        environment: 'anything',
        systems: ['system:default/unheard-of'],
      }),
    ).toBe(first);
    expect([...book.matching({ ...subject, entity: entities[3] })]).toEqual([
      0, 2,
    ]);
  });

  it('forgets rather than grows when callers make names up', () => {
    const regions = Array.from({ length: 40 }, (_, index) => `r-${index}`);
    const book = createScopeBook(
      regions.map(region => ({
        regions: [region],
        entities: { 'metadata.name': 'a' },
      })),
    );
    for (let round = 0; round < 12_000; round++) {
      const asked = regions.filter((_, index) => (round >> index % 14) & 1);
      const expected = asked.length > 0 ? asked.length : regions.length;
      expect(book.matching({ ...subject, regions: asked })).toHaveLength(
        expected,
      );
    }
  });
});
