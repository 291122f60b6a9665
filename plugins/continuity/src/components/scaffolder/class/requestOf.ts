import type { ClassificationRequest } from '@continuity/plugin-continuity-common';
import { factsOf, noFacts, type FactsForm } from '../../changes/form/factsForm';
import { textAt, type Siblings } from '../siblings';

const FACTS = ['migration', 'touches', 'pipeline'] as const;

/**
 * What the rules are asked about a form of a template, whose fields are called as in the
 * templates of the suite. Absent: nothing can be asked without a service and an environment.
 */
export function requestOf(
  siblings: Siblings,
): ClassificationRequest | undefined {
  const entity = textAt(siblings, 'entity');
  const environment = textAt(siblings, 'environment');
  if (!entity || !environment) return undefined;
  const start = textAt(siblings, 'start');
  const end = textAt(siblings, 'end');
  const incident = textAt(siblings, 'incident');
  const { size, ...facts } = factsOf({
    ...noFacts(),
    ...(Object.fromEntries(
      FACTS.map(name => [name, textAt(siblings, name)]),
    ) as Pick<FactsForm, (typeof FACTS)[number]>),
    files: numberAt(siblings, 'files'),
    lines: numberAt(siblings, 'lines'),
  });
  return {
    entities: [entity],
    environments: [environment],
    ...(Date.parse(start) < Date.parse(end) && { window: { start, end } }),
    ...(incident && { incident }),
    facts: {
      ...facts,
      // Half a size is none yet.
      ...(size && !isNaN(size.files + size.lines) && { size }),
      ...(siblings.noMajorUpdates === true && { majorUpdates: [] }),
    },
  };
}

function numberAt(siblings: Siblings, name: string): string {
  const value = siblings[name];
  return typeof value === 'number' ? String(value) : '';
}
