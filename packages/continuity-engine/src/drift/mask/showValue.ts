import type { Step } from '../steps';
import type { ShownValue } from '../types';
import { isBag } from '../values';
import { isSecretFlag, isSecretName, looksSecret } from './looksSecret';
import { countMasks, MASK, maskAll } from './maskAll';

/** Characters of a value that are shown. */
const MOST_TEXT = 400;

const ABSENT: ShownValue = { state: 'absent', text: '(absent)' };

/** Below these everything is a secret, wherever they stand: templates of a Secret hold them. */
export const WHOLLY_SECRET: ReadonlySet<string> = new Set([
  'stringData',
  'encryptedData',
]);

/** What may be seen of a Secret besides its names. */
const OPEN_IN_SECRETS = new Set(['type', 'immutable', 'labels']);

/**
 * A value as it may leave the function. It fails closed: in a Secret everything is masked
 * but its type and labels, and anywhere else what is kept under the name of a secret, or
 * has the form of one. A mask says neither length nor hash, both of which help to guess.
 *
 * @param steps - where the value stands
 * @param kind - of the object
 * @param before - what stands before it in its list, since a flag tells what follows
 */
export function showValue(
  value: unknown,
  steps: readonly Step[],
  kind: string,
  before?: unknown,
): ShownValue {
  if (value === undefined) return ABSENT;
  if (isHidden(steps, kind) || isSecretFlag(before))
    return { state: 'masked', text: MASK };
  const masking = { any: false };
  const open = maskInside(value, nameFor(steps), masking);
  if (open === MASK) return { state: 'masked', text: MASK };
  const text = JSON.stringify(open, (_, one: unknown) =>
    typeof one === 'bigint' ? String(one) : one,
  );
  return {
    state: masking.any ? 'masked' : 'shown',
    text:
      text.length > MOST_TEXT
        ? `${text.slice(0, MOST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
        : text,
  };
}

/** A value with everything inside masked that may be a secret. */
export function maskValue(value: unknown, names: readonly string[]): unknown {
  return maskInside(value, names, { any: false });
}

/** Whether a field of a Secret may be seen. */
export function isOpenInSecret(name: string): boolean {
  return OPEN_IN_SECRETS.has(name);
}

/** Whether nothing of the place may be seen. */
function isHidden(steps: readonly Step[], kind: string): boolean {
  if (kind === 'Secret' || kind === 'SecretList') return !isOpen(steps);
  return steps.some(
    (step, depth) =>
      depth < steps.length - 1 &&
      'name' in step &&
      WHOLLY_SECRET.has(step.name),
  );
}

function isOpen(steps: readonly Step[]): boolean {
  const names = steps.map(step => ('name' in step ? step.name : ''));
  return (
    (names.length === 1 && OPEN_IN_SECRETS.has(names[0])) ||
    (names[0] === 'metadata' && names[1] === 'labels' && names.length === 3)
  );
}

/**
 * The name that a value is kept under: the nearest field, and for the `value` of an item
 * the name of the item, as in the environment of a container.
 */
function nameFor(steps: readonly Step[]): string[] {
  const names: string[] = [];
  for (const step of steps) {
    if ('name' in step) names.push(step.name);
    else if (isBag(step.item) && typeof step.item.name === 'string') {
      names.push(step.item.name);
    }
  }
  return names.slice(-3);
}

function maskInside(
  value: unknown,
  names: readonly string[],
  masking: { any: boolean },
): unknown {
  const mask = () => {
    masking.any = true;
    return MASK;
  };
  if (typeof value === 'string') {
    return isUnderSecretName(names) || looksSecret(value) ? mask() : value;
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    const isSecret = isUnderSecretName(names.slice(-1));
    return isSecret ? mask() : value;
  }
  if (Array.isArray(value)) {
    return value.map((one, at) =>
      typeof one === 'string' && at > 0 && isSecretFlag(value[at - 1])
        ? mask()
        : maskInside(one, names, masking),
    );
  }
  if (!isBag(value)) return value;
  const item = typeof value.name === 'string' ? [value.name] : [];
  const around = names.slice(-2);
  const entries = Object.entries(value).map(
    ([name, member]): [string, unknown] => [name, masked(name, member)],
  );
  return Object.fromEntries(entries);

  function masked(name: string, member: unknown): unknown {
    if (!WHOLLY_SECRET.has(name)) {
      // As for a single field, what stands around it tells as much as its own name.
      const inner = name === 'name' ? [name] : [...around, ...item, name];
      return maskInside(member, inner, masking);
    }
    const whole = maskAll(member);
    masking.any ||= countMasks(whole) > 0;
    return whole;
  }
}

const REFERRING = new Set(['name', 'key', 'namespace', 'kind', 'apiVersion']);

/** `name` and `key` of a reference say where a secret is, not what it is. */
function isUnderSecretName(names: readonly string[]): boolean {
  const last = names[names.length - 1] ?? '';
  if (REFERRING.has(last)) return false;
  return names.some(isSecretName);
}
