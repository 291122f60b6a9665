import {
  DURATION_EXPECTATION,
  parseDuration,
  showValue,
  type Placement,
} from '@continuity/engine';

const ROLES = ['primary', 'secondary', 'standby'] as const;

/** The fields of a line; `null` counts as absent. */
export class Fields {
  readonly problems: { field?: string; message: string }[] = [];
  readonly #values: Record<string, unknown>;

  constructor(values: object) {
    this.#values = { ...values };
  }

  has(field: string): boolean {
    return Object.hasOwn(this.#values, field);
  }

  /** Fields that are not among those that are known. */
  besides(known: readonly string[]): string[] {
    return Object.keys(this.#values).filter(field => !known.includes(field));
  }

  problem(field: string, message: string): void {
    this.problems.push({ field, message });
  }

  name(field: string): string | undefined {
    const value = this.#values[field];
    if (typeof value === 'string' && value !== '') return value;
    this.problem(
      field,
      value === undefined
        ? 'is missing; expected the name of a node'
        : `${showValue(value)} is not a name; expected text that is not empty`,
    );
    return undefined;
  }

  text(field: string): string | undefined {
    const value = this.#values[field] ?? undefined;
    if (value === undefined || (typeof value === 'string' && value !== '')) {
      return value;
    }
    this.#unexpected(field, value, 'text that is not empty');
    return undefined;
  }

  seconds(field: string): number | undefined {
    const value = this.#values[field] ?? undefined;
    if (value === undefined) return undefined;
    const parsed = typeof value === 'string' ? parseDuration(value) : undefined;
    if (!parsed) this.#unexpected(field, value, DURATION_EXPECTATION);
    return parsed?.seconds;
  }

  share(field: string): number | undefined {
    const value = this.#values[field] ?? undefined;
    if (value === undefined) return undefined;
    if (typeof value === 'number' && value >= 0 && value <= 1) return value;
    this.#unexpected(field, value, 'a number from 0 to 1, e.g. 0.999');
    return undefined;
  }

  whole(field: string, least: number, most: number): number | undefined {
    const value = this.#values[field] ?? undefined;
    if (value === undefined) return undefined;
    if (
      typeof value === 'number' &&
      Number.isSafeInteger(value) &&
      value >= least &&
      value <= most
    ) {
      return value;
    }
    const upTo = most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : '';
    this.#unexpected(field, value, `a whole number from ${least}${upTo}`);
    return undefined;
  }

  oneOf<const T extends string>(
    field: string,
    words: readonly T[],
  ): T | undefined {
    const value = this.#values[field] ?? undefined;
    if (value === undefined) return undefined;
    const word = words.find(one => one === value);
    if (word === undefined) this.#unexpected(field, value, words.join(' or '));
    return word;
  }

  /** From `region`, or `regions` with names or `{ "region", "role" }`. */
  placements(): Placement[] | undefined {
    const region = this.text('region');
    const list = this.#values.regions ?? undefined;
    const placements: Placement[] = region === undefined ? [] : [{ region }];
    if (list !== undefined && !Array.isArray(list)) {
      this.#unexpected('regions', list, 'a list of regions');
      return undefined;
    }
    for (const item of list ?? []) {
      const placement = placementOf(item);
      if (placement) placements.push(placement);
      else {
        this.#unexpected(
          'regions',
          item,
          'a region, or {"region":"west","role":"standby"} with one of the roles primary, secondary, standby',
        );
      }
    }
    return placements.length > 0 ? placements : undefined;
  }

  #unexpected(field: string, value: unknown, expectation: string): void {
    this.problem(
      field,
      `${showValue(value)} is not expected here; expected ${expectation}`,
    );
  }
}

function placementOf(item: unknown): Placement | undefined {
  if (typeof item === 'string' && item !== '') return { region: item };
  if (typeof item !== 'object' || item === null || !('region' in item)) {
    return undefined;
  }
  const { region } = item;
  if (typeof region !== 'string' || region === '') return undefined;
  if (!('role' in item)) return { region };
  const role = ROLES.find(one => one === item.role);
  return role && { region, role };
}
