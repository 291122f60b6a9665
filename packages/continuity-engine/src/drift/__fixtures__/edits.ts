import { parse } from 'yaml';
import { parsePointer } from '../steps';

/** A JSON Pointer and what stands there afterwards; undefined takes it away. */
export type Edit = readonly [pointer: string, value: unknown];

type Inside = Record<string, unknown>;

/** A manifest with some places changed; `-` adds to a list. */
export function edited(yaml: string, edits: readonly Edit[]): unknown {
  const root: unknown = parse(yaml, { version: '1.1' });
  for (const [pointer, value] of edits) {
    const names = parsePointer(pointer) ?? [];
    const last = names.pop() ?? '';
    let at = root as Inside;
    for (const name of names) {
      at[name] ??= {};
      at = at[name] as Inside;
    }
    if (Array.isArray(at)) {
      if (last === '-') at.push(value);
      else if (value === undefined) at.splice(Number(last), 1);
      else at[Number(last)] = value;
    } else if (value === undefined) {
      delete at[last];
    } else {
      at[last] = value;
    }
  }
  return root;
}
