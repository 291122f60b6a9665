import fc from 'fast-check';
import { matchCulprit } from './matchCulprit';
import type { DriftCandidate, DriftHistory, DriftTrace } from './types';

const at = (time: string) => Date.parse(`2026-11-01T${time}:00Z`);

const one = (
  kind: DriftCandidate['kind'],
  start: string,
  end: string,
  id: string = kind,
): DriftCandidate => ({
  kind,
  id,
  title: id,
  interval: { start: at(start), end: at(end) },
});

const byHand: DriftTrace = {
  authorised: 'no',
  ownedAt: at('12:00'),
  firstSeen: at('18:00'),
};
const byTool: DriftTrace = { ...byHand, authorised: 'yes' };
const between: DriftTrace = {
  authorised: 'unknown',
  firstSeen: at('18:00'),
  unseenAt: at('06:00'),
};

const history = (...candidates: DriftCandidate[]): DriftHistory => ({
  candidates,
  deploymentsSince: at('00:00'),
});

it.each<[string, DriftTrace, DriftHistory, string, number]>([
  [
    'a hand-made change in the time of a change',
    byHand,
    history(one('change', '11:00', '13:00')),
    'attributed',
    1,
  ],
  [
    'a hand-made change in the time of an override',
    byHand,
    history(one('override', '11:00', '13:00')),
    'attributed',
    1,
  ],
  // A deployment writes as the manager that deploys, and as nobody else.
  [
    'a hand-made change while something was deployed',
    byHand,
    history(one('deployment', '11:59', '12:01')),
    'unauthorised',
    0,
  ],
  [
    'what the deploying manager wrote while something was deployed',
    byTool,
    history(one('deployment', '11:59', '12:01')),
    'attributed',
    1,
  ],
  ['a hand-made change of no time', byHand, history(), 'unauthorised', 0],
  [
    'a hand-made change before a change',
    byHand,
    history(one('change', '13:00', '14:00')),
    'unauthorised',
    0,
  ],
  // Clocks differ by minutes.
  [
    'a hand-made change a little before a change',
    byHand,
    history(one('change', '12:03', '14:00')),
    'attributed',
    1,
  ],
  [
    'a change with its deployment',
    byTool,
    history(
      one('change', '11:00', '13:00'),
      one('deployment', '11:59', '12:01'),
    ),
    'attributed',
    2,
  ],
  [
    'two changes at once',
    byHand,
    history(
      one('change', '11:00', '13:00', 'a'),
      one('change', '11:30', '12:30', 'b'),
    ),
    'ambiguous',
    2,
  ],
  [
    'a deployment of minutes in twelve hours without a scan',
    between,
    history(one('deployment', '11:59', '12:01')),
    'ambiguous',
    1,
  ],
  [
    'a change of all those hours',
    between,
    history(one('change', '05:00', '19:00')),
    'attributed',
    1,
  ],
  ['nothing in all those hours', between, history(), 'unauthorised', 0],
  [
    'what the first scan found, without an owner',
    { authorised: 'unknown', firstSeen: at('18:00') },
    history(one('change', '00:00', '23:00')),
    'unknown',
    0,
  ],
  [
    'what the deploying manager wrote, where deployments are not reported',
    byTool,
    { candidates: [] },
    'unknown',
    0,
  ],
  [
    'a hand-made change, where deployments are not reported',
    byHand,
    { candidates: [] },
    'unauthorised',
    0,
  ],
  [
    'more history than is read',
    byHand,
    { ...history(), isCut: true },
    'unknown',
    0,
  ],
  [
    'an owner that wrote again after the first scan saw it',
    { ...between, authorised: 'no', ownedAt: at('20:00') },
    history(one('change', '19:30', '20:30')),
    'unauthorised',
    0,
  ],
])('%s', (_, trace, known, standing, candidates) => {
  const culprit = matchCulprit(trace, known);
  expect(culprit).toMatchObject({ standing });
  expect(culprit.candidates).toHaveLength(candidates);
  expect(culprit.reason).toMatch(/^[A-Z].*\.$/);
});

const interval = fc
  .tuple(fc.integer({ min: 0, max: 86_400_000 }), fc.nat(7_200_000))
  .map(([start, length]) => ({ start, end: start + length + 1 }));

const candidate = fc.record({
  kind: fc.constantFrom<DriftCandidate['kind']>(
    'change',
    'deployment',
    'override',
  ),
  id: fc.uuid(),
  title: fc.constant('x'),
  interval,
});

it('never excuses what nobody had the time for, in whatever order they come', () => {
  fc.assert(
    fc.property(
      fc.array(candidate, { maxLength: 8 }),
      fc.nat(86_400_000),
      fc.constantFrom<DriftTrace['authorised']>('yes', 'no', 'unknown'),
      (candidates, ownedAt, authorised) => {
        const trace = { authorised, ownedAt, firstSeen: 90_000_000 };
        const culprit = matchCulprit(trace, {
          candidates,
          deploymentsSince: 0,
        });
        const reversed = matchCulprit(trace, {
          candidates: [...candidates].reverse(),
          deploymentsSince: 0,
        });
        expect(reversed).toEqual(culprit);
        const blamed =
          culprit.standing === 'attributed' ? culprit.candidates : [];
        expect(blamed.length > 0).toBe(culprit.standing === 'attributed');
        for (const { interval: time } of blamed) {
          expect(time.start - 300_000).toBeLessThanOrEqual(ownedAt);
          expect(time.end + 300_000).toBeGreaterThan(ownedAt);
        }
      },
    ),
  );
});
