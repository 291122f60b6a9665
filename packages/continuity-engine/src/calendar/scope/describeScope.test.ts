import type { FilterPredicate } from '@backstage/filter-predicates';
import { describePredicate } from './describePredicate';
import { describeScope } from './describeScope';

describe('describeScope', () => {
  it('says each part in a sentence', () => {
    expect(
      describeScope({
        tiers: ['tier-1', 'tier-2'],
        systems: ['system:default/payments', 'system:finance/ledger'],
        businessFunctions: ['businessfunction:default/checkout'],
        environments: ['production'],
        regions: ['eu-west-1'],
        classes: ['standard', 'major'],
        entities: { 'spec.type': 'service' },
        except: {
          regions: ['eu-central-1'],
          entities: { 'metadata.tags': { $contains: 'canary' } },
        },
      }),
    ).toEqual([
      'For tier tier-1 or tier-2.',
      'For system payments or finance/ledger.',
      'For business function checkout.',
      'For environment production.',
      'For region eu-west-1.',
      'For release class standard or major.',
      'For entities where spec.type is service.',
      'Not for region eu-central-1.',
      'Not for entities where metadata.tags contains canary.',
    ]);
  });

  it('has nothing to say where everything is meant', () => {
    expect(describeScope({})).toEqual([]);
  });
});

describe('describePredicate', () => {
  it.each<[FilterPredicate, string]>([
    [{ 'spec.type': 'service' }, 'spec.type is service'],
    [{ 'spec.count': 7 }, 'spec.count is 7'],
    [{ 'metadata.title': 'Pay day' }, 'metadata.title is "Pay day"'],
    [{ 'metadata.title': '' }, 'metadata.title is ""'],
    [
      { 'spec.type': { $in: ['service', 'website'] } },
      'spec.type is service or website',
    ],
    [
      { 'spec.type': { $in: ['service', 'website'] }, kind: 'Component' },
      '(spec.type is service or website) and kind is Component',
    ],
    [{ 'spec.system': { $exists: true } }, 'spec.system is set'],
    [{ 'spec.system': { $exists: false } }, 'spec.system is not set'],
    [
      { 'metadata.name': { $hasPrefix: 'pay-' } },
      'metadata.name begins with pay-',
    ],
    [{ 'metadata.tags': { $contains: 'pci' } }, 'metadata.tags contains pci'],
    [
      {
        relations: {
          $contains: { type: 'partOf', targetRef: 'system:default/a' },
        },
      },
      'relations contains one where (type is partOf and targetRef is system:default/a)',
    ],
    [
      {
        $all: [
          { kind: 'Component' },
          { $any: [{ 'spec.type': 'service' }, { 'spec.type': 'website' }] },
        ],
      },
      'kind is Component and (spec.type is service or spec.type is website)',
    ],
    [
      {
        $any: [
          { kind: 'Resource' },
          { kind: 'Component', 'spec.type': 'service' },
        ],
      },
      'kind is Resource or (kind is Component and spec.type is service)',
    ],
    [{ $all: [{ kind: 'API' }] }, 'kind is API'],
    [
      { $not: { $any: [{ kind: 'API' }, { kind: 'Group' }] } },
      'not (kind is API or kind is Group)',
    ],
    [{ $all: [] }, 'anything holds'],
    [{}, 'anything holds'],
  ])('%j reads %p', (predicate, words) => {
    expect(describePredicate(predicate)).toBe(words);
  });
});
