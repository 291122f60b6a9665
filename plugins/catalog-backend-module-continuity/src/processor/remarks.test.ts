import type { Entity } from '@backstage/catalog-model';
import { annotated, summary } from './remarks';

const entity: Entity = {
  apiVersion: 'continuity.dev/v1',
  kind: 'FreezeCalendar',
  metadata: { name: 'a', annotations: { 'example.com/kept': 'yes' } },
};

describe('summary', () => {
  it('is absent when there is nothing to say', () => {
    expect(summary([])).toBeUndefined();
  });

  it('says everything when it is short', () => {
    expect(summary(['a: wrong', 'b: wrong too'])).toBe(
      'a: wrong; b: wrong too',
    );
  });

  it('leaves out what is too much, and says how much', () => {
    const remarks = Array.from({ length: 100 }, (_, index) =>
      `${index}: ${'x'.repeat(90)}`.slice(0, 90),
    );
    const text = summary(remarks);
    expect(text).toMatch(/^0: x.*; and 90 more$/);
    expect(text?.length).toBeLessThan(1_100);
  });

  it('cuts a single remark that is too long', () => {
    expect(summary(['x'.repeat(5_000)])).toHaveLength(1_000);
    expect(summary(['x'.repeat(5_000), 'y'])).toMatch(/\.\.\.; and 1 more$/);
  });
});

describe('annotated', () => {
  it('says what is wrong beside other annotations, and leaves the entity as it was', () => {
    const copy = structuredClone(entity);
    expect(
      annotated(entity, { problems: ['a: wrong'], findings: ['b'] }).metadata
        .annotations,
    ).toEqual({
      'example.com/kept': 'yes',
      'continuity.dev/problems': 'a: wrong',
      'continuity.dev/findings': 'b',
    });
    expect(entity).toEqual(copy);
  });

  it('takes away what is no longer wrong', () => {
    const before = annotated(entity, { problems: ['a: wrong'] });
    expect(annotated(before, {})).toEqual(entity);
  });
});
