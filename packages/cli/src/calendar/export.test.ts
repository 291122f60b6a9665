import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findManifestProblems } from '@continuity/kubernetes-schemas';
import { parse, parseAllDocuments } from 'yaml';
import { createProgram } from '../createProgram';
import { createTestIo } from '../testing/createTestIo';
import {
  calendar,
  fileOf,
  json,
  MONTH_END,
  PAYMENTS,
  removeFilesAfterwards,
} from '../testing/calendars';

removeFilesAfterwards();

const EXAMPLES = path.resolve(__dirname, '../../../../examples');
const FORMAT = ['export', '--format', 'argocd-sync-windows'];
const AT = ['--at', '2026-09-02T00:00:00Z'];
const FOR = ['--environment', 'production', '--application', 'payments-api'];
const files = () => [
  ...['--file', fileOf('export.yaml', MONTH_END)],
  ...['--entity', fileOf('payments.yaml', PAYMENTS)],
];

describe('continuity calendar export', () => {
  it('writes the patch that the example shows', async () => {
    const service = parseAllDocuments(
      readFileSync(
        path.join(EXAMPLES, 'catalog/components/payments.yaml'),
        'utf8',
      ),
    ).find(document => document.getIn(['metadata', 'name']) === 'payments-api');
    const { code, stdout } = await calendar(
      ...FORMAT,
      ...['--file', path.join(EXAMPLES, 'catalog/calendars.yaml')],
      ...['--entity', fileOf('service.yaml', String(service))],
      ...[...AT, ...FOR, '--horizon', 'P60D'],
    );
    expect(code).toBe(0);
    const example = path.join(EXAMPLES, 'argocd/sync-windows.yaml');
    if (process.env.UPDATE_GOLDEN) writeFileSync(example, stdout);
    expect(existsSync(example)).toBe(true);
    expect(stdout).toBe(readFileSync(example, 'utf8'));
    expect(parse(stdout).spec.syncWindows.length).toBeGreaterThan(1);
  });

  it('gives each window what it is for', async () => {
    const { answer } = await json(
      ...[...FORMAT, ...files(), ...AT, ...FOR, '--horizon', 'P30D'],
      ...['--namespace', 'payments', '--cluster', 'eu,us', '--manual-sync'],
    );
    const common = {
      applications: ['payments-api'],
      namespaces: ['payments'],
      clusters: ['eu', 'us'],
      manualSync: true,
    };
    expect(answer.spec.syncWindows).toEqual([
      {
        kind: 'deny',
        schedule: '0 16 30 9 *',
        duration: '14h',
        timeZone: 'UTC',
        ...common,
      },
      {
        kind: 'deny',
        schedule: '0 0 2 10 *',
        duration: '8016h',
        timeZone: 'UTC',
        ...common,
      },
    ]);
  });

  it('is empty, and says so, where no window is for it', async () => {
    const { code, answer, stderr } = await json(
      ...[...FORMAT, ...files(), ...AT],
      ...['--environment', 'staging', '--application', 'a'],
    );
    expect(code).toBe(0);
    expect(answer).toEqual({ spec: { syncWindows: [] } });
    expect(stderr).toContain('Argo CD may sync at any time');
  });

  it('writes nothing where windows are not known', async () => {
    const broken = fileOf('broken.yaml', MONTH_END.replace('PT14H', 'long'));
    const { code, stdout, stderr } = await calendar(
      ...[...FORMAT, ...files(), '--file', broken, ...AT, ...FOR],
    );
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain('would be open in Argo CD');
  });

  it.each<[string, string[], string]>([
    ['no service', ['--environment', 'production'], '--entity: is missing'],
    ['no target', [], '--application: is missing'],
    ['a rollback', [...FOR, '--rollback'], '--rollback: Argo CD does not tell'],
    ['too far', [...FOR, '--horizon', 'P1Y'], '--horizon: "P1Y"'],
    ['no period', [...FOR, '--horizon', 'PT1H'], '--horizon: "PT1H"'],
    ['a typo', [...FOR, '--environment', 'prod'], '--environment: "prod"'],
  ])('refuses %s', async (what, more, message) => {
    const given =
      what === 'no service'
        ? [...files().slice(0, 2), '--application', 'a']
        : files();
    const { code, stdout, stderr } = await calendar(
      ...[...FORMAT, ...given, ...AT, ...more],
    );
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});

describe('the hook that asks before a sync', () => {
  const [hook] = parseAllDocuments(
    readFileSync(path.join(EXAMPLES, 'argocd/gate.yaml'), 'utf8'),
  ).map(document => document.toJS());

  it('is a Job as Kubernetes has it, which a denial ends at once', () => {
    expect(findManifestProblems(hook)).toEqual([]);
    expect(hook.metadata.annotations).toMatchObject({
      'argocd.argoproj.io/hook': 'PreSync',
      'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
    });
    expect(hook.spec.backoffLimit).toBe(0);
    expect(hook.spec.template.spec.restartPolicy).toBe('Never');
  });

  it('asks with options that the command line has', () => {
    const [{ args }] = hook.spec.template.spec.containers;
    const gate = createProgram(createTestIo(), () => {}).commands.find(
      command => command.name() === args[0],
    );
    const known = gate?.options.map(({ long }) => long);
    for (const option of args.slice(1)) {
      expect(known).toContain(option.split('=')[0]);
    }
    // Which would let a sync pass without a decision.
    expect(args.join(' ')).not.toContain('dry-run');
  });
});
