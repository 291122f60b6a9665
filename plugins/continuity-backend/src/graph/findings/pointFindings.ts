import { defaultRoots, type DependencyGraph } from '@continuity/engine';
import { createTurns } from '../../calendars/turns';
import { PointExplainer } from '../points/PointExplainer';
import { PointsOfRoots } from '../points/singlePoints';
import { findingId, type FoundFinding } from './FoundFinding';

/** Most roots that are looked at; the business functions of a large organisation. */
const MAX_ROOTS = 1000;

/**
 * Single points of failure of the business functions, worst first. Where there are none,
 * nothing is a root by itself, and points are found when somebody asks for them.
 */
export async function pointFindings(
  graph: DependencyGraph,
  limit: number,
): Promise<FoundFinding[]> {
  const turn = createTurns();
  const roots = defaultRoots(graph)
    .filter(ref => ref.startsWith('businessfunction:'))
    .slice(0, MAX_ROOTS);
  const found = await PointsOfRoots.of(graph, roots);
  const findings: FoundFinding[] = [];
  for (const { ref } of found.points) {
    const explainer = new PointExplainer(graph, ref);
    const fallen = found.rootsOf(ref);
    for (const root of fallen) {
      if (findings.length >= limit) return findings;
      const path = explainer.pathTo(root);
      findings.push({
        id: findingId('single-point-of-failure', root, [ref]),
        kind: 'single-point-of-failure',
        node: root,
        about: ref,
        path,
        numbers: [
          {
            label: 'Business functions that fall',
            value: String(fallen.length),
          },
        ],
        message: `${ref} alone brings ${root} down${
          fallen.length > 1 ? `, and ${fallen.length - 1} more with it` : ''
        }.`,
        remedy: explainer.shield(path),
      });
    }
    await turn();
  }
  return findings;
}
