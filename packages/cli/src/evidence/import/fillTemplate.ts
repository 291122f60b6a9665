import { JSONPath } from 'jsonpath-plus';
import { isLookup, type Template } from './factMapping';

/** What a template comes to. `absent`: it is optional, and the fact has nothing there. */
export type Filled =
  | { outcome: 'value'; value: unknown }
  | { outcome: 'absent' }
  | { outcome: 'problem'; problem: string };

/**
 * Fills a template from what a fact says.
 *
 * @param field - where in the report it stands, for the problem
 */
export function fillTemplate(
  template: Template,
  data: unknown,
  field: string,
): Filled {
  if (typeof template === 'string') {
    return template.startsWith('$')
      ? lookUp({ $path: template }, data, field)
      : { outcome: 'value', value: template };
  }
  if (typeof template !== 'object' || template === null) {
    return { outcome: 'value', value: template };
  }
  if (Array.isArray(template)) {
    return fillMembers(template.entries(), data, field, members =>
      members.map(([, value]) => value),
    );
  }
  if (isLookup(template)) return lookUp(template, data, field);
  if ('$value' in template) {
    return { outcome: 'value', value: template.$value };
  }
  return fillMembers(Object.entries(template), data, field, Object.fromEntries);
}

function fillMembers<K extends string | number>(
  templates: Iterable<[K, Template]>,
  data: unknown,
  field: string,
  assemble: (members: [K, unknown][]) => unknown,
): Filled {
  const members: [K, unknown][] = [];
  for (const [key, template] of templates) {
    const filled = fillTemplate(template, data, `${field}.${key}`);
    if (filled.outcome === 'problem') return filled;
    if (filled.outcome === 'value') members.push([key, filled.value]);
  }
  return { outcome: 'value', value: assemble(members) };
}

function lookUp(
  {
    $path,
    values,
    optional = false,
  }: { $path: string; values?: Record<string, unknown>; optional?: boolean },
  data: unknown,
  field: string,
): Filled {
  const found = valueAt($path, data);
  // Null is how many tools say that they do not know.
  if (found === undefined || found === null) {
    return optional
      ? { outcome: 'absent' }
      : {
          outcome: 'problem',
          problem: `${field}: the fact has nothing at ${$path}`,
        };
  }
  if (!values) return { outcome: 'value', value: found };
  const text =
    typeof found === 'object' ? JSON.stringify(found) : String(found);
  return Object.hasOwn(values, text)
    ? { outcome: 'value', value: values[text] }
    : {
        outcome: 'problem',
        problem: `${field}: ${JSON.stringify(
          found,
        )} at ${$path} is none of ${Object.keys(values).join(', ')}`,
      };
}

function valueAt(path: string, data: unknown): unknown {
  if (path === '$') return data;
  if (typeof data !== 'object' || data === null) return undefined;
  // eslint-disable-next-line new-cap -- it is named so
  return JSONPath<unknown>({ path, json: data, wrap: false, eval: false });
}
