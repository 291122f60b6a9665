import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { continuityPermissions } from '@continuity/plugin-continuity-common';
import { ExamplePolicy } from './ExamplePolicy';

const policy = new ExamplePolicy();

const ask = async (name: string, ownershipEntityRefs?: string[]) => {
  const permission = createPermission({ name, attributes: {} });
  const user = ownershipEntityRefs && {
    info: { userEntityRef: 'user:default/someone', ownershipEntityRefs },
  };
  const { result } = await policy.handle(
    { permission },
    user as Parameters<ExamplePolicy['handle']>[1],
  );
  return result;
};

describe('ExamplePolicy', () => {
  it.each(continuityPermissions.map(({ name }) => name))(
    'denies %s to somebody who is not signed in',
    async name => {
      expect(await ask(name)).toBe(AuthorizeResult.DENY);
    },
  );

  it.each([
    ['continuity.gate.read', [], AuthorizeResult.ALLOW],
    ['continuity.gate.decide', [], AuthorizeResult.DENY],
    [
      'continuity.gate.decide',
      ['group:default/change-managers'],
      AuthorizeResult.ALLOW,
    ],
    ['continuity.ledger.read', ['group:default/risk'], AuthorizeResult.ALLOW],
    [
      'continuity.ledger.read',
      ['group:default/team-cards'],
      AuthorizeResult.DENY,
    ],
    ['continuity.override.request', [], AuthorizeResult.ALLOW],
    ['continuity.override.approve', [], AuthorizeResult.ALLOW],
    ['continuity.change.administer', [], AuthorizeResult.DENY],
    ['continuity.something.new', ['group:default/risk'], AuthorizeResult.DENY],
    ['catalog.entity.read', [], AuthorizeResult.ALLOW],
    ['scaffolder.task.create', [], AuthorizeResult.ALLOW],
    ['scaffolder.action.execute', [], AuthorizeResult.ALLOW],
  ])('%s for a member of %p: %s', async (name, refs, expected) => {
    expect(await ask(name, refs)).toBe(expected);
  });

  it('lists a holder for every permission of the suite', async () => {
    const everything = [
      'group:default/change-managers',
      'group:default/on-call',
      'group:default/team-platform',
      'group:default/risk',
    ];
    for (const { name } of continuityPermissions) {
      expect([name, await ask(name, everything)]).toEqual([
        name,
        AuthorizeResult.ALLOW,
      ]);
    }
  });
});
