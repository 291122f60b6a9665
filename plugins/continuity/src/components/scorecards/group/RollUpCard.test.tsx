import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { Entity } from '@backstage/catalog-model';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { screen, waitFor, within } from '@testing-library/react';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { rootRouteRef } from '../../../routes';
import { failure } from '../../../testing/failure';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { scorecardSummary } from '../../../testing/scorecardFixtures';
import { HomeScorecards } from '../home/HomeScorecards';
import { RollUpCard } from './RollUpCard';

jest.setTimeout(60_000);

const group = (name: string, ...children: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  relations: children.map(child => ({
    type: 'parentOf',
    targetRef: `group:default/${child}`,
  })),
});
const system: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'payments', namespace: 'default' },
};
const TEAM = 'group:default/team-payments';

function show(element: JSX.Element, overrides: Partial<ContinuityApi> = {}) {
  const getScorecardSummary = jest.fn<
    ReturnType<ContinuityApi['getScorecardSummary']>,
    Parameters<ContinuityApi['getScorecardSummary']>
  >(async () => scorecardSummary());
  renderInTestApp(<main>{element}</main>, {
    apis: [
      [
        continuityApiRef,
        mockContinuityApi({ getScorecardSummary, ...overrides }),
      ],
      [catalogApiRef, catalogApiMock({ entities: [group('team-payments')] })],
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: 'user:default/anna',
          ownershipEntityRefs: ['user:default/anna', TEAM],
        }),
      ],
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/continuity': rootRouteRef,
    },
  });
  return getScorecardSummary;
}

const cardOf = (entity: Entity) => (
  <EntityProvider entity={entity}>
    <RollUpCard />
  </EntityProvider>
);

/** The first scorecard, once it has something to say. */
const saying = async (words: string | RegExp) => {
  const article = await screen.findByRole('article', {
    name: 'Rollback readiness',
  });
  await waitFor(() => expect(article).toHaveTextContent(words));
  return article;
};

it('says where the services of a group and of those below it stand', async () => {
  const asked = show(cardOf(group('it', 'team-payments')));
  const article = await saying(/As a whole.*Level Planned/);
  const [worst, unowned] = within(
    await within(article).findByRole('list', { name: 'Rolled up' }),
  ).getAllByRole('listitem');
  expect(asked).toHaveBeenCalledWith(
    'rollback-readiness',
    { owner: ['group:default/it', TEAM], by: 'owner' },
    expect.anything(),
  );
  // The worst in the strictest tier; one service on the top level hides nothing.
  expect(article).toHaveTextContent(
    '1 of 2 services of Mission critical is below Proven.',
  );
  expect(article).toHaveTextContent(/The greatest risk: Payments API/);
  expect(worst).toHaveTextContent(/team-payments.*Level Planned.*3 services/);
  expect(unowned).toHaveTextContent(/Nothing to judge.*1 service/);
  await expectAccessible(screen.getByRole('main'));
});

it('says where the services of a system stand', async () => {
  const asked = show(cardOf(system));
  expect(await saying(/Level Planned/)).toBeVisible();
  expect(asked).toHaveBeenCalledWith(
    'rollback-readiness',
    { system: ['system:default/payments'], by: 'owner' },
    expect.anything(),
  );
});

it('names the groups of the greatest risk, and says how many more there are', async () => {
  const { total, groups } = scorecardSummary();
  show(cardOf(group('bank')), {
    getScorecardSummary: async () => ({
      total,
      groups: Array.from({ length: 7 }, (_, index) => ({
        ...groups[0],
        group: `group:default/team-${index}`,
      })),
    }),
  });
  const article = await saying(/2 other groups; the roll-up/);
  expect(within(article).getAllByRole('listitem')).toHaveLength(5);
});

it('says so where a scorecard is about none of them', async () => {
  const { total } = scorecardSummary();
  show(cardOf(system), {
    getScorecardSummary: async () => ({
      total: { ...total, services: 0, byTier: [], worst: [] },
      groups: [],
    }),
  });
  expect(
    await saying(
      'No service here has a result on it: it is about none of them, or they still wait to be judged.',
    ),
  ).toBeVisible();
});

it('says so where it cannot be asked', async () => {
  show(cardOf(system), {
    getScorecardSummary: async () => {
      throw await failure(503, 'The database is down');
    },
  });
  expect(
    await saying(/could not be loaded.*The database is down/),
  ).toBeVisible();
});

it("says on a home page where the reader's services stand", async () => {
  const asked = show(<HomeScorecards />);
  expect(await saying(/Level Planned/)).toBeVisible();
  expect(asked).toHaveBeenCalledWith(
    'rollback-readiness',
    { owner: ['user:default/anna', TEAM], by: 'owner' },
    expect.anything(),
  );
  await expectAccessible(screen.getByRole('main'));
});
