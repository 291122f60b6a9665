import { z } from 'zod';
import { createEvidenceRegistry } from './createEvidenceRegistry';
import { defineEvidenceKind } from './defineEvidenceKind';
import { builtinEvidenceKinds } from './kinds';
import { materialise } from './materialise';
import { parseSubmission } from './parseSubmission';

const now = Date.parse('2026-01-30T17:00:00Z');
const registry = createEvidenceRegistry(builtinEvidenceKinds);
const parse = (value: unknown) => parseSubmission(value, registry, { now });

const deployed = {
  kind: 'deployment',
  source: 'github-actions',
  externalId: 'run-4711',
  entityRef: 'Component:Payments-API',
  environment: 'production',
  region: 'eu-west-1',
  observedAt: '2026-01-30T17:00:00+01:00',
  payload: {
    version: 'v1.4.2',
    artifactDigest: `sha256:${'a'.repeat(64)}`,
    outcome: 'succeeded',
    startedAt: '2026-01-30T15:57:00Z',
    finishedAt: '2026-01-30T16:00:00Z',
  },
};

const reviewed = {
  kind: 'continuity-plan-review',
  source: 'wiki',
  externalId: '1',
  entityRef: 'component:default/payments-api',
  observedAt: '2026-01-01T00:00:00Z',
  payload: {
    reviewedBy: 'user:default/anna',
    document: 'https://wiki.example.com/plan',
    outcome: 'approved',
  },
};

const planned = {
  kind: 'rollback-plan',
  source: 'git',
  externalId: 'abc',
  entityRef: 'component:default/payments-api',
  observedAt: '2026-01-01T00:00:00Z',
  payload: {
    steps: ['Point the service at the previous revision'],
    decisionOwner: 'group:default/team-payments',
    decisionDeadline: 'PT15M',
    expectedDuration: 'PT10M',
    dataHandling: 'No schema change; nothing to undo.',
  },
};

const payloadOf = (
  base: { payload: object },
  change: Record<string, unknown>,
) => ({ ...base, payload: { ...base.payload, ...change } });

describe('parseSubmission', () => {
  it('accepts a report, with its ref canonical and its moment in UTC', () => {
    expect(parse(deployed)).toEqual({
      ok: true,
      kind: registry.get('deployment'),
      submission: {
        ...deployed,
        entityRef: 'component:default/payments-api',
        observedAt: '2026-01-30T16:00:00.000Z',
      },
    });
    expect(parse(reviewed)).toMatchObject({ ok: true });
    expect(parse(planned)).toMatchObject({ ok: true });
    expect(parse({ ...planned, environment: 'production' })).toMatchObject({
      ok: true,
    });
  });

  it.each<[string, unknown, string, string]>([
    ['nothing', null, '', 'null: expected object'],
    ['a list', [], '', '[]: expected object'],
    ['no kind', { ...deployed, kind: undefined }, 'kind', 'is missing'],
    [
      'an unknown kind',
      { ...deployed, kind: 'toString' },
      'kind',
      '"toString" is not a known kind of evidence: expected one of deployment, continuity-plan-review, rollback-plan',
    ],
    [
      'a field too many',
      { ...deployed, enviroment: 'x' },
      'enviroment',
      '"enviroment" is not a known field here',
    ],
    ['an empty source', { ...deployed, source: '' }, 'source', '"": '],
    [
      'a line break in an id',
      { ...deployed, externalId: 'a\nb' },
      'externalId',
      'without control characters',
    ],
    [
      'a ref without kind',
      { ...deployed, entityRef: 'payments-api' },
      'entityRef',
      '"payments-api": expected an entity ref, e.g. component:default/payments-api',
    ],
    [
      'no environment',
      { ...deployed, environment: undefined },
      'environment',
      'is missing: evidence of kind "deployment" is about one environment',
    ],
    [
      'an environment too many',
      { ...reviewed, environment: 'production' },
      'environment',
      'leave the environment out',
    ],
    [
      'a region without environment',
      { ...planned, region: 'eu-west-1' },
      'region',
      'a region is part of an environment',
    ],
    [
      'a moment without offset',
      { ...deployed, observedAt: '2026-01-30T17:00:00' },
      'observedAt',
      '"2026-01-30T17:00:00" is not a moment in ISO 8601 with an offset',
    ],
    [
      'a day that does not exist',
      { ...deployed, observedAt: '2026-02-30T17:00:00Z' },
      'observedAt',
      'is not a moment',
    ],
    [
      'more than 5 minutes ahead',
      { ...deployed, observedAt: '2026-01-30T17:05:00.001Z' },
      'observedAt',
      'lies in the future: it is 2026-01-30T17:00:00.000Z now',
    ],
    [
      'no payload',
      { ...deployed, payload: undefined },
      'payload',
      'is missing',
    ],
    [
      'a payload that is text',
      { ...deployed, payload: 'x' },
      'payload',
      'expected',
    ],
    [
      'an outcome of another word',
      payloadOf(deployed, { outcome: 'success' }),
      'payload.outcome',
      '"success": expected one of "succeeded", "failed", "rolled-back", "cancelled"',
    ],
    [
      'a digest of another algorithm',
      payloadOf(deployed, { artifactDigest: 'md5:00' }),
      'payload.artifactDigest',
      '"md5:00": expected sha256: and 64 lower-case hex digits',
    ],
    [
      'a misspelt field',
      payloadOf(deployed, { artefactDigest: 'x' }),
      'payload.artefactDigest',
      '"artefactDigest" is not a known field here',
    ],
    [
      'an end before the start',
      payloadOf(deployed, { finishedAt: '2026-01-30T15:00:00Z' }),
      'payload.finishedAt',
      'lies before startedAt',
    ],
    [
      'a plan without steps',
      payloadOf(planned, { steps: [] }),
      'payload.steps',
      '>=1 items',
    ],
    [
      'a duration in words',
      payloadOf(planned, { expectedDuration: '10 minutes' }),
      'payload.expectedDuration',
      '"10 minutes" is not an ISO 8601 duration',
    ],
    [
      'a negative duration',
      payloadOf(planned, { expectedDuration: '-PT10M' }),
      'payload.expectedDuration',
      '"-PT10M" is not an ISO 8601 duration',
    ],
    [
      'an address that runs script',
      payloadOf(reviewed, { document: 'data:text/html,x' }),
      'payload.document',
      'expected an http(s) address',
    ],
    [
      'a reviewer that is a team',
      payloadOf(reviewed, { reviewedBy: 'group:default/x' }),
      'payload.reviewedBy',
      'expected a user',
    ],
    [
      'a NUL that PostgreSQL cannot store',
      payloadOf(reviewed, { notes: 'a\0b' }),
      'payload',
      'holds a NUL character',
    ],
    [
      'a payload as large as a file',
      payloadOf(reviewed, { notes: 'x'.repeat(40_000) }),
      'payload',
      'at most 32768 are accepted',
    ],
    [
      'a payload that is very deep',
      payloadOf(reviewed, {
        notes: JSON.parse('['.repeat(50) + ']'.repeat(50)),
      }),
      'payload',
      'nested deeper than 16 levels',
    ],
    [
      'a payload that RFC 8785 cannot write',
      payloadOf(reviewed, { notes: '\ud800' }),
      'payload',
      'lone surrogate',
    ],
  ])('refuses %s, with field and reason', (_, value, field, message) => {
    expect(parse(value)).toMatchObject({
      ok: false,
      field,
      message: expect.stringContaining(message),
    });
  });

  it('accepts a clock that runs 5 minutes ahead', () => {
    expect(
      parse({ ...deployed, observedAt: '2026-01-30T17:05:00Z' }),
    ).toMatchObject({ ok: true });
  });
});

