import type { Entity } from '@backstage/catalog-model';
import { defaultTierSettings, describeContinuity } from '../tiers';
import { checkCampaign } from './checkCampaign';
import { isInCampaign } from './isInCampaign';
import type { CampaignContent, CampaignScope } from './types';

const now = Date.parse('2027-01-15T23:30:00Z');

const good: CampaignContent = {
  title: 'Rehearse',
  description: 'Because we never tried.',
  scorecard: 'readiness',
  level: 'proven',
  scope: {},
  startsOn: '2027-01-16',
  endsOn: '2027-03-31',
  timezone: 'Europe/Zurich',
  owner: 'group:default/platform',
  reminders: [14, 1],
};

const vocabulary = {
  scorecards: [
    {
      id: 'readiness',
      levels: [{ id: 'proven', title: 'Proven', requires: [] }],
    },
  ],
  tierIds: ['tier-1', 'tier-2'],
  now,
};

describe('what can be wrong with a campaign', () => {
  it('nothing', () => {
    expect(checkCampaign(good, vocabulary)).toEqual([]);
    expect(
      checkCampaign(
        {
          ...good,
          scope: {
            owners: ['none'],
            tiers: ['unclassified', 'tier-1'],
            entities: { 'spec.type': 'service' },
          },
        },
        vocabulary,
      ),
    ).toEqual([]);
  });

  it.each<[Partial<CampaignContent>, string, RegExp]>([
    [{ title: ' ' }, 'title', /is empty/],
    [{ description: '\n' }, 'description', /is empty/],
    [{ scorecard: 'x' }, 'scorecard', /"x" is not one of readiness/],
    [{ level: 'x' }, 'level', /"x" is not one of proven/],
    [{ scope: { tiers: ['tier-1', 'x'] } }, 'scope.tiers.1', /not one of/],
    [
      { scope: { entities: { 'spec.type': { $bad: 1 } } as never } },
      'scope.entities',
      /not a filter predicate/,
    ],
    [{ startsOn: '2027-02-30' }, 'startsOn', /not a day/],
    [{ endsOn: 'soon' }, 'endsOn', /not a day/],
    [{ timezone: 'Mars/Base' }, 'timezone', /not an IANA time zone/],
    // In Zurich the 15th is over already.
    [{ startsOn: '2027-01-15' }, 'startsOn', /expected 2027-01-16 or later/],
    [{ endsOn: '2027-01-15' }, 'endsOn', /before the first day/],
    [{ endsOn: '2029-01-17' }, 'endsOn', /more than 731 days/],
    [{ reminders: [7, 90] }, 'reminders.1', /before the first day/],
    [{ reminders: [7, 7] }, 'reminders.1', /twice/],
  ])('%j', (change, path, message) => {
    expect(checkCampaign({ ...good, ...change }, vocabulary)).toEqual([
      { path, message: expect.stringMatching(message) },
    ]);
  });

  it('a campaign that runs keeps its first day, and not one that is over', () => {
    const old = { ...good, startsOn: '2027-01-01' };
    expect(
      checkCampaign(old, { ...vocabulary, startedOn: '2027-01-01' }),
    ).toEqual([]);
    expect(
      checkCampaign(
        { ...old, endsOn: '2027-01-15', reminders: [] },
        { ...vocabulary, startedOn: '2027-01-01' },
      ),
    ).toEqual([{ path: 'endsOn', message: expect.stringMatching(/is over/) }]);
  });
});

describe('which services a campaign is for', () => {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', labels: { area: 'sales' } },
    spec: { type: 'service' },
  };
  const subject = (tier?: string) => ({
    entity,
    profile: describeContinuity(tier && { tier }, defaultTierSettings),
    owner: 'group:default/a',
    systems: ['system:default/s', 'system:default/t'],
  });

  it.each<[CampaignScope, boolean]>([
    [{}, true],
    [{ owners: ['group:default/a', 'none'] }, true],
    [{ owners: ['none'] }, false],
    [{ systems: ['system:default/t'] }, true],
    [{ systems: ['none'] }, false],
    [{ tiers: ['tier-1'] }, true],
    [{ tiers: ['tier-2', 'unclassified'] }, false],
    [{ entities: { 'metadata.labels.area': 'sales' } }, true],
    [{ entities: { 'metadata.labels.area': 'other' } }, false],
    // All hold together.
    [{ owners: ['group:default/a'], tiers: ['tier-2'] }, false],
  ])('%j: %p', (scope, isIn) => {
    expect(isInCampaign({ audience: {} }, scope, subject('tier-1'))).toBe(isIn);
  });

  it('only those that the scorecard is for', () => {
    expect(
      isInCampaign({ audience: { tiers: ['tier-2'] } }, {}, subject('tier-1')),
    ).toBe(false);
  });

  it('those without owner, system and tier by their words', () => {
    const { owner: _, ...bare } = { ...subject(), systems: [] };
    expect(
      isInCampaign(
        { audience: {} },
        { owners: ['none'], systems: ['none'], tiers: ['unclassified'] },
        bare,
      ),
    ).toBe(true);
  });
});
