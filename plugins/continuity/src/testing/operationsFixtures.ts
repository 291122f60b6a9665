import type {
  Collector,
  Connector,
  FollowedFeed,
  LedgerFollower,
  SetAsideEntry,
} from '@continuity/plugin-continuity-common';

const MINUTE = 60_000;

const at = (now: number, minutes: number) =>
  new Date(now + minutes * MINUTE).toISOString();

/** One that stands, one that is up to date, and one that nothing runs any more. */
export function ledgerFollowers(now: number): {
  entries: number;
  items: LedgerFollower[];
} {
  return {
    entries: 120,
    items: [
      {
        name: 'calendar-notifications',
        active: true,
        nextIndex: 120,
        lag: 0,
        attempts: 0,
        setAside: 0,
      },
      {
        name: 'freeze-notifications',
        active: true,
        nextIndex: 117,
        lag: 3,
        waitingSince: at(now, -20),
        attempts: 2,
        failing: {
          problem: '503 from notifications',
          since: at(now, -20),
          retryAt: at(now, 4),
        },
        setAside: 1,
      },
      {
        name: 'siem',
        active: false,
        nextIndex: 40,
        lag: 80,
        waitingSince: at(now, -9000),
        attempts: 0,
        setAside: 0,
      },
    ],
  };
}

/** One entry that nobody could be told of. */
export function setAsideEntries(now: number): {
  items: SetAsideEntry[];
  totalItems: number;
} {
  return {
    items: [
      {
        follower: 'freeze-notifications',
        index: 117,
        type: 'calendar.freeze.upcoming',
        at: at(now, -90),
        subjects: ['freezecalendar:default/finance'],
        problem: 'Error: refused',
        attempts: 10,
        setAsideAt: at(now, -60),
      },
    ],
    totalItems: 1,
  };
}

/** One of each state. */
export function followedFeeds(now: number): FollowedFeed[] {
  const owner = 'group:default/ops';
  return [
    {
      calendarRef: 'freezecalendar:default/closing',
      title: 'Closing',
      owner,
      address: 'https://calendar.example/feeds/…',
      state: 'good',
      windows: 6,
      askedAt: at(now, -5),
      asking: true,
      failures: 0,
      lastGoodAt: at(now, -5),
    },
    {
      calendarRef: 'freezecalendar:default/holidays',
      title: 'Holidays',
      owner,
      address: 'https://calendar.example/holidays/…',
      state: 'degraded',
      windows: 12,
      askedAt: at(now, -5),
      nextAt: at(now, 25),
      failures: 4,
      problem: 'The host refused',
      lastGoodAt: at(now, -600),
    },
    {
      calendarRef: 'freezecalendar:default/fair',
      title: 'Fair',
      owner,
      state: 'closed',
      windows: 0,
      failures: 0,
      problem: 'It has not been asked yet',
    },
  ];
}

/** One that fails, one that does not see everything, and one that is not there any more. */
export function collectors(now: number): Collector[] {
  const reports = { accepted: 3, unchanged: 40, refused: 1 };
  return [
    {
      id: 'drift',
      title: 'Drift scans',
      active: true,
      kinds: ['drift'],
      everySeconds: 600,
      running: false,
      startedAt: at(now, -3),
      finishedAt: at(now, -2),
      nextAt: at(now, 5),
      failures: 4,
      failing: {
        reason: 'The cluster is away.',
        remedy: 'Start it.',
        since: at(now, -40),
        at: at(now, -2),
      },
      reports: { accepted: 0, unchanged: 0, refused: 0 },
      problemCount: 0,
      problems: [],
    },
    {
      id: 'former',
      title: 'former',
      active: false,
      kinds: [],
      running: false,
      failures: 0,
      reports: { accepted: 0, unchanged: 0, refused: 0 },
      problemCount: 0,
      problems: [],
    },
    {
      id: 'oci',
      title: 'OCI registries',
      active: true,
      kinds: ['artifact-availability'],
      everySeconds: 21_600,
      running: false,
      startedAt: at(now, -10),
      finishedAt: at(now, -8),
      completedAt: at(now, -8),
      nextAt: at(now, 350),
      failures: 0,
      reports,
      problemCount: 120,
      problems: [
        {
          entityRef: 'component:default/shop',
          environment: 'production',
          reason: 'Nobody reported where v1 lies.',
          remedy: 'Report its artifacts.',
          since: at(now, -9000),
          at: at(now, -8),
        },
        {
          region: 'eu-west-1',
          place: 'registry.eu.example',
          reason: 'It does not answer.',
          remedy: 'Nothing; it is asked again by itself.',
          since: at(now, -30),
          at: at(now, -8),
        },
      ],
    },
  ];
}

/** One that works and keeps a refused change, and one that is not configured any more. */
export function connectors(now: number): Connector[] {
  const problem = (reason: string, remedy: string) => ({
    reason,
    remedy,
    at: at(now, -20),
  });
  return [
    {
      id: 'old-desk',
      title: 'old-desk',
      active: false,
      approvals: 'show',
      waiting: 0,
      failing: 0,
      queue: [],
      conflicts: [],
      untaken: [],
    },
    {
      id: 'servicenow',
      title: 'ServiceNow',
      active: true,
      approvals: 'count',
      waiting: 2,
      failing: 1,
      queue: [
        {
          changeId: '5b0c2f4e-0d5f-4c8e-9a51-7d0c5a1f3b2e',
          revision: 3,
          since: at(now, -20),
          attempts: 2,
          refused: true,
          writing: false,
          problem: problem('It knows no such group.', 'Correct the group.'),
        },
        {
          changeId: '6c1d3a5f-0d5f-4c8e-9a51-7d0c5a1f3b2e',
          revision: 1,
          since: at(now, -1),
          attempts: 0,
          nextAt: at(now, 1),
          refused: false,
          writing: false,
        },
      ],
      pulledAt: at(now, -2),
      conflicts: [
        {
          changeId: '7d2e4b6a-0d5f-4c8e-9a51-7d0c5a1f3b2e',
          number: 'CHG0030192',
          url: 'https://example.service-now.com/change_request.do?sys_id=1',
          problem: problem('It is Closed there.', 'Set it back there.'),
        },
      ],
      untaken: [
        {
          number: 'CHG0030200',
          url: 'https://example.service-now.com/change_request.do?sys_id=2',
          title: 'Patch the mainframe',
          problem: problem('No entity is Mainframe.', 'Annotate it.'),
        },
      ],
    },
  ];
}
