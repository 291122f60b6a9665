import fc from 'fast-check';
import type { FoundFinding } from './FoundFinding';
import { byBadness } from './FindingSelection';
import { groupFindings } from './groupFindings';

const found = (
  kind: FoundFinding['kind'],
  severity: FoundFinding['severity'],
  node: string,
  about?: string,
): FoundFinding => ({
  id: `${kind} ${node} ${about}`,
  kind,
  severity,
  because: '',
  node,
  ...(about !== undefined && { about }),
  path: [],
  numbers: [],
  message: '',
  remedy: '',
});

it('puts what brings several down into one group, with whom it brings down', () => {
  const groups = groupFindings([
    found('single-point-of-failure', 'high', 'f', 'db'),
    found('single-point-of-failure', 'high', 'g', 'db'),
    found('rto-inversion', 'medium', 'api', 'db'),
    found('recovery-exceeds-rto', 'low', 'db', 'disk'),
  ]);
  expect(groups).toMatchObject([
    {
      mendedAt: 'db',
      affected: ['f', 'g', 'api'],
      severities: { high: 2, medium: 1, low: 1 },
      kinds: [
        { kind: 'single-point-of-failure', total: 2 },
        { kind: 'recovery-exceeds-rto', total: 1 },
        { kind: 'rto-inversion', total: 1 },
      ],
    },
  ]);
});

it.each<[FoundFinding['kind'], string]>([
  ['single-point-of-failure', 'there'],
  ['rto-inversion', 'there'],
  ['unknown-reference', 'there'],
  ['recovery-exceeds-rto', 'here'],
  ['undocumented-dependency', 'here'],
  ['unseen-dependency', 'here'],
  ['group-too-small', 'here'],
])('mends %s %s', (kind, place) => {
  const [{ mendedAt }] = groupFindings([found(kind, 'low', 'here', 'there')]);
  expect(mendedAt).toBe(place);
});

it('loses none, and depends on no order', () => {
  const names = fc.constantFrom('a', 'b', 'c', 'd');
  const findings = fc
    .uniqueArray(
      fc.record({
        kind: fc.constantFrom(
          'single-point-of-failure' as const,
          'cycle' as const,
          'unseen-dependency' as const,
        ),
        severity: fc.constantFrom(
          'high' as const,
          'medium' as const,
          'low' as const,
        ),
        node: names,
        about: names,
      }),
      { selector: ({ kind, node, about }) => `${kind} ${node} ${about}` },
    )
    .map(list =>
      list.map(({ kind, severity, node, about }) =>
        found(kind, severity, node, about),
      ),
    );
  fc.assert(
    fc.property(findings, list => {
      const groups = groupFindings([...list].sort(byBadness));
      expect(groups.flatMap(group => group.findings).sort(byBadness)).toEqual(
        [...list].sort(byBadness),
      );
      expect(groupFindings([...list].reverse().sort(byBadness))).toEqual(
        groups,
      );
    }),
  );
});