describe('materialise', () => {
  it.each([
    [deployed, 'pass', 'v1.4.2 succeeded after 180 s', '2026-04-30T16:00:00Z'],
    [
      payloadOf(deployed, { outcome: 'rolled-back' }),
      'fail',
      'v1.4.2 rolled-back after 180 s',
      '2026-04-30T16:00:00Z',
    ],
    [
      payloadOf(deployed, { outcome: 'cancelled' }),
      'unknown',
      'v1.4.2 cancelled after 180 s',
      '2026-04-30T16:00:00Z',
    ],
    [reviewed, 'pass', 'approved by user:default/anna', '2027-01-01T00:00:00Z'],
    [
      payloadOf(reviewed, { outcome: 'changes-requested' }),
      'fail',
      'changes requested by user:default/anna',
      '2027-01-01T00:00:00Z',
    ],
    [
      planned,
      'pass',
      '1 step in PT10M, decided by group:default/team-payments',
      '2026-06-30T00:00:00Z',
    ],
  ])(
    'fixes verdict, headline and expiry (%#)',
    (value, verdict, headline, expires) => {
      const parsed = parse(value);
      if (!parsed.ok) throw new Error(parsed.message);
      const arrival = { id: 'e-1', receivedAt: now };
      expect(
        materialise(parsed.submission, parsed.kind, arrival),
      ).toMatchObject({
        ...arrival,
        kind: parsed.kind.id,
        verdict,
        headline,
        expiresAt: Date.parse(expires),
        payload: parsed.submission.payload,
      });
    },
  );

  it('keeps a headline to one short line', () => {
    const kind = defineEvidenceKind({
      id: 'note',
      title: 'Note',
      schema: z.strictObject({ text: z.string() }),
      validFor: 'P1D',
      subject: { environment: 'none' },
      verdict: () => 'pass',
      headline: ({ text }) => text,
    });
    const { headline } = materialise(
      {
        ...reviewed,
        kind: 'note',
        payload: { text: `a\n b ${'x'.repeat(300)}` },
      },
      kind,
      { id: '1', receivedAt: now },
    );
    expect(headline).toMatch(/^a b x+…$/);
    expect(headline).toHaveLength(200);
  });
});

describe('kinds and their registry', () => {
  it('publishes every built-in kind as JSON schema', () => {
    for (const kind of registry.list()) {
      expect(z.toJSONSchema(kind.schema)).toMatchObject({ type: 'object' });
    }
  });

  it('refuses two kinds with one id', () => {
    expect(() =>
      createEvidenceRegistry([
        ...builtinEvidenceKinds,
        ...builtinEvidenceKinds.slice(0, 1),
      ]),
    ).toThrow('Evidence kind "deployment" is registered twice');
  });

  it.each([
    [{ id: 'Rollback Plan' }, 'an id is kebab-case'],
    [{ validFor: 'PT0S' }, 'is not an ISO 8601 duration longer than zero'],
    [{ validFor: '90 days' }, 'is not an ISO 8601 duration longer than zero'],
  ])('refuses a kind with %j', (change, message) => {
    const [kind] = registry.list();
    expect(() => defineEvidenceKind({ ...kind, ...change })).toThrow(message);
  });
});
