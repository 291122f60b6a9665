import { showValue, type Problem } from '../../time';
import type { DeclaredScope } from '../declaration/calendarShapes';
import { readPredicate } from './predicate';
import type { WindowScope } from '../types';

/**
 * Reads a scope whose lists were checked already.
 *
 * @param tierIds - The tiers that exist. Absent: not known here, any id passes.
 */
export function parseScope(
  declared: DeclaredScope | undefined,
  path: string,
  tierIds: readonly string[] | undefined,
): { scope: WindowScope; problems: Problem[] } {
  if (!declared) return { scope: {}, problems: [] };
  const { entities, ...lists } = declared;
  const problems: Problem[] = [];
  if (tierIds) {
    const known = [...tierIds, 'unclassified'];
    lists.tiers?.forEach((tier, index) => {
      if (known.includes(tier)) return;
      problems.push({
        path: `${path}.tiers.${index}`,
        message: `${showValue(
          tier,
        )} is not a tier; expected one of ${known.join(', ')}`,
      });
    });
  }
  if (entities === undefined) return { scope: lists, problems };
  const reading = readPredicate(entities);
  if (!reading.ok) {
    problems.push({ path: `${path}.entities`, message: reading.message });
    return { scope: lists, problems };
  }
  return { scope: { ...lists, entities: reading.predicate }, problems };
}
