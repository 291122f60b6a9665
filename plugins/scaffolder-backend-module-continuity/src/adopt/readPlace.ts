import { InputError } from '@backstage/errors';

/** One step of a path. Whether it is a name or a place in a list, the manifest decides. */
export interface PlaceStep {
  readonly name: string;
  /** Absent: it can only be a name. */
  readonly index?: number;
  /** What tells the item from others of its list, e.g. `[['name', 'api']]`. */
  readonly keys?: readonly (readonly [name: string, text: string])[];
}

/** A name, a name in quotes, or what stands in brackets. */
const PART = /\.?([\w-]+)|\[("(?:[^"\\]|\\.)*")\]|\[([^\]]*)\]/y;

/**
 * Where a change is. The pointer counts the items of the live list, whose order is not that
 * of Git; the label names them by their keys.
 */
export function readPlace(
  path: string,
  label: string | undefined,
): PlaceStep[] {
  if ((path !== '' && !path.startsWith('/')) || /~(?![01])/.test(path)) {
    throw new InputError(
      `path: ${JSON.stringify(
        path,
      )} is no JSON Pointer; expected e.g. /spec/replicas`,
    );
  }
  const names = path
    .split('/')
    .slice(1)
    .map(name => name.replace(/~1/g, '/').replace(/~0/g, '~'));
  const keys = label === undefined ? [] : keysOf(label);
  if (label !== undefined && keys.length !== names.length) {
    throw new InputError(
      `label: ${JSON.stringify(
        label,
      )} does not fit the path ${path}; expected both as the scan reports them`,
    );
  }
  return names.map((name, at) => ({
    name,
    ...(/^\d{1,7}$/.test(name) && { index: Number(name) }),
    ...(keys[at] && { keys: keys[at] }),
  }));
}

/** The keys of each step of a label; undefined for one that has none. */
function keysOf(label: string): (PlaceStep['keys'] | undefined)[] {
  const found: (PlaceStep['keys'] | undefined)[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < label.length) {
    const part = PART.exec(label);
    if (!part) return [];
    const [, , , bracket] = part;
    found.push(
      bracket?.includes('=')
        ? bracket
            .split(/,(?=[\w.-]+=)/)
            .map(text => [
              text.slice(0, text.indexOf('=')),
              text.slice(text.indexOf('=') + 1),
            ])
        : undefined,
    );
  }
  return found;
}
