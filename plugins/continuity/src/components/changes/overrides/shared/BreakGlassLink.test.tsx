import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import { screen } from '@testing-library/react';
import { denied } from '../../../../testing/fixtures';
import { FREEZE_RULE } from '../../../../testing/overrideFixtures';
import { BreakGlassLink } from './BreakGlassLink';

const mockBase = jest.fn<string | undefined, []>();
jest.mock('../../shared/useChangePaths', () => ({
  useChangePaths: () => {
    const base = mockBase();
    return base && { page: (page: string) => `${base}/${page}` };
  },
}));

const decision = (part: Partial<GateDecision> = {}): GateDecision => ({
  ...denied(Date.now(), {
    entity: 'component:default/payments-api',
    environment: 'production',
    region: 'eu-west-1',
  }),
  ...part,
});

const show = (shown: GateDecision) =>
  renderInTestApp(
    <>
      <p>The answer</p>
      <BreakGlassLink decision={shown} />
    </>,
  );

beforeEach(() => mockBase.mockReturnValue('/continuity/changes'));

it('leads to a form that is filled in with what may be passed over', async () => {
  show(decision());
  const link = await screen.findByRole('button', {
    name: 'Break the glass for production, eu-west-1…',
  });
  const address = new URL(link.getAttribute('href') ?? '', 'http://localhost');
  expect(address.pathname).toBe('/continuity/changes/overrides/new');
  expect([...address.searchParams]).toEqual([
    ['rules', FREEZE_RULE],
    ['entities', 'component:default/payments-api'],
    ['environments', 'production'],
    ['regions', 'eu-west-1'],
  ]);
});

it.each<[string, GateDecision, string?]>([
  ['it is open', decision({ verdict: 'allow' }), '/continuity/changes'],
  [
    'no policy lets anything be overridden',
    decision({
      reasons: decision().reasons.map(reason => ({
        ...reason,
        overridable: undefined,
      })),
    }),
    '/continuity/changes',
  ],
  ['the portal has no page of changes', decision(), undefined],
])('is not there where %s', async (_, shown, base) => {
  mockBase.mockReturnValue(base);
  show(shown);
  expect(await screen.findByText('The answer')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});
