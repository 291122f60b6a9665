import type { RootStructure, Threshold } from '../structure/RootStructure';

/** Nothing works less often than `lower` or more often than `upper`. */
export interface Bounds {
  lower: number;
  upper: number;
}

/**
 * Bounds for how often none of a root's groups has fallen, in one pass. Whatever is
 * shared only makes things more alike: working together is at least as probable as the
 * product, and so is failing together (Esary, Proschan and Walkup, "Association of random
 * variables, with applications", 1967; Barlow and Proschan, "Statistical theory of
 * reliability and life testing", 1975, 2.3).
 *
 * @param works - how often each unit itself works
 */
export function associationBounds(
  { units, circles, groups }: RootStructure,
  works: readonly Bounds[],
): Bounds {
  const bounds: Bounds[] = units.map(() => ({ lower: 0, upper: 1 }));
  for (const [first, end] of circles) {
    if (end - first === 1 && !standsInOwnGroup(units[first].groups, first)) {
      const { needs, groups: own } = units[first];
      const below = together([
        ...needs.map(need => bounds[need]),
        ...own.map(group => standing(group, bounds)),
      ]);
      // A unit fails by itself independently of all below it.
      bounds[first] = {
        lower: works[first].lower * below.lower,
        upper: works[first].upper * below.upper,
      };
      continue;
    }
    // In a circle: at least as often as all of it and all below it works, and no more
    // often than each of it would alone.
    let lower = 1;
    for (let unit = first; unit < end; unit++) {
      lower *= works[unit].lower;
      const below = [
        ...units[unit].needs,
        ...units[unit].groups.flatMap(({ members }) => members),
      ];
      for (const other of new Set(below)) {
        if (other < first || other >= end) lower *= bounds[other].lower;
      }
    }
    for (let unit = first; unit < end; unit++) {
      bounds[unit] = { lower, upper: works[unit].upper };
    }
  }
  return together(groups.map(group => standing(group, bounds)));
}

function standsInOwnGroup(groups: readonly Threshold[], unit: number) {
  return groups.some(({ members }) => members.includes(unit));
}

/** All of them work. */
function together(parts: readonly Bounds[]): Bounds {
  return {
    lower: parts.reduce((product, { lower }) => product * lower, 1),
    upper: parts.reduce((least, { upper }) => Math.min(least, upper), 1),
  };
}

/** Fewer than `tip` members fail. */
function standing(
  { tip, members }: Threshold,
  bounds: readonly Bounds[],
): Bounds {
  const enough = members.length - tip + 1;
  const best = members
    .map(member => bounds[member].lower)
    .sort((a, b) => b - a)
    .slice(0, enough);
  const likeliest = members
    .map(member => 1 - bounds[member].upper)
    .sort((a, b) => b - a)
    .slice(0, tip);
  return {
    lower: best.reduce((product, lower) => product * lower, 1),
    upper: 1 - likeliest.reduce((product, fails) => product * fails, 1),
  };
}
