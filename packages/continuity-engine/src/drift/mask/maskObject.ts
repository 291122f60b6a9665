import { isBag, type Bag } from '../values';
import { isOpenInSecret, MASK, maskValue } from './showValue';

/**
 * A whole object with every value masked that may be a secret, and its names kept. Masked
 * again it stays the same.
 *
 * @returns how many values are masked in it
 */
export function maskObject(
  object: Bag,
  kind: string,
): { value: Bag; masked: number } {
  const isSecret = kind === 'Secret' || kind === 'SecretList';
  const value: Bag = {};
  for (const [name, member] of Object.entries(
    isSecret ? withoutStringData(object) : object,
  )) {
    value[name] =
      name === 'metadata' && isBag(member)
        ? maskMetadata(member, isSecret)
        : maskField(name, member, isSecret);
  }
  return { value, masked: countMasks(value) };
}

/** What the server makes of it: the texts of `stringData` are among the data. */
function withoutStringData({ stringData, ...object }: Bag): Bag {
  return isBag(stringData)
    ? {
        ...object,
        data: { ...(isBag(object.data) ? object.data : {}), ...stringData },
      }
    : object;
}

/** Which object it is, and who wrote what, is no secret of it. */
function maskMetadata(metadata: Bag, isSecret: boolean): Bag {
  const masked: Bag = {};
  for (const [name, member] of Object.entries(metadata)) {
    const isOpen =
      ['name', 'namespace', 'managedFields', 'ownerReferences'].includes(
        name,
      ) ||
      (isSecret && name === 'labels');
    if (isOpen) masked[name] = member;
    else if (isSecret) masked[name] = maskAll(member);
    else masked[name] = maskValue(member, ['metadata', name]);
  }
  return masked;
}

function maskField(name: string, member: unknown, isSecret: boolean): unknown {
  if (name === 'apiVersion' || name === 'kind') return member;
  if (isSecret) return isOpenInSecret(name) ? member : maskAll(member);
  return ['stringData', 'encryptedData'].includes(name)
    ? maskAll(member)
    : maskValue(member, [name]);
}

/** Everything but the names. */
function maskAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskAll);
  if (!isBag(value)) {
    return value === null || value === undefined ? value : MASK;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, maskAll(member)]),
  );
}

export function countMasks(value: unknown): number {
  if (value === MASK) return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>(
    (sum, member) => sum + countMasks(member),
    0,
  );
}
