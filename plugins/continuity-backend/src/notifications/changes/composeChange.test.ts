import { composeChange } from './composeChange';
import { composeOverride } from './composeOverride';
import type { ChangeNews, OverrideNews } from './changeNews';

const news = (change: Partial<ChangeNews> = {}): ChangeNews => ({
  id: 'c1',
  title: 'Payments 4.2',
  class: 'major',
  event: 'request-approval',
  by: 'user:default/anna',
  details: ['Missing: 2 for "Change advisory board"'],
  concerned: {
    owners: ['group:default/team-payments'],
    waitingFor: ['group:default/board', 'group:default/team-payments'],
    escalateTo: ['group:default/change-managers'],
    authors: ['user:default/anna', 'service:external:ci'],
    implementer: 'user:default/ben',
  },
  ...change,
});

const override = (change: Partial<OverrideNews> = {}): OverrideNews => ({
  id: 'o1',
  rules: ['freeze:freezecalendar:default/close#month-end'],
  reason: 'Payments are down',
  incident: 'INC-1',
  entities: ['component:default/payments-api'],
  environments: ['production'],
  requestedBy: 'user:default/anna',
  end: '2026-12-01T12:00:00Z',
  event: 'in-force',
  by: 'user:default/ben',
  concerned: {
    owners: ['group:default/team-payments'],
    waitingFor: ['group:default/board'],
  },
  ...change,
});

describe('telling of a change', () => {
  it('asks those who are waited for, and not whoever asks', () => {
    const letters = composeChange(news(), '/continuity');
    expect(letters.map(({ owner }) => owner)).toEqual([
      'group:default/board',
      'group:default/team-payments',
    ]);
    expect(letters[0]).toMatchObject({
      except: 'user:default/anna',
      payload: {
        title: 'Waits for your approval: Payments 4.2',
        description:
          'It is a major change. Missing: 2 for "Change advisory board". Look at what it is judged on, and approve or refuse it.',
        link: '/continuity/changes/c1',
        scope: 'continuity:change:c1',
      },
    });
  });

  it('tells everybody once when an approval is suspended, and why', () => {
    const letters = composeChange(
      news({
        event: 'suspend',
        by: 'service:continuity',
        details: ['"Month-end" closes the planned time'],
      }),
      '/continuity',
    );
    expect(letters.map(({ owner }) => owner)).toEqual([
      'group:default/board',
      'group:default/team-payments',
      'user:default/anna',
      'user:default/ben',
    ]);
    expect(letters[0].payload.description).toContain(
      '"Month-end" closes the planned time.',
    );
    expect(letters[0].except).toBeUndefined();
  });

  it('calls for help beside those who are waited for', () => {
    const letters = composeChange(
      news({ event: 'escalate', by: 'service:continuity' }),
      '/continuity',
    );
    expect(letters.map(({ owner }) => owner)).toEqual([
      'group:default/board',
      'group:default/team-payments',
      'group:default/change-managers',
    ]);
  });

  it.each(['create', 'assess', 'approval', 'schedule', 'revise'])(
    'makes no noise about %s',
    event => {
      expect(composeChange(news({ event }), '/continuity')).toEqual([]);
    },
  );
});

describe('telling of an override', () => {
  it('is loud while it is in force, and says until when', () => {
    const letters = composeOverride(override(), '/continuity');
    expect(letters.map(({ owner }) => owner)).toEqual([
      'user:default/anna',
      'group:default/team-payments',
      'group:default/board',
    ]);
    expect(letters[0].payload).toMatchObject({
      severity: 'critical',
      title: 'Glass broken: component:default/payments-api in production',
    });
    expect(letters[0].payload.description).toMatch(
      /for incident INC-1, passes over freeze:.* closes by itself at 2026-12-01/,
    );
  });

  it('is not said again for each approval', () => {
    expect(
      composeOverride(override({ event: 'approved' }), '/continuity'),
    ).toEqual([]);
  });
});
