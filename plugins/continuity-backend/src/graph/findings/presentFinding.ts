import type {
  GraphExemption,
  GraphFinding,
  GraphFindingKind,
} from '@continuity/plugin-continuity-common';
import type { GraphView } from '../view/GraphView';
import { isChangeable } from './catalogChange';
import type { FoundFinding } from './FoundFinding';

const TITLES: Record<GraphFindingKind, string> = {
  'rto-inversion': 'Recovers before what it needs',
  'rpo-inversion': 'Promises to lose less than what it needs',
  'tier-inversion': 'Depends on something less critical',
  'recovery-exceeds-rto': 'Cannot be back in time',
  'availability-below-target': 'Cannot be as available as promised',
  'availability-unknown': 'Nobody knows whether it is as available as promised',
  cycle: 'Depend on each other',
  'self-dependency': 'Depends on itself',
  'unknown-reference': 'Depends on something that is not in the catalog',
  'group-too-small': 'A group that cannot hold',
  'single-point-of-failure': 'One failure is enough',
  'undocumented-dependency': 'Calls something that it does not declare',
  'unseen-dependency': 'Declares something that it does not call',
};

/** A finding as one caller may see it. */
export function presentFinding(
  finding: FoundFinding,
  options: {
    view: GraphView;
    /** The one that waits or is in force. Absent: there is none. */
    exemption?: GraphExemption;
  },
): GraphFinding {
  const { view, exemption } = options;
  const { id, kind, node, about, path, numbers, message, remedy } = finding;
  return {
    id,
    kind,
    severity: finding.severity,
    because: finding.because,
    node: view.node(node),
    ...(about !== undefined && { other: view.node(about) }),
    title: TITLES[kind],
    explanation: view.words(message),
    remedy: view.words(remedy),
    mentions: view.mentions([message, remedy]),
    numbers: numbers.map(({ label, value }) => ({
      label: view.words(label),
      value,
    })),
    path: view.path(path),
    changeable:
      isChangeable(finding, view.snapshot) &&
      (about === undefined || view.sees(about)),
    ...(exemption && { exemption }),
  };
}
