import fc from 'fast-check';
import { compareReadiness, stillApproved } from './compareReadiness';
import type { ReadinessPart, ReadinessSnapshot } from './types';

const HOUR = 3_600_000;
const APPROVED: Required<ReadinessSnapshot> = {
  at: Date.UTC(2026, 10, 25),
  class: 'major',
  digests: { 'component:default/pay': 'sha256:aa' },
  checks: { 'rollback-plan-current': 'pass', 'restore-tested': 'unknown' },
  window: {
    start: Date.UTC(2026, 10, 28, 20),
    end: Date.UTC(2026, 10, 28, 22),
  },
  closings: {},
  blastRadius: ['businessfunction:default/payments'],
};
const PARTS = Object.keys(APPROVED).filter(
  part => part !== 'at',
) as ReadinessPart[];

const later = (parts: Partial<ReadinessSnapshot> = {}): ReadinessSnapshot => ({
  ...APPROVED,
  at: APPROVED.at + HOUR,
  ...parts,
});

describe('compareReadiness', () => {
  it('finds nothing when only time has passed', () => {
    expect(compareReadiness(APPROVED, later())).toEqual([]);
  });

  it.each<[Partial<ReadinessSnapshot>, string]>([
    [{ class: 'emergency' }, 'It was approved as major and is emergency.'],
    [
      { digests: { 'component:default/pay': 'sha256:bb' } },
      'component:default/pay is deployed as sha256:bb; sha256:aa was approved.',
    ],
    [
      {
        digests: { ...APPROVED.digests, 'component:default/new': 'sha256:cc' },
      },
      'component:default/new is deployed as sha256:cc; nothing of it was approved.',
    ],
    [
      { checks: { ...APPROVED.checks, 'rollback-plan-current': 'unknown' } },
      'Check rollback-plan-current is unknown now; it passed when the change was approved.',
    ],
    [
      { checks: { 'restore-tested': 'unknown' } },
      'Check rollback-plan-current is unknown now; it passed when the change was approved.',
    ],
    [
      { checks: { ...APPROVED.checks, 'restore-tested': 'fail' } },
      'Check restore-tested fails now; it was unknown when the change was approved.',
    ],
    [
      { checks: { ...APPROVED.checks, added: 'fail' } },
      'Check added fails now; it was not looked at when the change was approved.',
    ],
    [
      {
        window: {
          start: APPROVED.window.start,
          end: APPROVED.window.end + HOUR,
        },
      },
      'It was approved for 2026-11-28 20:00 UTC to 2026-11-28 22:00 UTC and is planned for 2026-11-28 20:00 UTC to 2026-11-28 23:00 UTC.',
    ],
    [
      { closings: { 'freezecalendar:default/a#b': 'Month end' } },
      '"Month end" closes the planned time; it did not when the change was approved.',
    ],
    [
      { blastRadius: [...APPROVED.blastRadius, 'component:default/ledger'] },
      'component:default/ledger fails with it now; it did not when the change was approved.',
    ],
  ])('is a regression: %j', (parts, explanation) => {
    expect(compareReadiness(APPROVED, later(parts))).toEqual([
      expect.objectContaining({ regressed: true, explanation }),
    ]);
    expect(stillApproved(APPROVED, later(parts))).toBe(false);
  });

  it.each<[Partial<ReadinessSnapshot>, string]>([
    [{ class: 'standard' }, 'It was approved as major and is standard.'],
    [
      { digests: {} },
      'component:default/pay is not deployed any more; sha256:aa was approved.',
    ],
    [
      { checks: { ...APPROVED.checks, 'restore-tested': 'pass' } },
      'Check restore-tested passes now; it was unknown when the change was approved.',
    ],
    [
      { blastRadius: [] },
      'businessfunction:default/payments does not fail with it any more.',
    ],
    [
      {
        window: {
          start: APPROVED.window.start + HOUR,
          end: APPROVED.window.end,
        },
      },
      'It was approved for 2026-11-28 20:00 UTC to 2026-11-28 22:00 UTC and is planned for 2026-11-28 21:00 UTC to 2026-11-28 22:00 UTC.',
    ],
  ])('is told, and takes nothing away: %j', (parts, explanation) => {
    expect(compareReadiness(APPROVED, later(parts))).toEqual([
      expect.objectContaining({ regressed: false, explanation }),
    ]);
    expect(stillApproved(APPROVED, later(parts))).toBe(true);
  });

  it.each(PARTS)('counts %s that is not known as a regression', part => {
    const { [part]: _left, ...unknown } = APPROVED;
    expect(compareReadiness(APPROVED, unknown)).toEqual([
      {
        part,
        regressed: true,
        explanation: expect.stringMatching(/ is not known now\.$/),
      },
    ]);
    expect(compareReadiness(unknown, APPROVED)).toEqual([
      {
        part,
        regressed: true,
        explanation: expect.stringMatching(/ was not known when /),
      },
    ]);
  });

  const anySnapshot: fc.Arbitrary<ReadinessSnapshot> = fc.record(
    {
      at: fc.constant(0),
      class: fc.constantFrom('standard', 'major', 'emergency'),
      digests: fc.dictionary(
        fc.constantFrom('a', 'b'),
        fc.constantFrom('sha256:1', 'sha256:2'),
      ),
      checks: fc.dictionary(
        fc.constantFrom('a', 'b'),
        fc.constantFrom('pass', 'fail', 'unknown'),
      ),
      window: fc
        .tuple(fc.nat(3), fc.integer({ min: 4, max: 6 }))
        .map(([start, end]) => ({ start, end })),
      closings: fc.dictionary(fc.constantFrom('a', 'b'), fc.constant('A')),
      blastRadius: fc.subarray(['a', 'b']),
    },
    { requiredKeys: ['at'] },
  ) as fc.Arbitrary<ReadinessSnapshot>;

  it('lets an approval stand only for what is no worse in any part', () => {
    fc.assert(
      fc.property(anySnapshot, anySnapshot, (was, is) => {
        const worse = compareReadiness(was, is).filter(one => one.regressed);
        const better = compareReadiness(is, was).filter(one => !one.regressed);
        expect(stillApproved(was, is)).toBe(worse.length === 0);
        // What becomes better one way becomes worse the other, or is another thing.
        expect(
          better.every(({ part, subject }) =>
            worse.some(one => one.part === part && one.subject === subject),
          ),
        ).toBe(true);
      }),
    );
  });
});
