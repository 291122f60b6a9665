import { continuityPermissions } from './permissions';

describe('continuityPermissions', () => {
  it.each([
    ['continuity.evidence.create', 'create'],
    ['continuity.evidence.read', 'read'],
    ['continuity.gate.decide', 'create'],
    ['continuity.gate.read', 'read'],
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
      20,
    );
    expect(continuityPermissions).toHaveLength(20);
  });
});
