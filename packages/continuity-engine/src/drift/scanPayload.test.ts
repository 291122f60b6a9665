import { driftScan, MOST_DRIFT_FINDINGS } from '../evidence';
import { detectDrift } from './detectDrift';
import { scanPayload } from './scanPayload';

const now = Date.parse('2026-11-01T00:00:00Z');
const context = { against: 'git', scannedAt: now } as const;

const configMap = (name: string, data: object, more: object = {}) => ({
  source: 'test',
  value: {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'shop', ...more },
    data,
  },
});

const many = (size: number, text: string) =>
  Object.fromEntries(
    Array.from({ length: size }, (_, at) => [`setting.${at}`, text]),
  );

it('says of a finding where it is, both values, and who wrote it when', () => {
  const report = detectDrift(
    [configMap('web', { mode: 'strict' })],
    [
      configMap(
        'web',
        { mode: 'lenient' },
        {
          managedFields: [
            {
              manager: 'kubectl-edit',
              operation: 'Update',
              time: '2026-10-31T21:14:03Z',
              fieldsV1: { 'f:data': { 'f:mode': {} } },
            },
          ],
        },
      ),
    ],
    { now },
  );
  const payload = driftScan.schema.parse(scanPayload(report, context));
  expect(payload).toMatchObject({ unauthorised: 1, unlisted: 0 });
  expect(payload.findings).toEqual([
    {
      object: 'ConfigMap shop/web',
      what: 'data.mode differs; owner: kubectl-edit (Update, 2026-10-31T21:14:03Z)',
      change: 'changed',
      path: '/data/mode',
      label: 'data.mode',
      desired: { state: 'shown', text: '"strict"' },
      live: { state: 'shown', text: '"lenient"' },
      owner: 'kubectl-edit (Update, 2026-10-31T21:14:03Z)',
      managers: ['kubectl-edit'],
      ownedAt: '2026-10-31T21:14:03.000Z',
      authorised: 'no',
    },
  ]);
});

it.each([
  ['short values', 'x'],
  ['long values', 'word '.repeat(200)],
  ['values of many bytes', '漢字 '.repeat(300)],
])('fits with %s, and counts what it leaves out', (_, text) => {
  const report = detectDrift(
    [configMap('web', many(150, text)), configMap('gone', {})],
    [configMap('web', many(150, `${text}!`))],
    { now },
  );
  const payload = driftScan.schema.parse(scanPayload(report, context));
  expect(JSON.stringify(payload).length).toBeLessThan(32 * 1024);
  expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThan(32 * 1024);
  expect(payload.findings.length).toBeLessThanOrEqual(MOST_DRIFT_FINDINGS);
  expect(payload.findings.length + (payload.unlisted ?? 0)).toBe(151);
  // A missing object is not hidden behind many fields.
  expect(payload.findings[0]).toMatchObject({
    object: 'ConfigMap shop/gone',
    change: 'missing',
  });
});

it('names what it was held against', () => {
  const report = detectDrift([], [], { now });
  const comparedWith = { environment: 'production', region: 'eu-west-1' };
  expect(
    driftScan.schema.parse(
      scanPayload(report, { against: 'parity', scannedAt: now, comparedWith }),
    ),
  ).toMatchObject({ comparedWith, notCompared: 1 });
  expect(
    driftScan.schema.parse(
      scanPayload(report, { against: 'baseline', scannedAt: now, version: 3 }),
    ),
  ).toMatchObject({ baseline: { version: 3 } });
  expect(
    driftScan.schema.safeParse({
      ...scanPayload(report, context),
      comparedWith,
    }).success,
  ).toBe(false);
});
