import type { Knex } from 'knex';
import { mockCredentials } from '@backstage/backend-test-utils';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import {
  ANNA,
  ANNA_REF,
  errorOf,
  startContinuity,
  type StartedContinuity,
} from '../../__testUtils__/startContinuity';
import { bank } from '../__testUtils__/bank';

jest.setTimeout(60_000);

const databases = bothDatabases();
const BEN_REF = 'user:default/ben';
const BEN = mockCredentials.user.header(BEN_REF);

const day = (ahead: number) =>
  new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

interface Finding {
  id: string;
  kind: string;
  because: string;
  node: { ref: string };
  other?: { ref: string };
  mentions: { ref: string; title?: string }[];
}

describe.each(databases.eachId())('findings on %s', databaseId => {
  let knex: Knex;
  let started: StartedContinuity;

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    started = await startContinuity({ knex, entities: bank });
  });

  afterEach(() => started.stop());

  const findings = async (query = ''): Promise<Finding[]> => {
    const { body } = await started.get(`/graph/findings${query}`);
    expect(body.error).toBeUndefined();
    return body.items;
  };
  const inversion = async () => {
    const [found] = await findings(
      '?kind=rto-inversion&entity=component:default/shop',
    );
    return found;
  };
  const ledger = async () => {
    const { body } = await started.get('/ledger/entries');
    return body.items.map(({ canonical }: { canonical: string }) =>
      JSON.parse(canonical),
    );
  };

  it('finds what cannot hold, worst first, with the numbers and the way', async () => {
    const { body } = await started.get('/graph/findings');
    const severities = body.items.map(
      ({ severity }: { severity: string }) => severity,
    );
    expect(severities).toEqual(
      [...severities].sort(
        (a, b) =>
          ['high', 'medium', 'low'].indexOf(a) -
          ['high', 'medium', 'low'].indexOf(b),
      ),
    );
    expect(body.filters.owners).toContain('group:default/team-a');
    const found = await inversion();
    expect(found).toMatchObject({
      kind: 'rto-inversion',
      severity: 'high',
      node: { ref: 'component:default/shop' },
      title: 'Recovers before what it needs',
      remedy: expect.any(String),
      changeable: false,
    });
    const byKind = await findings('?kind=single-point-of-failure');
    expect(
      byKind.map(({ node, other }) => [node.ref, other?.ref]),
    ).toContainEqual([
      'businessfunction:default/sell',
      'resource:default/network',
    ]);
    expect(found.because).toBe('It is missed by a factor of 8.');
    expect(found.mentions.map(({ ref, title }) => [ref, title])).toEqual([
      ['component:default/shop', 'Shop'],
      [found.other?.ref, undefined],
    ]);
  });

  it('lets an owner see what concerns the own services, and what they would mend', async () => {
    const mine = await findings('?owner=group:default/team-b');
    expect(mine.map(({ id }) => id)).toContain((await inversion()).id);
    const ends = mine.map(({ node, other }) => [node.ref, other?.ref]);
    const own = ['component:default/orders', 'resource:default/orders-db'];
    expect(
      ends.filter(end => !end.some(ref => own.includes(String(ref)))),
    ).toEqual([]);
  });

  it('counts by severity, whatever severity is asked for', async () => {
    const { body: all } = await started.get('/graph/findings?limit=200');
    expect(all.severities).toEqual(
      ['high', 'medium', 'low'].map(severity => ({
        severity,
        total: all.items.filter(
          (one: { severity: string }) => one.severity === severity,
        ).length,
        exempted: 0,
      })),
    );
    const { body: high } = await started.get('/graph/findings?severity=high');
    expect(high.severities).toEqual(all.severities);
    expect(high.totalItems).toBe(all.severities[0].total);
  });

  it('groups by what would mend most, without losing any', async () => {
    const { body } = await started.get('/graph/finding-groups?limit=200');
    const all = await findings('?limit=200');
    const grouped = body.items.flatMap(
      (group: { findings: Finding[] }) => group.findings,
    );
    expect(grouped.map(({ id }: Finding) => id).sort()).toEqual(
      all.map(({ id }) => id).sort(),
    );
    expect([body.totalFindings, body.totalItems]).toEqual([
      all.length,
      body.items.length,
    ]);
    const weights = body.items.map(
      ({ severities }: { severities: Record<string, number> }) =>
        severities.high * 1e6 + severities.medium * 1e3 + severities.low,
    );
    expect(weights).toEqual([...weights].sort((a: number, b: number) => b - a));
    // Both providers stand behind one network: that is what alone defeats them.
    const network = body.items.find(
      ({ node }: Finding) => node.ref === 'resource:default/network',
    );
    expect(network).toMatchObject({
      severity: 'high',
      because: expect.stringContaining('the redundancy does not hold'),
      affected: { items: [{ ref: 'businessfunction:default/sell' }] },
    });
    const shop = body.items.find(
      ({ node }: Finding) => node.ref === 'component:default/shop',
    );
    const inherent = shop.findings.find(
      ({ kind }: Finding) => kind === 'single-point-of-failure',
    );
    expect(inherent).toMatchObject({
      severity: 'low',
      because: 'It is a member that one root alone names itself.',
    });
  });

  it('exports what the same filters let through, for a spreadsheet', async () => {
    const query = '?kind=single-point-of-failure&severity=high';
    const answer = await started.get(`/graph/findings.csv${query}`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('findings.csv');
    const [columns, ...rows] = answer.text.trimEnd().split('\r\n');
    expect(columns).toBe(
      'severity,kind,ref,title,tier,owner,other,explanation,because,numbers,remedy,path,exemption,exempted until,id',
    );
    const listed = await findings(query);
    expect(rows).toHaveLength(listed.length);
    expect(rows[0]).toContain(
      'high,single-point-of-failure,businessfunction:default/sell,Sell,tier-1,group:default/sales,resource:default/network,',
    );
    for (const [index, { id }] of listed.entries()) {
      expect(rows[index].endsWith(`,${id}`)).toBe(true);
    }
    const wrong = await started.get('/graph/findings.csv?severity=awful');
    expect([wrong.status, errorOf(wrong).message]).toEqual([
      400,
      expect.stringContaining('severity'),
    ]);
  });

  it('has somebody else decide about an exemption, and everything in the ledger', async () => {
    const { id } = await inversion();
    const path = `/graph/findings/${id}/exemption`;
    const asked = await started.post(
      path,
      { reason: 'The new database comes in spring', until: day(30) },
      ANNA,
    );
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({
      state: 'requested',
      requestedBy: ANNA_REF,
      until: day(30),
    });
    expect(await findings('?exempted=requested')).toHaveLength(1);

    const again = await started.post(path, { reason: 'x', until: day(1) }, BEN);
    expect(again.status).toBe(409);

    const decide = `/graph/exemptions/${asked.body.id}/decision`;
    const own = await started.post(
      decide,
      { decision: 'approve', comment: 'Fine' },
      ANNA,
    );
    expect([own.status, errorOf(own).message]).toEqual([
      403,
      expect.stringContaining('somebody else'),
    ]);
    const decided = await started.post(
      decide,
      { decision: 'approve', comment: 'Until spring' },
      BEN,
    );
    expect(decided.body).toMatchObject({
      state: 'in-force',
      decidedBy: BEN_REF,
      decisionComment: 'Until spring',
    });
    expect(
      (await started.post(decide, { decision: 'refuse', comment: 'x' }, BEN))
        .status,
    ).toBe(409);
    const exempted = await findings('?exempted=yes');
    expect(exempted.map(one => one.id)).toEqual([id]);
    expect((await findings('?exempted=no')).map(one => one.id)).not.toContain(
      id,
    );
    const { body: page } = await started.get(
      '/graph/findings?kind=rto-inversion',
    );
    expect(page.totals).toContainEqual({
      kind: 'rto-inversion',
      total: page.totalItems,
      exempted: 1,
    });

    const revoked = await started.post(
      `/graph/exemptions/${asked.body.id}/revocation`,
      { reason: 'It is mended' },
      ANNA,
    );
    expect(revoked.body).toMatchObject({
      state: 'revoked',
      revokedBy: ANNA_REF,
    });
    const { body: history } = await started.get(`/graph/findings/${id}`);
    expect(history.finding.exemption).toBeUndefined();
    expect(history.exemptions).toMatchObject([{ state: 'revoked' }]);
    expect(
      (await ledger())
        .filter(({ type }: { type: string }) => type.startsWith('graph.'))
        .map(({ type, actor }: { type: string; actor: { ref: string } }) => [
          type,
          actor.ref,
        ]),
    ).toEqual([
      ['graph.exemption.requested', ANNA_REF],
      ['graph.exemption.approved', BEN_REF],
      ['graph.exemption.revoked', ANNA_REF],
    ]);
  });

  it('lets an exemption go with its last day, and another take its place', async () => {
    const { id } = await inversion();
    const path = `/graph/findings/${id}/exemption`;
    await started.post(path, { reason: 'Soon', until: day(1) }, ANNA);
    await knex('graph_exemptions').update({ until: day(-1) });
    expect(await findings('?exempted=requested')).toEqual([]);
    const next = await started.post(
      path,
      { reason: 'Later', until: day(2) },
      ANNA,
    );
    expect(next.status).toBe(201);
    const { body } = await started.get(`/graph/findings/${id}`);
    expect(
      body.exemptions.map(({ state }: { state: string }) => state).sort(),
    ).toEqual(['expired', 'requested']);
  });

  it.each([
    ['yesterday', { reason: 'x', until: day(-1) }, 'until'],
    ['a day that is none', { reason: 'x', until: '2027-02-31' }, 'until'],
    ['more than a year', { reason: 'x', until: day(400) }, 'until'],
    ['no reason', { until: day(1) }, 'reason'],
  ])('refuses %s and names the field', async (_, body, field) => {
    const { id } = await inversion();
    const response = await started.post(
      `/graph/findings/${id}/exemption`,
      body,
      ANNA,
    );
    expect([response.status, errorOf(response).message]).toEqual([
      400,
      expect.stringContaining(field),
    ]);
  });

  it('says 404 of a finding that is not there', async () => {
    const id = 'a'.repeat(32);
    for (const path of [
      `/graph/findings/${id}`,
      `/graph/findings/${id}/change`,
    ]) {
      expect((await started.get(path)).status).toBe(404);
    }
  });

  it('answers whether a third-party service is in planning, by rule and by decision', async () => {
    const path = '/saas/resource/default/psp-a';
    const before = await started.get(path);
    expect(before.body.saas).toMatchObject({
      vendor: 'psp-a Ltd',
      availability: 0.999,
      substitutes: [{ ref: 'resource:default/psp-b' }],
      inPlanning: 'no',
      decidedBy: 'rule',
      dependants: { failing: 0, businessFunctions: [] },
    });
    expect(
      before.body.saas.problems.map(({ remedy }: { remedy: string }) => remedy),
    ).toContainEqual(expect.stringContaining('exitPlan'));

    const decided = await started.post(
      `${path}/decision`,
      {
        inPlanning: 'yes',
        reason: 'The other one is too small for component:default/shop.',
        reviewOn: day(90),
      },
      ANNA,
    );
    expect(decided.status).toBe(201);
    expect(decided.body).toMatchObject({
      revision: 1,
      ruleSaid: 'no',
      due: false,
    });
    const stale = await started.post(
      `${path}/decision`,
      { inPlanning: 'no', reason: 'x', reviewOn: day(90) },
      BEN,
    );
    expect([stale.status, errorOf(stale).message]).toEqual([
      409,
      expect.stringContaining(ANNA_REF),
    ]);
    const { body: list } = await started.get('/saas?inPlanning=yes');
    expect(list.totals).toEqual({ yes: 1, no: 1, unknown: 0, due: 0 });
    expect(list.items).toMatchObject([
      {
        node: { ref: 'resource:default/psp-a' },
        decidedBy: 'decision',
        mentions: [{ ref: 'component:default/shop', title: 'Shop' }],
      },
    ]);

    await knex('saas_decisions').update({ review_on: day(0) });
    const { body: due } = await started.get('/saas?due=true');
    expect(due.items).toMatchObject([
      { inPlanning: 'no', decidedBy: 'rule', decision: { due: true } },
    ]);
    expect((await ledger()).at(-1)).toMatchObject({
      type: 'graph.saas.decided',
      subjects: ['resource:default/psp-a'],
    });
  });

  it('takes nothing for a third-party service that is none', async () => {
    const response = await started.get('/saas/component/default/shop');
    expect(response.status).toBe(404);
  });
});
