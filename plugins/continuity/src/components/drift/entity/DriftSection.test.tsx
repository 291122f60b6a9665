import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { DriftFinding } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import {
  driftEntry,
  driftFinding,
  driftScans,
} from '../../../testing/driftFixtures';
import { failure } from '../../../testing/failure';
import { classified } from '../../../testing/fixtures';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { adoptableOf } from './adoptable';
import { DriftSection } from './DriftSection';

jest.setTimeout(60_000);

const now = Date.now();
const REF = 'component:default/payments-api';

function show(overrides: Partial<ContinuityApi> = {}, address = '/') {
  renderInTestApp(
    <main>
      <DriftSection
        entityRef={REF}
        continuity={{
          state: 'ready',
          value: classified(now),
          refreshing: false,
          retry: () => {},
        }}
      />
    </main>,
    {
      apis: [[continuityApiRef, mockContinuityApi(overrides)]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [address],
    },
  );
}

const group = (name: string) => screen.findByRole('group', { name });
const PRODUCTION = 'production, eu-west-1 against Git';
const STANDBY = 'production-dr, eu-central-1 against production, eu-west-1';

it('shows each field side by side, whose it is, since when and who did it', async () => {
  show();
  const scan = await group(PRODUCTION);
  const [image, replicas, token] = within(
    within(scan).getByRole('list', {
      name: 'apps/Deployment shop/payments-api',
    }),
  ).getAllByRole('listitem');
  expect(image).toHaveTextContent(
    /containers\[name=api\]\.image.*has another value.*Unauthorised.*Desired"registry.*1\.4\.2".*Runs"registry.*hotfix".*No change, deployment or override.*kubectl-edit \(Update\).*written.*1 day ago/,
  );
  expect(replicas).toHaveTextContent(
    /spec\.replicas.*Explained.*Change Raise the payment limits/,
  );
  expect(token).toHaveTextContent(
    /API_TOKEN.*Masked It may be a secret.*no length, no hash/,
  );
  expect(token).not.toHaveTextContent('(masked)');
  expect(scan).toHaveTextContent('2 more findings are only counted');
  expect(scan).toHaveTextContent(
    'Role shop/payments: the cluster refuses to show it',
  );
  expect(scan).toHaveTextContent(/Gone since.*spec\.minReadySeconds/);
  expect(scan).toHaveTextContent(/Revert.*argocd app sync.*Adopt.*bring Git/);
  await expectAccessible(screen.getByRole('main'));
});

it('says of a whole object that it is missing, and of an old scan that it is', async () => {
  show();
  const scan = await group(STANDBY);
  expect(scan).toHaveTextContent('Too old to be relied on');
  expect(
    within(scan).getByRole('list', { name: 'ConfigMap shop/rates' }),
  ).toHaveTextContent(/the object does not run.*Not known who/);
});

it('names places that nobody has compared, with the command', async () => {
  show();
  expect(await screen.findByText('staging against Git')).toBeVisible();
  expect(
    screen.getByText(
      /^continuity drift .*--push --entity component:default\/payments-api --environment production-dr --region eu-central-1$/,
    ),
  ).toBeVisible();
  expect(screen.getAllByText('Not scanned')).toHaveLength(2);
});

it('opens only what the address asks for', async () => {
  show({}, '/?drift=parity:production-dr:eu-central-1');
  expect(await group(STANDBY)).toBeVisible();
  const closed = screen.getByRole('button', { name: PRODUCTION });
  expect(closed).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(closed);
  expect(await group(PRODUCTION)).toBeVisible();
});

it('shows few of many findings, until somebody asks for more', async () => {
  const [scan] = driftScans(now);
  const findings = Array.from({ length: 40 }, (_, at) =>
    driftFinding(now, { id: `f${at}`, label: `spec.field${at}` }),
  );
  show({ getEntityDrift: async () => [{ ...scan, findings }] });
  const shown = await group(PRODUCTION);
  const count = () => within(shown).getAllByText(/^spec\.field/).length;
  expect(count()).toBe(6);
  await userEvent.click(
    screen.getByRole('button', { name: 'Show 34 more findings' }),
  );
  expect(count()).toBe(40);
});

it('says that nothing differs, and shows nothing more', async () => {
  const quiet = {
    ...driftEntry(now),
    findings: [],
    unlisted: 0,
    notCompared: [],
    resolved: [],
    waysOut: [],
  };
  show({ getEntityDrift: async () => [quiet] });
  const button = await screen.findByRole('button', { name: PRODUCTION });
  expect(button).toHaveAttribute('aria-expanded', 'false');
  expect(screen.getByText('In sync')).toBeVisible();
  await userEvent.click(button);
  expect(await group(PRODUCTION)).toHaveTextContent(
    'Everything that was compared is as desired.',
  );
});

it('says that nobody has compared anything, and how to', async () => {
  show({ getEntityDrift: async () => [] });
  expect(
    await screen.findByText(
      'Nobody has compared what runs with what is desired.',
    ),
  ).toBeVisible();
  expect(
    screen.getByText(/--environment production --region eu-west-1$/),
  ).toBeVisible();
});

it.each([
  [404, 'The backend of this portal knows nothing of it.'],
  [403, /continuity\.drift\.read/],
  [500, /The database is away/],
])('says what keeps it from knowing: %s', async (status, message) => {
  show({
    getEntityDrift: async () => {
      throw await failure(status, 'The database is away');
    },
  });
  expect(await screen.findByText(message)).toBeVisible();
  expect(screen.queryByText('In sync')).not.toBeInTheDocument();
});

describe('what may be adopted', () => {
  const [scan] = driftScans(now);
  const of = (findings: DriftFinding[]) => adoptableOf({ ...scan, findings });
  const cut = { state: 'shown', text: '"aaaa…' } as const;

  it.each<[string, Partial<DriftFinding>, object]>([
    [
      'a value that runs',
      {},
      {
        change: 'changed',
        desired: '"registry.example.com/payments-api:1.4.2"',
        live: '"registry.example.com/payments-api:1.4.3-hotfix"',
      },
    ],
    [
      'what does not run any more',
      { change: 'removed', live: undefined },
      {
        change: 'removed',
        desired: '"registry.example.com/payments-api:1.4.2"',
      },
    ],
    [
      'what Git has not',
      { change: 'added', desired: { state: 'absent', text: '(absent)' } },
      {
        change: 'added',
        live: '"registry.example.com/payments-api:1.4.3-hotfix"',
      },
    ],
  ])('%s', (_, more, expected) => {
    const { path, label } = driftFinding(now);
    expect(of([driftFinding(now, more)])).toEqual([
      {
        object: 'apps/Deployment shop/payments-api',
        fields: [{ path, label, ...expected }],
        left: new Map(),
      },
    ]);
  });

  it.each<[string, Partial<DriftFinding>]>([
    ['masked', { live: { state: 'masked', text: '(masked)' } }],
    ['masked', { desired: { state: 'masked', text: '{"a":"(masked)"}' } }],
    ['cut', { live: cut }],
    ['cut', { desired: cut }],
    ['cut', { change: 'removed', desired: cut, live: undefined }],
    ['cut', { live: undefined }],
    ['whole', { change: 'missing' }],
    ['whole', { change: 'extra' }],
    ['place', { path: undefined }],
    ['place', { change: 'not-told' }],
  ])('nothing that is %s: %j', (why, more) => {
    expect(of([driftFinding(now, more)])).toEqual([
      expect.objectContaining({ fields: [], left: new Map([[why, 1]]) }),
    ]);
  });

  it('not more than an address holds', () => {
    const many = Array.from({ length: 40 }, (_, id) =>
      driftFinding(now, {
        id: String(id),
        live: { state: 'shown', text: JSON.stringify('a'.repeat(280)) },
      }),
    );
    const [{ fields, left }] = of(many);
    expect(fields.length).toBeGreaterThan(5);
    expect(JSON.stringify(fields).length).toBeLessThan(5_200);
    expect(left.get('many')).toBe(40 - fields.length);
  });

  it('nothing of what was held against something else than Git', () => {
    expect(adoptableOf({ ...scan, against: 'parity' })).toEqual([]);
  });
});
