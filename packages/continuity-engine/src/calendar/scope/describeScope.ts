import type { ScopeDimensions, WindowScope } from '../types';
import { describePredicate } from './describePredicate';
import { describeListed, LISTED_DIMENSIONS } from './dimensions';

/**
 * Whom a window is for, in words, a sentence for each part, e.g.
 * `For tier tier-1 or tier-2.` and `Not for region eu-central-1.` All `For` sentences
 * must hold at once; one `Not for` is enough to be left out. Empty: it is for everything.
 */
export function describeScope(scope: WindowScope): string[] {
  const { except = {}, ...dimensions } = scope;
  return [
    ...partsOf(dimensions).map(part => `For ${part}.`),
    ...partsOf(except).map(part => `Not for ${part}.`),
  ];
}

function partsOf(dimensions: ScopeDimensions): string[] {
  const { entities } = dimensions;
  return [
    ...LISTED_DIMENSIONS.flatMap(dimension => {
      const listed = dimensions[dimension];
      return listed ? [describeListed(dimension, listed)] : [];
    }),
    ...(entities === undefined
      ? []
      : [`entities where ${describePredicate(entities)}`]),
  ];
}
