import type { ChangeRecord } from '@continuity/plugin-continuity-common';
import type { ContinuityApi } from '@continuity/plugin-continuity-react';
import { screen, within } from '@testing-library/react';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { showPage } from '../../../__testUtils__/showPage';
import {
  CHANGE_ID,
  change,
  changeRevisions,
  changeTimeline,
} from '../../../testing/changeFixtures';

jest.setTimeout(60_000);

const now = Date.now();
const PATIENCE = { timeout: 20_000 };
const at = new Date(now - 60_000).toISOString();

const record: ChangeRecord = {
  connector: 'servicenow',
  title: 'ServiceNow',
  number: 'CHG0030192',
  url: 'https://example.service-now.com/change_request.do?sys_id=1',
  state: 'Authorize',
  revision: 3,
  synchronisedAt: at,
  problems: [],
  decisions: [],
};

function show(listChangeRecords: ContinuityApi['listChangeRecords']) {
  showPage(`/changes/${CHANGE_ID}`, {
    getChange: async () => change(now),
    listChangeTimeline: async () => changeTimeline(now),
    listChangeRevisions: async () => changeRevisions(now),
    listChangeRecords,
  });
}

const section = () =>
  screen.findByRole('region', { name: 'In other systems' }, PATIENCE);

it('says what the change is elsewhere, and leads there', async () => {
  show(async () => [record]);
  const region = await section();
  expect(region).toHaveTextContent(
    /In step ServiceNow: CHG0030192.*, Authorize.*Synchronised/,
  );
  expect(
    within(region).getByRole('link', { name: /CHG0030192/ }),
  ).toHaveAttribute('href', record.url);
  await expectAccessible(region);
});

it('says what could not be carried over, and what to do', async () => {
  show(async () => [
    {
      ...record,
      problems: [
        { reason: 'It is Closed there.', remedy: 'Set it back there.', at },
      ],
    },
    {
      connector: 'other',
      title: 'Other',
      problems: [],
      decisions: [],
      waiting: {
        changeId: CHANGE_ID,
        revision: 3,
        since: at,
        attempts: 1,
        refused: true,
        writing: false,
        problem: { reason: 'It refused.', remedy: 'Correct the group.', at },
      },
    },
  ]);
  expect(await section()).toHaveTextContent(
    /Not in step ServiceNow.*It is Closed there\.What to do: Set it back there\..*Other: no record yet.*It refused\.What to do: Correct the group\./,
  );
});

it('says what people decided there, and what it is worth here', async () => {
  show(async () => [
    {
      ...record,
      decisions: [
        {
          by: 'user:default/ben.oduya',
          decision: 'approve',
          at,
          outcome: 'counted',
        },
        {
          by: 'Mia There',
          decision: 'reject',
          at,
          outcome: 'shown',
          note: 'No user of the catalog has that address.',
          remedy: 'Decide here.',
        },
      ],
    },
  ]);
  expect(await section()).toHaveTextContent(
    /ben\.oduya: approved.*It counts here, too\..*Mia There: refused.*It does not count here\. No user of the catalog has that address\. Decide here\./,
  );
});

it('says nothing where no other system has it', async () => {
  show(async () => []);
  await screen.findByRole('region', { name: 'In the way' }, PATIENCE);
  expect(screen.queryByRole('region', { name: 'In other systems' })).toBeNull();
});

it('says that it could not be asked', async () => {
  show(async () => {
    throw new Error('The database is away');
  });
  expect(await section()).toHaveTextContent('The database is away');
});
