import { canonicalText, field, isBag, textOf, type Bag } from './values';
import type { Step } from './steps';
import type { FieldOwner } from './types';

interface Writer extends FieldOwner {
  readonly fields: Bag;
}

/**
 * Who wrote what, from `metadata.managedFields` (Kubernetes API reference, `FieldsV1`:
 * `f:<name>` is a field, `k:<keys>` an item of a keyed list, `v:<value>` one of a set, and
 * `i:<index>` one of any other list; `.` is the field itself).
 */
export class Ownership {
  readonly #writers: readonly Writer[];

  constructor(live: unknown) {
    const entries = field(live, 'metadata', 'managedFields');
    this.#writers = (Array.isArray(entries) ? entries : []).flatMap(
      (entry): Writer[] => {
        const fields = field(entry, 'fieldsV1');
        const manager = textOf(field(entry, 'manager'));
        if (!isBag(fields) || manager === undefined) return [];
        const time = textOf(field(entry, 'time'));
        const subresource = textOf(field(entry, 'subresource'));
        return [
          {
            manager,
            operation: textOf(field(entry, 'operation')) ?? 'Update',
            ...(time !== undefined && { time }),
            ...(subresource && { subresource }),
            fields,
          },
        ];
      },
    );
  }

  /** Whether the object says anything about who wrote it. */
  get isRecorded(): boolean {
    return this.#writers.length > 0;
  }

  /** Who owns a field of the live object. */
  of(steps: readonly Step[]): FieldOwner[] {
    return this.#writers
      .filter(({ fields }) => owns(fields, steps))
      .map(withoutFields);
  }

  /** Who wrote to the object last, whatever it was; the status aside. */
  last(): FieldOwner | undefined {
    const [latest] = this.#writers
      .filter(({ subresource }) => subresource !== 'status')
      .sort((a, b) => (b.time ?? '').localeCompare(a.time ?? ''));
    return latest && withoutFields(latest);
  }
}

function withoutFields({ fields: _, ...owner }: Writer): FieldOwner {
  return owner;
}

function owns(fields: Bag, steps: readonly Step[]): boolean {
  let at: Bag = fields;
  for (const [depth, step] of steps.entries()) {
    // A field without an inside is owned with everything in it.
    if (depth > 0 && Object.keys(at).length === 0) return true;
    const inner =
      'name' in step ? at[`f:${step.name}`] : itemOf(at, step.index, step.item);
    if (!isBag(inner)) return false;
    at = inner;
  }
  return true;
}

function itemOf(at: Bag, index: number, item: unknown): unknown {
  for (const [name, inner] of Object.entries(at)) {
    const sort = name.slice(0, 2);
    if (sort === 'k:' && isItem(parse(name.slice(2)), item)) return inner;
    if (
      sort === 'v:' &&
      canonicalText(parse(name.slice(2))) === canonicalText(item)
    ) {
      return inner;
    }
    if (name === `i:${index}`) return inner;
  }
  return undefined;
}

function isItem(keys: unknown, item: unknown): boolean {
  return (
    isBag(keys) &&
    isBag(item) &&
    Object.entries(keys).every(
      ([name, value]) => canonicalText(item[name]) === canonicalText(value),
    )
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
