import type { FilterPredicate } from '@backstage/filter-predicates';

/**
 * A filter predicate as people would say it, e.g.
 * `spec.type is service and metadata.tags contains pci`. What is said only where it is
 * needed: brackets stand where `and` and `or` meet.
 *
 * @param predicate - As `readPredicate` accepts it.
 */
export function describePredicate(predicate: FilterPredicate): string {
  return sayPredicate(predicate).text;
}

/** `joint`: what holds the words together, and so what has to stand in brackets. */
interface Saying {
  text: string;
  joint?: 'and' | 'or';
}

function sayPredicate(predicate: unknown): Saying {
  if (!isRecord(predicate)) return { text: `it is ${sayValue(predicate)}` };
  if (Array.isArray(predicate.$all))
    return join(predicate.$all.map(sayPredicate), 'and');
  if (Array.isArray(predicate.$any))
    return join(predicate.$any.map(sayPredicate), 'or');
  if ('$not' in predicate) {
    return { text: `not (${sayPredicate(predicate.$not).text})` };
  }
  const tests = Object.entries(predicate);
  return join(
    tests.map(([path, test]) => sayTest(path, test)),
    'and',
  );
}

function join(said: readonly Saying[], joint: 'and' | 'or'): Saying {
  if (said.length === 0) {
    return { text: joint === 'and' ? 'anything holds' : 'nothing holds' };
  }
  if (said.length === 1) return said[0];
  const texts = said.map(one =>
    one.joint !== undefined && one.joint !== joint ? `(${one.text})` : one.text,
  );
  return { text: texts.join(` ${joint} `), joint };
}

function sayTest(path: string, test: unknown): Saying {
  if (!isRecord(test)) return { text: `${path} is ${sayValue(test)}` };
  if (Array.isArray(test.$in)) {
    return {
      text: `${path} is ${test.$in.map(sayValue).join(' or ')}`,
      ...(test.$in.length > 1 && { joint: 'or' }),
    };
  }
  if ('$exists' in test) {
    return {
      text: test.$exists === true ? `${path} is set` : `${path} is not set`,
    };
  }
  if ('$hasPrefix' in test) {
    return { text: `${path} begins with ${sayValue(test.$hasPrefix)}` };
  }
  if ('$contains' in test) {
    return {
      text: isRecord(test.$contains)
        ? `${path} contains one where (${sayPredicate(test.$contains).text})`
        : `${path} contains ${sayValue(test.$contains)}`,
    };
  }
  return { text: `${path} is ${sayValue(test)}` };
}

/** Texts stand as they are unless that could be misread. */
function sayValue(value: unknown): string {
  return typeof value === 'string' && /^[\p{L}\p{N}._:/@+-]+$/u.test(value)
    ? value
    : JSON.stringify(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
