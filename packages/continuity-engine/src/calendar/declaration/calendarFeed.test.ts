import { formatProblem } from '../../time';
import { feedUrlProblem, maskFeedUrl } from './feedUrl';
import { parseFreezeCalendar } from './parseFreezeCalendar';

const feed = {
  url: 'https://calendar.example.com/ical/s3cret/basic.ics?token=s3cret',
  reason: 'A public holiday',
};

const calendar = (spec: object, metadata: object = {}) => ({
  apiVersion: 'continuity.dev/v1',
  kind: 'FreezeCalendar',
  metadata: { name: 'holidays', namespace: 'hr', ...metadata },
  spec: { owner: 'people-team', timezone: 'Europe/Zurich', ...spec },
});

const problemsOf = (spec: object, tierIds?: string[]) =>
  parseFreezeCalendar(calendar(spec), { tierIds }).problems.map(formatProblem);

describe('a calendar that follows a feed', () => {
  it('has no windows of its own, and says how its events become windows', () => {
    expect(parseFreezeCalendar(calendar({ feed }))).toEqual({
      calendar: {
        ref: 'freezecalendar:hr/holidays',
        title: 'holidays',
        owner: 'group:hr/people-team',
        origin: { kind: 'feed', url: 'https://calendar.example.com/ical/…' },
        windows: [],
      },
      feed: {
        ...feed,
        effect: 'freeze',
        enforcement: 'block',
        timezone: 'Europe/Zurich',
        scope: {},
      },
      problems: [],
    });
  });

  it('takes everything at once, with refs in its own namespace', () => {
    const { feed: read, problems } = parseFreezeCalendar(
      calendar({
        scope: { systems: ['payroll'], except: {} },
        feed: {
          ...feed,
          effect: 'maintenance',
          enforcement: 'approval',
          categories: ['Bank holiday'],
          scopes: [
            { category: 'Bank holiday', scope: { systems: ['payments'] } },
            { category: 'Half day', scope: { except: {} } },
          ],
        },
      }),
    );
    expect(problems).toEqual([]);
    expect(read).toEqual({
      ...feed,
      effect: 'maintenance',
      enforcement: 'approval',
      categories: ['Bank holiday'],
      timezone: 'Europe/Zurich',
      scope: { systems: ['system:hr/payroll'] },
      scopes: [
        {
          category: 'Bank holiday',
          scope: { systems: ['system:hr/payments'] },
        },
        // Kept: it says that the calendar's exceptions do not apply.
        { category: 'Half day', scope: { except: {} } },
      ],
    });
  });

  it.each<[object, string | RegExp]>([
    [
      {},
      'spec.windows: is missing, and so is feed; expected one of them, e.g. a list of windows',
    ],
    [
      {
        feed,
        windows: [{ id: 'a', title: 'A', reason: 'r', start: '2026-01-01' }],
      },
      'spec.feed: stands beside windows; expected one of them, or two calendars',
    ],
    [{ feed: 'https://x' }, 'spec.feed: "https://x" is not a calendar feed'],
    [{ feed: null }, 'spec.feed: null is not a calendar feed'],
    [
      { feed: { url: feed.url } },
      'spec.feed.reason: is missing; expected a text',
    ],
    [{ feed: { ...feed, url: 7 } }, 'spec.feed.url: 7 is not an https address'],
    [
      { feed: { ...feed, interval: 'PT1H' } },
      /^spec\.feed\.interval: "interval" is not known here/,
    ],
    [
      { feed: { ...feed, categories: [] } },
      'spec.feed.categories: [] is not a list of categories, not empty',
    ],
    [
      { feed: { ...feed, scopes: [{ category: 'a' }] } },
      'spec.feed.scopes.0.scope: is missing; expected a scope',
    ],
    [
      {
        feed: {
          ...feed,
          scopes: [
            { category: 'a', scope: {} },
            { category: 'a', scope: {} },
          ],
        },
      },
      'spec.feed.scopes.1.category: "a" stands at spec.feed.scopes.0 already; expected each category once',
    ],
    [
      {
        feed: {
          ...feed,
          scopes: [{ category: 'a', scope: { tiers: ['tier-9'] } }],
        },
      },
      'spec.feed.scopes.0.scope.tiers.0: "tier-9" is not a tier; expected one of tier-1, unclassified',
    ],
    [
      { feed, scope: { systems: ['group:a'] } },
      /^spec\.scope\.systems\.0: "group:a" is not a reference to a system/,
    ],
  ])('refuses %j', (spec, message) => {
    const problems = problemsOf(spec, ['tier-1']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });
});

describe('the address of a feed', () => {
  it.each([
    'https://example.com/a.ics',
    'HTTPS://example.com:8443/a/b.ics?x=1',
    'http://localhost:7007/a.ics',
    'http://127.0.0.1/a.ics',
  ])('%s is accepted', url => {
    expect(feedUrlProblem(url)).toBeUndefined();
  });

  it.each<[string, string]>([
    [
      'holidays.ics',
      'is not an address; expected one such as https://example.com/holidays.ics',
    ],
    [
      'http://example.com/team/s3cret.ics',
      '"http://example.com/team/…" is not an https address; expected https://example.com/…',
    ],
    [
      'http://localhost.example.com/a.ics',
      '"http://localhost.example.com/…" is not an https address; expected https://localhost.example.com/…',
    ],
    [
      'webcal://example.com/a.ics',
      '"webcal://example.com/…" is not an https address; expected https://example.com/…',
    ],
    [
      'file:///etc/passwd',
      '"file:///etc/…" is not an https address; expected https://example.com/…',
    ],
    [
      'https://jane:s3cret@example.com/a.ics',
      '"https://example.com/…" carries a user name or password, which everybody who sees the entity could read; expected an address without',
    ],
    [
      'https://s3cret@example.com/a.ics',
      '"https://example.com/…" carries a user name or password, which everybody who sees the entity could read; expected an address without',
    ],
    [
      `https://example.com/${'a'.repeat(2_000)}`,
      'is 2020 characters long; expected at most 2000',
    ],
  ])('%s is refused: it %s', (url, problem) => {
    expect(feedUrlProblem(url)).toBe(problem);
    expect(problem).not.toContain('s3cret');
  });

  it.each([
    ['https://example.com/team/s3cret/a.ics', 'https://example.com/team/…'],
    ['https://example.com:8443/team/a.ics', 'https://example.com:8443/team/…'],
    // A path of one segment may be the secret itself.
    ['https://example.com/s3cret.ics', 'https://example.com/…'],
    ['https://example.com/?token=s3cret', 'https://example.com/…'],
    [
      'https://example.com/team/a.ics?s3cret#s3cret',
      'https://example.com/team/…',
    ],
    ['https://jane:s3cret@example.com/team/a', 'https://example.com/team/…'],
    ['s3cret', '…'],
  ])('%s is shown as %s', (url, shown) => {
    expect(maskFeedUrl(url)).toBe(shown);
  });
});

describe('where a calendar is edited', () => {
  const windows = [{ id: 'a', title: 'A', reason: 'r', start: '2026-01-01' }];
  const edit = 'https://git.example.com/edit';
  const view = 'https://git.example.com/view';

  it.each<[object | undefined, string | undefined]>([
    [{ 'backstage.io/edit-url': edit, 'backstage.io/view-url': view }, edit],
    [{ 'backstage.io/view-url': view }, view],
    [
      {
        'backstage.io/edit-url': ['javascript', 'alert(1)'].join(':'),
        'backstage.io/view-url': view,
      },
      view,
    ],
    [{ 'backstage.io/edit-url': 7 }, undefined],
    [undefined, undefined],
  ])('%j says %s', (annotations, editUrl) => {
    const more = editUrl === undefined ? {} : { editUrl };
    const metadata = { annotations };
    expect(
      parseFreezeCalendar(calendar({ windows }, metadata)).calendar?.origin,
    ).toEqual({ kind: 'catalog', ...more });
    expect(
      parseFreezeCalendar(calendar({ feed }, metadata)).calendar?.origin,
    ).toEqual({
      kind: 'feed',
      url: 'https://calendar.example.com/ical/…',
      ...more,
    });
  });
});
