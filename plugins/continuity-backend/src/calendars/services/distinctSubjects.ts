import type { WindowScope, WindowSubject } from '@continuity/engine';
import { createTurns } from '../turns';
import type { PositionSet } from './PositionSet';
import { type ScopeReach, subjectsOf } from './ScopeReach';
import type { ServiceIndex } from './ServiceIndex';

/**
 * Services as windows see them, each in every environment that it has; of those that are
 * alike in every name and in what some predicates say of them one is enough.
 *
 * @param scopes - whose predicates may tell services apart
 */
export async function distinctSubjects(
  index: ServiceIndex,
  reach: ScopeReach,
  scopes: Iterable<WindowScope>,
  among: PositionSet,
): Promise<WindowSubject[]> {
  const turn = createTurns();
  const keys = new Map<number, string>();
  for (const position of among) {
    const { systems, businessFunctions } = index.rows[position].service;
    keys.set(
      position,
      JSON.stringify([index.facetOf[position], systems, businessFunctions]),
    );
    await turn();
  }
  let mark = 0;
  for (const scope of predicatesOf(scopes)) {
    const members = (await reach.of(scope)).and(among);
    for (const position of members) {
      keys.set(position, `${keys.get(position)} ${mark}`);
    }
    mark += 1;
    await turn();
  }
  const seen = new Set<string>();
  const subjects: WindowSubject[] = [];
  for (const [position, key] of keys) {
    if (!seen.has(key)) {
      seen.add(key);
      subjects.push(
        ...subjectsOf(index.rows[position].service, undefined, {
          classes: ['standard'],
          eachRegion: false,
        }),
      );
    }
  }
  return subjects;
}

/** Every predicate as a scope of its own, which includes by it or exempts by it. */
function predicatesOf(scopes: Iterable<WindowScope>): WindowScope[] {
  const distinct = new Map<string, WindowScope>();
  for (const { entities, except } of scopes) {
    for (const scope of [
      ...(entities === undefined ? [] : [{ entities }]),
      ...(except?.entities === undefined
        ? []
        : [{ except: { entities: except.entities } }]),
    ]) {
      distinct.set(JSON.stringify(scope), scope);
    }
  }
  return [...distinct.values()];
}
