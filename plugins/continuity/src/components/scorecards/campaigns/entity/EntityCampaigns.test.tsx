import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { screen, waitFor } from '@testing-library/react';
import { expectAccessible } from '../../../../__testUtils__/expectAccessible';
import { entityCampaign } from '../../../../testing/campaignFixtures';
import { failure } from '../../../../testing/failure';
import { mockContinuityApi } from '../../../../testing/mockContinuityApi';
import {
  PAYMENTS,
  rollbackOfPayments,
} from '../../../../testing/scorecardFixtures';
import { EntityCampaigns } from './EntityCampaigns';

jest.setTimeout(60_000);

const now = Date.now();

const show = (listEntityCampaigns: ContinuityApi['listEntityCampaigns']) =>
  renderInTestApp(
    <main>
      <EntityCampaigns
        entityRef={PAYMENTS}
        scorecards={[rollbackOfPayments(now)]}
      />
    </main>,
    {
      apis: [[continuityApiRef, mockContinuityApi({ listEntityCampaigns })]],
    },
  );

it('says what is asked, by when, and what is still in the way', async () => {
  show(async () => [
    entityCampaign(now),
    entityCampaign(now, {
      id: '0190b6a2-7c1e-7b0a-9f3e-0000000000c2',
      title: 'Next year',
      state: 'planned',
      standing: 'reached',
      missing: [],
    }),
  ]);
  const list = await screen.findByRole('list', { name: 'Campaigns' });
  expect(
    [...list.querySelectorAll('li')].map(({ textContent }) => textContent),
  ).toEqual([
    expect.stringMatching(
      /^Not thereThe campaign Rehearse going back: Stand on Proven of Rollback readiness by the end of .*\(Europe\/Zurich\) \(in .*\)\. Still in the way: Rehearsal\.$/,
    ),
    expect.stringMatching(/^ThereThe campaign Next year: .* It has not begun/),
  ]);
  await expectAccessible(screen.getByRole('main'));
});

it.each<[string, ContinuityApi['listEntityCampaigns']]>([
  ['none asks anything', async () => []],
  [
    'they may not be seen',
    async () => {
      throw await failure(403, 'No');
    },
  ],
])('is silent where %s', async (_, answer) => {
  const asked = jest.fn(answer);
  show(asked);
  await waitFor(() => expect(asked).toHaveBeenCalled());
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(screen.getByRole('main')).toBeEmptyDOMElement();
});

it('says when nobody knows', async () => {
  show(async () => {
    throw await failure(500, 'Out of memory');
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('Out of memory');
});
