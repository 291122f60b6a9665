import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { component } from '../catalog/__testUtils__/FakeCatalog';
import { FleetVisibility } from './FleetVisibility';

const CONDITIONAL: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims: ['user:default/anna'] },
  },
};

function setUp(decision: PolicyDecision) {
  const clock = { now: 0 };
  const catalog = catalogServiceMock({
    entities: ['a', 'b'].map(name => component(name)),
  });
  const stream = jest.spyOn(catalog, 'streamEntities');
  const state = { decision };
  const visibility = new FleetVisibility({
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [state.decision],
    }),
    catalog,
    now: () => clock.now,
  });
  return { clock, catalog, stream, state, visibility };
}

function person(ref: string) {
  return { credentials: mockCredentials.user(ref), ref, isService: false };
}

const anna = person('user:default/anna');
const bert = person('user:default/bert');
const pipeline = {
  credentials: mockCredentials.service(),
  ref: 'service:pipeline',
  isService: true,
};

describe('FleetVisibility', () => {
  it('asks the catalog nothing when all or nothing is allowed', async () => {
    const all = setUp({ result: AuthorizeResult.ALLOW });
    expect(await all.visibility.visibleTo(anna)).toBe('all');
    const none = setUp({ result: AuthorizeResult.DENY });
    expect(await none.visibility.visibleTo(anna)).toEqual(new Set());
    expect(all.stream).not.toHaveBeenCalled();
    expect(none.stream).not.toHaveBeenCalled();
  });

  it('shows everything to a service, whatever the catalog says of its token', async () => {
    const { stream, visibility } = setUp({ result: AuthorizeResult.DENY });
    expect(await visibility.visibleTo(pipeline)).toBe('all');
    expect(stream).not.toHaveBeenCalled();
  });

  it('has the catalog apply conditions, as the caller', async () => {
    const { stream, visibility } = setUp(CONDITIONAL);
    expect(await visibility.visibleTo(anna)).toEqual(
      new Set(['component:default/a', 'component:default/b']),
    );
    expect(stream.mock.calls[0][1]).toEqual({
      credentials: anna.credentials,
    });
  });

  it('remembers for a while, each caller by themselves', async () => {
    const { clock, stream, visibility } = setUp(CONDITIONAL);
    await Promise.all([visibility.visibleTo(anna), visibility.visibleTo(anna)]);
    expect(stream).toHaveBeenCalledTimes(1);
    await visibility.visibleTo(bert);
    expect(stream).toHaveBeenCalledTimes(2);
    clock.now += 30_000;
    await visibility.visibleTo(anna);
    expect(stream).toHaveBeenCalledTimes(3);
  });

  it('asks anew when the conditions change', async () => {
    const { state, visibility, stream } = setUp(CONDITIONAL);
    await visibility.visibleTo(anna);
    state.decision = { result: AuthorizeResult.DENY };
    expect(await visibility.visibleTo(anna)).toEqual(new Set());
    expect(stream).toHaveBeenCalledTimes(1);
  });

  it('shows nothing when the catalog cannot be asked, and forgets the failure', async () => {
    const { stream, visibility } = setUp(CONDITIONAL);
    stream.mockImplementationOnce(async function* broken() {
      throw new Error('The catalog went away');
      // eslint-disable-next-line no-unreachable
      yield [];
    });
    await expect(visibility.visibleTo(anna)).rejects.toThrow('went away');
    expect(await visibility.visibleTo(anna)).toHaveProperty('size', 2);
  });
});
