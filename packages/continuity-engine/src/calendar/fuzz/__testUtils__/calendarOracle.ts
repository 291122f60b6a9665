import { isCollection, parseAllDocuments, type Document } from 'yaml';
import { parseFreezeCalendar } from '../../declaration/parseFreezeCalendar';
import { readCalendarScope } from '../../declaration/readCalendarScope';
import type { ImportResult } from '../../imports/ImportCollector';
import { expandWindow } from '../../occurrences/expandWindow';

const MAX_MESSAGE = 2_000;
/** All years that may be declared, in whatever zone. */
const YEARS = { from: 0, to: Date.UTC(2200, 0, 2) };

/**
 * Reads a text as a file of calendars and says what was silently dropped. The windows
 * that have to come out are counted in the syntax tree of the text, before anything
 * of a calendar is known.
 */
export function droppedFromCalendars(text: string): {
  understood: boolean;
  dropped: string[];
} {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  // No YAML at all is refused with its first error; that is the library's to say.
  if (!Array.isArray(documents)) return { understood: false, dropped: [] };
  if (documents.some(({ errors }) => errors.length > 0)) {
    return { understood: false, dropped: [] };
  }
  let understood = true;
  const dropped = documents.flatMap(document => {
    let value: unknown;
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch {
      understood = false;
      return [];
    }
    if (typeof value !== 'object' || value === null) return [];
    const { calendar, feed, problems } = parseFreezeCalendar(value);
    // Whoever asks closes this scope; it must not throw either.
    readCalendarScope(value);
    const declared = windowNodes(document);
    if (!calendar) {
      understood = false;
      return poorReasons(problems);
    }
    if (feed) return declared === undefined ? [] : ['windows beside a feed'];
    const never = calendar.windows.filter(
      window =>
        expandWindow(window, { ...YEARS, limit: 1 }).occurrences.length === 0,
    );
    return [
      ...(calendar.windows.length === declared
        ? []
        : [
            `${declared} windows are declared, ${calendar.windows.length} read`,
          ]),
      ...never.map(({ id }) => `${id} takes place never`),
    ];
  });
  return { understood, dropped };
}

/** How many items `spec.windows` has as written. */
function windowNodes(document: Document): number | undefined {
  const node: unknown = document.getIn(['spec', 'windows'], true);
  const found = isAlias(node) ? node.resolve(document) : node;
  return isCollection(found) ? found.items.length : undefined;
}

function isAlias(
  node: unknown,
): node is { resolve(document: Document): unknown } {
  return typeof node === 'object' && node !== null && 'resolve' in node;
}

/** Each definition becomes a window, or there is a finding that says why not. */
export function droppedFromImport(
  { windows, findings }: ImportResult,
  definitions: number | undefined,
): string[] {
  const poor = poorReasons(findings, 'any');
  const explained = findings.some(
    ({ severity, message }) => severity === 'error' || /disabled/.test(message),
  );
  const few = definitions === undefined || windows.length < definitions;
  return [
    ...poor,
    ...(few && definitions !== 0 && !explained && windows.length === 0
      ? ['every definition, without a reason']
      : []),
    ...(few && definitions !== undefined && !explained
      ? [`${definitions} definitions became ${windows.length} windows`]
      : []),
  ];
}

function poorReasons(
  problems: readonly { path?: string; message: string }[],
  needed: 'some' | 'any' = 'some',
): string[] {
  if (problems.length === 0 && needed === 'some') {
    return ['everything, without a reason'];
  }
  return problems
    .filter(
      ({ path, message }) =>
        path === '' || message === '' || message.length > MAX_MESSAGE,
    )
    .map(problem => `the reason: ${JSON.stringify(problem)}`);
}
