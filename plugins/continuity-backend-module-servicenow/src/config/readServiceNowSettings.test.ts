import { ConfigReader } from '@backstage/config';
import { readServiceNowSettings } from './readServiceNowSettings';

const SECRET = 's3cret-of-the-user';
const minimal = {
  url: 'https://example.service-now.com/',
  auth: { type: 'basic', username: 'continuity', password: SECRET },
};

const read = (servicenow: unknown) =>
  readServiceNowSettings(
    new ConfigReader(
      JSON.parse(
        JSON.stringify({ continuity: { connectors: { servicenow } } }),
      ),
    ),
  );

it('reads nothing where nothing is configured', () => {
  expect(readServiceNowSettings(new ConfigReader({}))).toBeUndefined();
});

it('takes what is absent for the usual', () => {
  const settings = read(minimal);
  expect(settings).toMatchObject({
    url: 'https://example.service-now.com',
    approvals: 'show',
    pollSeconds: 60,
    timeoutMs: 20_000,
    annotation: 'servicenow.com/cmdb-ci',
    types: { standard: { type: 'normal' }, emergency: { type: 'emergency' } },
    toThere: { 'awaiting-approval': '-4', cancelled: '4' },
  });
  expect([...(settings?.fromThere ?? [])]).toEqual([['4', 'cancel']]);
  expect(settings?.drafts).toBeUndefined();
  expect(settings?.fields.get('short_description')).toEqual([
    { word: 'title' },
  ]);
});

it('takes what is configured', () => {
  const settings = read({
    ...minimal,
    pollInterval: 'PT30S',
    timeout: { seconds: 5 },
    approvals: 'count',
    types: { standard: { template: 'a'.repeat(32) } },
    assignmentGroup: 'b'.repeat(32),
    fields: { justification: 'See {{url}}, {{ class }}', cmdb_ci: false },
    states: {
      toServiceNow: { approved: 10 },
      fromServiceNow: { '-1': 'start', '4': 'none' },
    },
    drafts: { query: 'category=Software^state=-5', environments: ['staging'] },
  });
  expect(settings).toMatchObject({
    pollSeconds: 30,
    timeoutMs: 5_000,
    approvals: 'count',
    types: { standard: { template: 'a'.repeat(32) } },
    toThere: { approved: '10', scheduled: '-2' },
    drafts: { byName: true, environments: ['staging'] },
  });
  expect([...(settings?.fromThere ?? [])]).toEqual([['-1', 'start']]);
  expect(settings?.fields.get('assignment_group')).toEqual(['b'.repeat(32)]);
  expect(settings?.fields.get('justification')).toEqual([
    'See ',
    { word: 'url' },
    ', ',
    { word: 'class' },
  ]);
  expect(settings?.fields.has('cmdb_ci')).toBe(false);
});

it.each([
  ['url', { url: undefined }, /servicenow\.url: expected the https address/],
  ['url', { url: 'http://example.com' }, /servicenow\.url: expected the https/],
  [
    'url',
    { url: 'https://me:pw@example.com' },
    /servicenow\.url: expected the https/,
  ],
  ['auth', { auth: { type: 'none' } }, /servicenow\.auth.*expected \{ type/],
  [
    'auth.password',
    { auth: { type: 'basic', username: 'continuity' } },
    /servicenow\.auth\.password: expected the password/,
  ],
  [
    'auth.clientSecret',
    { auth: { type: 'oauth', clientId: 'x' } },
    /servicenow\.auth\.clientSecret: expected the client secret/,
  ],
  [
    'approvals',
    { approvals: 'yes' },
    /servicenow\.approvals: expected show or/,
  ],
  [
    'pollInterval',
    { pollInterval: 'PT1S' },
    /servicenow\.pollInterval: expected from 10 to 3600 seconds/,
  ],
  ['timeout', { timeout: 'soon' }, /servicenow\.timeout: .*soon/],
  [
    'types.major',
    { types: { major: { template: 'Reboot' } } },
    /servicenow\.types\.major.*expected a sys_id/,
  ],
  [
    'assignmentGroup',
    { assignmentGroup: 'Network' },
    /servicenow\.assignmentGroup: expected a sys_id/,
  ],
  [
    'a placeholder',
    { fields: { justification: '{{ titel }}' } },
    /servicenow\.fields\.justification: "\{\{ titel \}\}" is not known; expected one of .*title/,
  ],
  [
    'a column of the platform',
    { fields: { sys_updated_on: '{{ start }}' } },
    /servicenow\.fields\.sys_updated_on: the connector or the platform/,
  ],
  [
    'the column that it finds records by',
    { fields: { correlation_id: 'x' } },
    /servicenow\.fields\.correlation_id: the connector/,
  ],
  [
    'a state',
    { states: { toServiceNow: { done: '3' } } },
    /servicenow\.states\.toServiceNow/,
  ],
  [
    'a move',
    { states: { fromServiceNow: { '3': 'close' } } },
    /servicenow\.states\.fromServiceNow\.3: expected cancel, schedule/,
  ],
  [
    'drafts.query',
    { drafts: { query: 'state=-5^NQstate=3' } },
    /servicenow\.drafts\.query: expected an encoded query without/,
  ],
  ['a key', { polling: 1 }, /servicenow: there is no polling/],
])('names %s when it is wrong, and no secret', (_, more, message) => {
  const wrong = () => read({ ...minimal, ...more });
  expect(wrong).toThrow(message);
  expect(wrong).not.toThrow(SECRET);
});
