import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { showValue, strictShape, textThat } from '../time';
import type { Problem } from '../time';
import { entityRef, listOf, share, words } from './fields';
import type { SaasContract } from './types';

/** What is agreed with the vendor of a third-party service. */
export const saasContract = strictShape('what is agreed with the vendor', {
  vendor: words,
  sla: share.optional(),
  supportHours: words.optional(),
  exitPlan: words.optional(),
  dataRegions: listOf(
    'a list of regions',
    textThat('a region or country, e.g. eu-central-1 or CH', isPlace),
  ).optional(),
  substitutes: listOf('a list of entity references', entityRef).optional(),
});

/** Substitutes and regions are sets: one that stands twice was meant to be another. */
export function repeatedInContract(
  contract: SaasContract | undefined,
  path: string,
): Problem[] {
  return [
    ...repeated(
      contract?.substitutes ?? [],
      ref => stringifyEntityRef(parseEntityRef(ref)),
      `${path}.substitutes`,
    ),
    ...repeated(
      contract?.dataRegions ?? [],
      region => region,
      `${path}.dataRegions`,
    ),
  ];
}

function isPlace(value: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$/.test(value);
}

function repeated(
  values: readonly string[],
  keyOf: (value: string) => string,
  path: string,
): Problem[] {
  const keys = values.map(keyOf);
  return values.flatMap((value, index) => {
    const first = keys.indexOf(keys[index]);
    return first < index
      ? [
          {
            path: `${path}.${index}`,
            message: `${showValue(
              value,
            )} stands at ${path}.${first} already; expected each once`,
          },
        ]
      : [];
  });
}
