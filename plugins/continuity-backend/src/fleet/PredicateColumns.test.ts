import type { FilterPredicate } from '@backstage/filter-predicates';
import { predicateOutcome } from '@continuity/engine';
import fc from 'fast-check';
import type { CatalogService } from '../catalog';
import { OUTCOMES, PredicateColumns } from './PredicateColumns';

const TYPES = ['service', 'Service', 'website'];

/** Enough of them that it pays to find out which are alike. */
const rows = Array.from({ length: 2_500 }, (_, number) => ({
  service: {
    entityRef: `component:default/s-${number}`,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: `s-${number}`,
        ...(number % 3 === 0 && { tags: [`t-${number % 5}`, 'all'] }),
        ...(number % 4 === 0 && {
          annotations: { 'example.org/data.centre': `${number % 2}` },
        }),
      },
      spec: {
        type: TYPES[number % 3],
        ...(number % 7 === 0 && { replicas: number % 2 }),
      },
    },
  } as unknown as CatalogService,
}));

const leaf: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    { 'spec.type': 'service' },
    { 'spec.type': { $in: ['website', 'job'] } },
    { 'metadata.name': { $hasPrefix: 's-1' } },
    { 'metadata.tags': { $contains: 't-3' } },
    { 'metadata.annotations.example.org/data.centre': '1' },
    { 'metadata.annotations.example.org/data.centre': { $exists: false } },
    { 'spec.replicas': { $exists: true }, kind: 'component' },
    { 'spec.replicas': '1' },
    // What no schema lets through must be said all the same to have failed.
    { 'spec.type': 'service', $all: [] },
    { $all: 'service' },
    { $unknown: 'service' },
    'service',
    null,
  ),
);
const predicates = fc.letrec<{ predicate: unknown }>(tie => ({
  predicate: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ $not: tie('predicate') }),
    fc.record({ $all: fc.array(tie('predicate'), { maxLength: 3 }) }),
    fc.record({ $any: fc.array(tie('predicate'), { maxLength: 3 }) }),
  ),
})).predicate as fc.Arbitrary<FilterPredicate>;

const asked = (predicate: FilterPredicate, of = rows) =>
  of.map(({ service }) => predicateOutcome(predicate, service.entity));
const told = (column: Uint8Array) => Array.from(column, is => OUTCOMES[is]);

describe('PredicateColumns', () => {
  it('says of every row what the predicate says of its entity', async () => {
    await fc.assert(
      fc.asyncProperty(predicates, async predicate => {
        const columns = new PredicateColumns(rows);
        expect(told(await columns.of(predicate))).toEqual(asked(predicate));
        expect(told(await columns.ofDraft(predicate))).toEqual(
          asked(predicate),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('takes over what was said of rows that are still the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        predicates,
        fc.uniqueArray(fc.nat({ max: rows.length - 1 }), { maxLength: 20 }),
        async (predicate, changed) => {
          const before = new PredicateColumns(rows);
          await before.of(predicate);
          const after = rows.flatMap((row, position) => {
            if (position % 400 === 0) return [];
            return changed.includes(position)
              ? [rows[(position * 7) % rows.length]].map(({ service }) => ({
                  service: { ...service },
                }))
              : [row];
          });
          const columns = new PredicateColumns(after, before);
          expect(told(await columns.of(predicate))).toEqual(
            asked(predicate, after),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('asks once for all rows that hold the same', async () => {
    const looks: string[] = [];
    const watched = rows.map(({ service }) => ({
      service: {
        ...service,
        entity: {
          ...service.entity,
          get kind() {
            looks.push(service.entityRef);
            return 'Component';
          },
        },
      },
    }));
    const columns = new PredicateColumns(watched);
    await columns.of({ kind: 'component' });
    const tellingApart = looks.length;
    await columns.of({ kind: 'resource' });
    await columns.of({ $not: { kind: { $in: ['api', 'system'] } } });
    expect(looks.length - tellingApart).toBeLessThan(10);
  });
});
