import { isBag, type Bag } from '../values';
import { countMasks, maskAll } from './maskAll';
import { isOpenInSecret, maskValue, WHOLLY_SECRET } from './showValue';

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
  return WHOLLY_SECRET.has(name) ? maskAll(member) : maskValue(member, [name]);
}
