import { fileOf, removeFilesAfterwards } from '../testing/calendars';
import { createTestIo } from '../testing/createTestIo';
import { startServer, type Answer } from '../testing/startServer';
import { run } from '../run';

removeFilesAfterwards();

const HARMLESS = `
tier: tier-1
blastRadius: { businessFunctions: 1, criticalServices: 0 }
migration: none
touches: []
size: { files: 12, lines: 240 }
majorUpdates: []
calendar: { freezes: [], peaks: [] }
history: { deployments: 30, failed: 2 }
pipeline: conformant
`;

async function classify(facts: string, ...args: string[]) {
  const io = createTestIo();
  const file = fileOf('facts.yaml', facts);
  const code = await run(['release', 'classify', '--file', file, ...args], io);
  return { code, stdout: io.stdout, stderr: io.stderr };
}

describe('continuity release classify', () => {
  it('says that nothing makes it more than standard, and what follows', async () => {
    expect(await classify(HARMLESS)).toMatchObject({
      code: 0,
      stdout: `STANDARD

None of 11 rules makes it more.

What follows:
  - Approved by 1: Somebody else of the owners
  - Check passes: rollback-plan-current
  - Begins while no calendar closes
`,
    });
  });

  it('says which rules make it more, and which only may', async () => {
    const { code, stdout } = await classify(
      HARMLESS.replace('none', 'reversible').replace(/^pipeline.*$/m, ''),
    );
    expect(code).toBe(0);
    expect(stdout).toContain(`MAJOR

major core-migration: Migrates the database of a core service
  why:  It is tier-1; the rule is for tier-1 and tier-2. It migrates a database, and back.

major divergent-pipeline, not known: Comes from a pipeline of its own
  why:  Whether its pipeline conforms to its template is not known. What is not known counts as if the rule was met.
  next: Have the pipeline report whether it conforms to its template.
`);
  });

  it('prints what the engine says with --json', async () => {
    const { stdout } = await classify(`${HARMLESS}\nincident: INC-7`, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      class: 'emergency',
      rules: expect.arrayContaining([
        expect.objectContaining({ rule: 'incident', outcome: 'met' }),
      ]),
      protocol: { windows: 'any', reviewWithin: 'P2D' },
    });
  });

  it('goes by rules and tiers of the organisation', async () => {
    const rules = fileOf(
      'rules.yaml',
      'rules: [{ id: gold, title: Gold, when: { tiers: [gold] }, class: major }]',
    );
    const { stdout } = await classify(
      'tier: gold',
      '--rules',
      rules,
      '--tier',
      'gold',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      class: 'major',
      rules: [{ rule: 'gold', outcome: 'met' }],
    });
  });

  it.each([
    ['tier: gold', '--file: tier: "gold" is not one of tier-1'],
    ['- tier-1', 'document 1 is not a mapping'],
    ['tier: [', 'is not YAML'],
    ['', 'holds 0 documents; expected one'],
    ['size: { files: -1, lines: 0 }', 'size.files: -1 is not a whole number'],
  ])('refuses %j by name', async (facts, message) => {
    const { code, stdout, stderr } = await classify(facts);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('refuses rules by where they stand in the configuration', async () => {
    const rules = fileOf('wrong.yaml', 'minDeployments: 0');
    const { code, stderr } = await classify(HARMLESS, '--rules', rules);
    expect(code).toBe(2);
    expect(stderr).toContain(
      '--rules: continuity.releases.minDeployments: 0 is not a whole number, 1 or more',
    );
  });
});

describe('continuity release classify --entity', () => {
  const WHERE = ['--entity', 'component:default/payments-api'];
  const PRODUCTION = [...WHERE, '--environment', 'production'];
  const ANSWER = {
    class: 'major',
    rules: [
      {
        rule: 'core-migration',
        title: 'Migrates the database of a core service',
        class: 'major',
        outcome: 'met',
        explanation: 'It is tier-1.',
      },
    ],
    protocol: {
      approvals: [{ id: 'board', title: 'Board', required: 2, from: {} }],
      checks: [],
      windows: 'open-only',
      communication: [],
    },
  };

  async function ask(args: string[], answer: Answer = { body: ANSWER }) {
    const server = await startServer(() => answer);
    try {
      const io = createTestIo({
        CONTINUITY_URL: server.url,
        CONTINUITY_TOKEN: 'secret-token',
      });
      const code = await run(
        ['release', 'classify', '--retries', '0', ...args],
        io,
      );
      return { code, io, seen: server.seen };
    } finally {
      await server.close();
    }
  }

  it('has the portal judge by what it knows and what the file declares', async () => {
    const file = fileOf(
      'declared.yaml',
      'migration: reversible\ntouches: [configuration]\nincident: INC-7',
    );
    const { code, io, seen } = await ask([
      ...PRODUCTION,
      '--file',
      file,
      '--from',
      '2026-12-01T20:00:00+01:00',
      '--to',
      '2026-12-01T22:00:00+01:00',
    ]);
    expect([code, io.stderr]).toEqual([0, '']);
    expect(io.stdout).toContain(
      'MAJOR\n\nmajor core-migration: Migrates the database',
    );
    expect(io.stdout).toContain('  - Approved by 2: Board');
    expect(seen).toHaveLength(1);
    expect(seen[0].url).toBe('/api/continuity/releases/classification');
    expect(JSON.parse(seen[0].body)).toEqual({
      entities: ['component:default/payments-api'],
      environments: ['production'],
      window: {
        start: '2026-12-01T19:00:00.000Z',
        end: '2026-12-01T21:00:00.000Z',
      },
      facts: { migration: 'reversible', touches: ['configuration'] },
      incident: 'INC-7',
    });
  });

  it('prints what the portal says with --json', async () => {
    const { io } = await ask([...PRODUCTION, '--json']);
    expect(JSON.parse(io.stdout)).toEqual(ANSWER);
  });

  it.each([
    [WHERE, '--environment: is missing'],
    [[...PRODUCTION, '--tier', 'gold'], '--tier: the portal has its own'],
    [
      [...PRODUCTION, '--from', '2026-12-01T20:00:00Z'],
      '--to: is missing; expected both',
    ],
    [
      [
        ...PRODUCTION,
        ...['--from', '2026-12-01T20:00:00Z', '--to', '2026-12-01T20:00:00Z'],
      ],
      '--to: "2026-12-01T20:00:00Z" is not after --from',
    ],
    [['--environment', 'production'], '--environment: is for --entity'],
    [['--json'], '--file: is missing'],
    [
      ['--entity', 'payments', '--environment', 'x'],
      'is not an entity ref with its kind',
    ],
  ])('refuses %j before anything is sent', async (args, message) => {
    const { code, io, seen } = await ask(args);
    expect([code, io.stdout, seen]).toEqual([2, '', []]);
    expect(io.stderr).toContain(message);
  });

  it('refuses a fact that the portal knows itself', async () => {
    const file = fileOf('facts.yaml', 'history: { deployments: 9, failed: 0 }');
    const { code, io } = await ask([...PRODUCTION, '--file', file]);
    expect(code).toBe(2);
    expect(io.stderr).toContain('--file: history: the portal knows it itself');
  });

  it('has no answer when the portal has none', async () => {
    const { code, io } = await ask(PRODUCTION, { status: 503, body: {} });
    expect([code, io.stdout]).toEqual([3, '']);
  });
});
