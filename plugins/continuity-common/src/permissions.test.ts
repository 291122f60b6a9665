import { continuityPermissions } from './permissions';

describe('continuityPermissions', () => {
  it.each([
    ['continuity.evidence.create', 'create'],
    ['continuity.evidence.read', 'read'],
    ['continuity.gate.decide', 'create'],
    ['continuity.gate.read', 'read'],
    ['continuity.gate.rotate-key', 'update'],
    ['continuity.fleet.read', 'read'],
    ['continuity.entity.read', 'read'],
    ['continuity.ledger.read', 'read'],
    ['continuity.status.read', 'read'],
    ['continuity.operations.read', 'read'],
    ['continuity.operations.retry', 'update'],
    ['continuity.graph.read', 'read'],
    ['continuity.graph.exempt', 'create'],
    ['continuity.graph.approve', 'update'],
    ['continuity.saas.decide', 'update'],
    ['continuity.change.read', 'read'],
    ['continuity.change.create', 'create'],
    ['continuity.change.update', 'update'],
    ['continuity.change.approve', 'update'],
    ['continuity.change.implement', 'update'],
    ['continuity.change.administer', 'update'],
    ['continuity.override.request', 'create'],
    ['continuity.override.approve', 'update'],
    ['continuity.override.review', 'update'],
    ['continuity.scorecard.read', 'read'],
    ['continuity.scorecard.exempt', 'create'],
    ['continuity.scorecard.approve', 'update'],
    ['continuity.campaign.read', 'read'],
    ['continuity.campaign.create', 'create'],
    ['continuity.campaign.update', 'update'],
    ['continuity.campaign.administer', 'update'],
    ['continuity.drift.read', 'read'],
    ['continuity.baseline.propose', 'create'],
    ['continuity.baseline.promote', 'update'],
  ])('has %s', (name, action) => {
    // Policies and access restrictions of tokens name them: they are a contract.
    expect(continuityPermissions).toContainEqual({
      type: 'basic',
      name,
      attributes: { action },
    });
  });

  it('has no others', () => {
    expect(new Set(continuityPermissions.map(({ name }) => name)).size).toBe(
      40,
    );
    expect(continuityPermissions).toHaveLength(40);
  });
});
