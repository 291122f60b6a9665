import { isSecretName, looksSecret } from './mask/looksSecret';
import { isBag } from './values';

/** One step into an object. */
export type Step =
  | { readonly name: string }
  | {
      /** Where the item stands in the live list, or in the desired one when it is gone. */
      readonly index: number;
      /** The fields that identify it, e.g. `name`. Absent: it is known by its place. */
      readonly keys?: readonly string[];
      readonly item: unknown;
    };

/** JSON Pointer (RFC 6901). */
export function pointerOf(steps: readonly Step[]): string {
  return steps
    .map(step =>
      'name' in step
        ? `/${step.name.replace(/~/g, '~0').replace(/\//g, '~1')}`
        : `/${step.index}`,
    )
    .join('');
}

/** For people: `spec.containers[name=api].image`. */
export function labelOf(steps: readonly Step[]): string {
  let text = '';
  for (const step of steps) {
    if (!('name' in step)) {
      text += `[${keyOf(step) ?? step.index}]`;
    } else if (/^[\w-]+$/.test(step.name)) {
      text += text === '' ? step.name : `.${step.name}`;
    } else {
      text += `[${JSON.stringify(step.name)}]`;
    }
  }
  return text === '' ? '.' : text;
}

/** What identifies an item, unless that must not be shown. */
function keyOf({ keys, item }: Extract<Step, { index: number }>) {
  if (keys === undefined || !isBag(item)) return undefined;
  const parts = keys.map(name => [name, String(item[name] ?? '')] as const);
  return parts.some(([name, text]) => isSecretName(name) || looksSecret(text))
    ? undefined
    : parts.map(([name, text]) => `${name}=${text}`).join(',');
}

/** The names of a JSON Pointer; undefined when it is none. */
export function parsePointer(text: string): string[] | undefined {
  if (text === '') return [];
  if (!text.startsWith('/') || /~(?![01])/.test(text)) return undefined;
  return text
    .slice(1)
    .split('/')
    .map(name => name.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** What stands at the end of the steps in another object that is matched alike. */
export function reach(value: unknown, steps: readonly Step[]): unknown {
  let at = value;
  for (const step of steps) {
    if ('name' in step) {
      if (!isBag(at)) return undefined;
      at = at[step.name];
    } else {
      if (!Array.isArray(at)) return undefined;
      at = itemLike(at, step);
    }
    if (at === undefined) return undefined;
  }
  return at;
}

function itemLike(
  list: readonly unknown[],
  { keys, index, item }: Extract<Step, { index: number }>,
): unknown {
  if (!isBag(item)) return list.find(one => one === item);
  if (keys === undefined) return list[index];
  return list.find(
    one =>
      isBag(one) &&
      keys.every(name => String(one[name]) === String(item[name])),
  );
}
