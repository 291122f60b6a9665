import { CLASS_ORDER, classifyRelease } from './classifyRelease';
import { classifyTogether } from './classifyTogether';
import { defaultReleaseSettings } from './defaults';
import type { ReleaseFacts } from './types';

const settings = defaultReleaseSettings(['tier-1', 'tier-2', 'tier-3']);
const HARMLESS: ReleaseFacts = {
  tier: 'tier-3',
  blastRadius: { businessFunctions: 0, criticalServices: 0 },
  migration: 'none',
  touches: [],
  size: { files: 1, lines: 1 },
  majorUpdates: [],
  calendar: { freezes: [], peaks: [] },
  history: { deployments: 10, failed: 0 },
  pipeline: 'conformant',
};

describe('classifyTogether', () => {
  it('is what one thing alone is', () => {
    expect(classifyTogether(new Map([['a', HARMLESS]]), settings)).toEqual(
      classifyRelease(HARMLESS, settings),
    );
  });

  it('knows nothing of nothing, and takes that for its worst', () => {
    expect(classifyTogether(new Map(), settings).class).toBe('major');
  });

  it('is the highest that any gives it, and says by which', () => {
    const cases: Partial<ReleaseFacts>[] = [
      {},
      { migration: undefined },
      { migration: 'irreversible' },
      { incident: 'INC-1' },
    ];
    for (const one of cases) {
      for (const other of cases) {
        const facts = new Map([
          ['a', { ...HARMLESS, ...one }],
          ['b', { ...HARMLESS, ...other }],
        ]);
        const classes = [...facts.values()].map(
          known => classifyRelease(known, settings).class,
        );
        const together = classifyTogether(facts, settings);
        expect(CLASS_ORDER.indexOf(together.class)).toBe(
          Math.max(...classes.map(of => CLASS_ORDER.indexOf(of))),
        );
        expect(together.rules).toHaveLength(settings.rules.length);
        expect(together.protocol).toBe(settings.protocols[together.class]);
      }
    }
    const [first] = classifyTogether(
      new Map([
        ['a', { ...HARMLESS, migration: undefined }],
        ['b', { ...HARMLESS, migration: 'irreversible' as const }],
      ]),
      settings,
    ).rules;
    expect(first).toMatchObject({
      rule: 'irreversible-migration',
      outcome: 'met',
      explanation: expect.stringMatching(/^b: It migrates a database/),
    });
  });
});
