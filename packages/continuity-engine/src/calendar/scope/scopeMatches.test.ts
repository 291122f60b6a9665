import fc from 'fast-check';
import type { ScopeDimensions, WindowScope, WindowSubject } from '../types';
import { predicateOutcome, scopeIncludes, scopeMatches } from './scopeMatches';

const subject: WindowSubject = {
  entity: {
    kind: 'Component',
    metadata: { name: 'payments-api', tags: ['pci'] },
    spec: { type: 'service' },
  },
  tier: 'tier-1',
  systems: ['system:default/payments'],
  businessFunctions: [
    'businessfunction:default/checkout',
    'businessfunction:finance/payroll',
  ],
  environment: 'production',
  regions: ['eu-west-1'],
  releaseClass: 'standard',
};

/** Reading the entity's spec throws, as a getter of a broken entity would. */
const unreadable = {
  ...subject.entity,
  get spec(): object {
    throw new Error('unreadable');
  },
};

describe('a scope', () => {
  it.each<[WindowScope, boolean, string]>([
    [{}, true, 'The window is for everybody.'],
    [{ tiers: ['tier-1', 'tier-2'] }, true, 'It is for tier tier-1.'],
    [
      { tiers: ['tier-2', 'tier-3'] },
      false,
      'It is for tier tier-2 or tier-3, and this is tier-1.',
    ],
    [
      { systems: ['system:default/cards', 'system:default/payments'] },
      true,
      'It is for system payments.',
    ],
    [
      { systems: ['system:default/cards'] },
      false,
      'It is for system cards, and this is part of payments.',
    ],
    [
      { businessFunctions: ['businessfunction:finance/payroll'] },
      true,
      'It is for business function finance/payroll.',
    ],
    [
      { businessFunctions: ['businessfunction:default/trading'] },
      false,
      'It is for business function trading, and this supports checkout and finance/payroll.',
    ],
    [
      { environments: ['staging'] },
      false,
      'It is for environment staging, and this is production.',
    ],
    [
      { regions: ['eu-west-1', 'us-east-1'] },
      true,
      'It is for region eu-west-1.',
    ],
    [
      { regions: ['us-east-1'] },
      false,
      'It is for region us-east-1, and this goes to eu-west-1.',
    ],
    [
      { classes: ['major'] },
      false,
      'It is for release class major, and this is standard.',
    ],
    [
      { entities: { 'metadata.tags': { $contains: 'pci' } } },
      true,
      'Its entity filter matches the service.',
    ],
    [
      { entities: { 'spec.type': 'website' } },
      false,
      'Its entity filter does not match the service.',
    ],
    [
      { tiers: ['tier-1'], environments: ['production'] },
      true,
      'It is for tier tier-1. It is for environment production.',
    ],
    [
      { tiers: ['tier-1'], environments: ['staging'] },
      false,
      'It is for environment staging, and this is production.',
    ],
  ])('%j: %p, because %s', (scope, matches, reason) => {
    expect(scopeMatches(scope, subject)).toEqual({ matches, reason });
    expect(scopeIncludes(scope, subject)).toBe(matches);
  });

  it.each<[Partial<WindowSubject>, WindowScope, string]>([
    [
      { systems: [] },
      { systems: ['system:default/cards'] },
      'It is for system cards, and this is part of none.',
    ],
    [
      { businessFunctions: [] },
      { businessFunctions: ['businessfunction:default/trading'] },
      'It is for business function trading, and this supports none.',
    ],
    [
      { regions: ['eu-west-1', 'eu-west-2'] },
      { regions: ['us-east-1'] },
      'It is for region us-east-1, and this goes to eu-west-1 and eu-west-2.',
    ],
  ])('leaves out %j from %j', (part, scope, reason) => {
    const asked = { ...subject, ...part };
    expect(scopeMatches(scope, asked)).toEqual({ matches: false, reason });
    expect(scopeIncludes(scope, asked)).toBe(false);
  });

  it('cannot exclude a deployment that names no region', () => {
    const asked = { ...subject, regions: [] };
    expect(scopeMatches({ regions: ['us-east-1'] }, asked)).toEqual({
      matches: true,
      reason:
        'It is for region us-east-1; the deployment names no region, so none of them can be excluded.',
    });
    expect(scopeIncludes({ regions: ['us-east-1'] }, asked)).toBe(true);
  });

  it('cannot exclude an entity on which its filter fails', () => {
    const asked = { ...subject, entity: unreadable };
    const scope = { entities: { 'spec.type': 'x' } };
    expect(scopeMatches(scope, asked)).toEqual({
      matches: true,
      reason:
        'Its entity filter could not be evaluated (unreadable), so the service cannot be excluded.',
    });
    expect(scopeIncludes(scope, asked)).toBe(true);
    expect(predicateOutcome(scope.entities, unreadable)).toBe('failed');
  });
});

