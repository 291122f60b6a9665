/** `FreezeCalendar`s and definitions of other tools, as people keep them in Git. */
const monthEnd = `apiVersion: continuity.dev/v1
kind: FreezeCalendar
metadata:
  name: month-end-close
  title: Month-end close
  annotations: { backstage.io/edit-url: https://git.example/calendars.yaml }
spec:
  owner: group:default/finance-operations
  type: business
  timezone: Europe/Zurich
  scope:
    tiers: [tier-1, tier-2]
    environments: [production]
  windows:
    - id: month-end
      title: Month-end close
      reason: >-
        The books of the month are closed overnight,
        and nothing may move.
      start: 2026-01-31T18:00:00
      duration: PT14H
      rrule: FREQ=MONTHLY;BYMONTHDAY=-1
      exdates: [2026-04-30T18:00:00]
      overrides:
        - occurrence: 2026-06-30T18:00:00
          end: 2026-07-01T12:00:00
          title: Half year
    - id: in-the-gap
      title: Batch # not a comment: "quoted"
      reason: 'The batch''s own hour'
      effect: maintenance
      enforcement: approval
      timezone: America/New_York
      start: 2026-03-08T02:15:00
      end: 2026-03-08T02:45:00
      rrule: FREQ=DAILY;COUNT=400
      rdates:
        - 2027-12-01T02:15:00
        - { start: 2027-12-02T02:15:00, end: 2027-12-02T05:00:00 }
    - id: year-end
      title: Year end
      reason: Skeleton crew
      link: https://wiki.example.org/freeze
      onRunning: pause
      rollbacksExempt: false
      start: 2026-12-24
      end: 2027-01-04
      scope:
        entities:
          $any:
            - spec.system: payments
            - metadata.tags: { $contains: eod }
        except: { classes: [emergency] }
`;

const several = `# Two calendars, and something else
apiVersion: continuity.dev/v1
kind: FreezeCalendar
metadata: { name: weekend, namespace: ops }
spec:
  owner: ops
  timezone: UTC
  windows:
    - { id: friday, title: Friday, reason: Calm, start: 2026-01-02T16:00:00, duration: P2DT14H, rrule: FREQ=WEEKLY;BYDAY=FR }
    - { id: nightly, title: Nightly, reason: Batch, start: 2026-01-05T22:00:00, end: 2026-01-06T04:00:00, rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH" }
---
apiVersion: continuity.dev/v1
kind: BusinessFunction
metadata: { name: payments }
spec: { owner: ops, supportedBy: [component:default/payments-api] }
---
apiVersion: continuity.dev/v1
kind: FreezeCalendar
metadata: { name: holidays }
spec:
  owner: user:default/ada
  timezone: Australia/Lord_Howe
  feed:
    url: https://calendar.example.org/holidays.ics
    reason: Public holidays
    categories: [Freeze]
---
apiVersion: continuity.dev/v1
kind: FreezeCalendar
metadata: { name: anchored }
spec:
  owner: group:default/ops
  timezone: Asia/Kolkata
  windows:
    - &base
      id: base
      title: Base
      reason: Anchored
      start: 2026-05-01T08:00:00
      duration: PT90M
    - id: other
      title: Other
      reason: Anchored, too
      start: 2026-05-02T08:00:00
      duration: PT1H
      rrule: FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO
`;

const weekend = `apiVersion: continuity.dev/v1
kind: FreezeCalendar
metadata:
  name: weekend-calm
  description: Large changes start when the week does.
  tags: [weekly]
spec:
  owner: group:default/change-managers
  timezone: Europe/Zurich
  windows:
    - id: weekend
      title: Weekend
      reason: Whoever can be reached repairs it.
      enforcement: approval
      start: 2026-01-02T16:00:00
      end: 2026-01-05T06:00:00
      rrule: FREQ=WEEKLY;BYDAY=FR
      scope: { classes: [major] }
`;

export const CALENDAR_CORPUS: readonly string[] = [monthEnd, several, weekend];

export const IMPORT_CORPUS = {
  argocd: `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: payments, namespace: argocd }
spec:
  sourceRepos: ['*']
  syncWindows:
    - kind: deny
      schedule: '0 22 * * 5'
      duration: 58h
      applications: ['payments-*']
      timeZone: Europe/Zurich
      manualSync: true
    - kind: allow
      schedule: '0 10-16 * * 1-5'
      duration: 1h
      clusters: ['prod']
      namespaces: ['payments']
      andOperator: true
`,
  gitlab: `[
  { "id": 1, "freeze_start": "0 23 * * 5", "freeze_end": "0 7 * * 1",
    "cron_timezone": "UTC", "created_at": "2020-05-15T17:03:35.702Z", "updated_at": "2020-05-15T17:06:41.566Z" },
  { "id": 2, "freeze_start": "* 18 31 12 *", "freeze_end": "0 8 2 1 *", "cron_timezone": "America/New_York" }
]
`,
  kargo: `apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: { name: payments, namespace: payments }
spec:
  promotionWindows:
    - name: weekend
      kind: Deny
      stageSelector: { name: production }
      rrule: FREQ=WEEKLY;BYDAY=FR
      dtstart: TZID=Europe/Zurich:20260102T180000
      dtend: TZID=Europe/Zurich:20260105T060000
    - name: office-hours
      kind: Allow
      stageSelector: { name: production }
      rrule: FREQ=DAILY
      dtstart: 20260101T080000Z
      dtend: 20260101T160000Z
`,
  harness: `freeze:
  name: Year end
  identifier: year_end
  orgIdentifier: default
  status: Enabled
  entityConfigs:
    - name: rule1
      entities:
        - type: Environment
          filterType: Equals
          entityRefs: [production]
        - type: Service
          filterType: All
  windows:
    - timeZone: Europe/Zurich
      startTime: 2026-12-24 06:00 PM
      duration: 10d
      recurrence: { type: Yearly, spec: { until: 2031-01-01 08:00 AM } }
`,
  cron: `# cron | length | zone | title
0 22 * * 5 | 2d 8h | Europe/Zurich | Weekend
CRON_TZ=America/New_York
0 * 24-26 12 * | 24h | | Christmas
0 0 L * * | PT36H
@weekly | 12h
`,
} as const;