describe('the exceptions of a scope', () => {
  it.each<[ScopeDimensions, string]>([
    [{ tiers: ['tier-1'] }, 'It is not for tier tier-1.'],
    [
      { systems: ['system:default/payments'] },
      'It is not for system payments.',
    ],
    [
      { businessFunctions: ['businessfunction:default/checkout'] },
      'It is not for business function checkout.',
    ],
    [
      { environments: ['staging', 'production'] },
      'It is not for environment production.',
    ],
    [{ regions: ['eu-west-1'] }, 'It is not for region eu-west-1.'],
    [{ classes: ['standard'] }, 'It is not for release class standard.'],
    [
      { entities: { 'spec.type': 'service' } },
      'The entity filter of its exceptions matches the service.',
    ],
    // One that matches is enough.
    [
      { tiers: ['tier-3'], classes: ['standard'] },
      'It is not for release class standard.',
    ],
  ])('%j leaves a subject out that it matches: %s', (except, reason) => {
    for (const scope of [{ except }, { tiers: ['tier-1'], except }]) {
      expect(scopeMatches(scope, subject)).toEqual({ matches: false, reason });
      expect(scopeIncludes(scope, subject)).toBe(false);
    }
  });

  it.each<[Partial<WindowSubject>, ScopeDimensions, string]>([
    [
      {},
      { tiers: ['tier-2'], entities: { 'spec.type': 'website' } },
      'The window is for everybody but its exceptions.',
    ],
    [{}, {}, 'The window is for everybody.'],
    [
      { regions: [] },
      { regions: ['eu-west-1'] },
      'The window is for everybody but its exceptions. It is not for region eu-west-1; the deployment names no region, so it is not exempted.',
    ],
    [
      { regions: ['eu-west-1', 'us-east-1'] },
      { regions: ['eu-west-1'] },
      'The window is for everybody but its exceptions. It is not for region eu-west-1, but this goes to us-east-1 too.',
    ],
  ])('do not exempt %j by %j', (part, except, reason) => {
    const asked = { ...subject, ...part };
    expect(scopeMatches({ except }, asked)).toEqual({ matches: true, reason });
    expect(scopeIncludes({ except }, asked)).toBe(true);
  });

  it('do not exempt an entity on which their filter fails', () => {
    const asked = { ...subject, entity: unreadable };
    const except = { entities: { 'spec.type': 'service' } };
    expect(scopeMatches({ except }, asked)).toEqual({
      matches: true,
      reason:
        'The window is for everybody but its exceptions. The entity filter of its exceptions could not be evaluated (unreadable), so the service is not exempted.',
    });
    expect(scopeIncludes({ except }, asked)).toBe(true);
  });

  it('exempt a deployment all of whose regions are listed', () => {
    const asked = { ...subject, regions: ['eu-west-1', 'eu-west-2'] };
    const except = { regions: ['eu-west-2', 'eu-west-1', 'us-east-1'] };
    expect(scopeMatches({ except }, asked)).toEqual({
      matches: false,
      reason: 'It is not for region eu-west-1 and eu-west-2.',
    });
  });
});

describe('laws', () => {
  const some = (names: string[]) =>
    fc.option(fc.subarray(names, { minLength: 1 }), { nil: undefined });
  const dimensions = fc
    .record({
      tiers: some(['tier-1', 'tier-2', 'unclassified']),
      systems: some(['system:default/a', 'system:default/b']),
      businessFunctions: some(['businessfunction:default/f']),
      environments: some(['production', 'staging']),
      regions: some(['eu-west-1', 'us-east-1', 'us-west-1']),
      entities: fc.constantFrom(
        undefined,
        { 'spec.type': 'service' },
        { $not: { 'spec.type': 'service' } },
      ),
    })
    .map(withoutGaps);
  const subjects: fc.Arbitrary<WindowSubject> = fc.record({
    entity: fc.constantFrom(subject.entity, unreadable, {
      kind: 'Component',
      metadata: {},
    }),
    tier: fc.constantFrom('tier-1', 'tier-2', 'tier-3', 'unclassified'),
    systems: fc.subarray(['system:default/a', 'system:default/c']),
    businessFunctions: fc.subarray(['businessfunction:default/f']),
    environment: fc.constantFrom('production', 'staging', 'test'),
    regions: fc.subarray(['eu-west-1', 'us-east-1', 'ap-south-1']),
    releaseClass: fc.constant('standard'),
  });

  function withoutGaps(parts: object): ScopeDimensions {
    return Object.fromEntries(
      Object.entries(parts).filter(([, value]) => value !== undefined),
    );
  }

  it('every dimension must match, each for itself', () => {
    fc.assert(
      fc.property(dimensions, subjects, (scope, asked) => {
        expect(scopeIncludes(scope, asked)).toBe(
          Object.entries(scope).every(([part, value]) =>
            scopeIncludes({ [part]: value }, asked),
          ),
        );
      }),
    );
  });

  it('any exception that matches is enough, and none ever lets somebody in', () => {
    fc.assert(
      fc.property(dimensions, dimensions, subjects, (scope, except, asked) => {
        expect(scopeIncludes({ ...scope, except }, asked)).toBe(
          scopeIncludes(scope, asked) &&
            Object.entries(except).every(([part, value]) =>
              scopeIncludes({ except: { [part]: value } }, asked),
            ),
        );
      }),
    );
  });

  it('with and without words are one answer', () => {
    fc.assert(
      fc.property(dimensions, dimensions, subjects, (scope, except, asked) => {
        const both = { ...scope, except };
        expect(scopeIncludes(both, asked)).toBe(
          scopeMatches(both, asked).matches,
        );
      }),
    );
  });

  it('who names no region is neither excluded nor exempted by regions', () => {
    fc.assert(
      fc.property(dimensions, dimensions, subjects, (scope, except, asked) => {
        const { regions: _a, ...scopeRest } = scope;
        const { regions: _b, ...exceptRest } = except;
        const nowhere = { ...asked, regions: [] };
        expect(scopeIncludes({ ...scope, except }, nowhere)).toBe(
          scopeIncludes({ ...scopeRest, except: exceptRest }, nowhere),
        );
      }),
    );
  });
});
