import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphNode } from '@continuity/plugin-continuity-common';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';

const KINDS = [
  'api',
  'businessfunction',
  'component',
  'domain',
  'resource',
  'system',
] as const;

/**
 * What a node is, with its type where it has one, e.g. `Resource (database)`. Two of
 * different kinds may have the same title. Empty for what may not be seen.
 */
export function useKindWord(): (
  node: Pick<GraphNode, 'ref' | 'kind' | 'type'>,
) => string {
  const { t } = useTranslationRef(graphTranslationRef);
  return ({ ref, kind: declared, type }) => {
    // What is in no catalog has a kind all the same: its ref begins with it.
    const kind = declared ?? ref?.split(':')[0] ?? '';
    const known = KINDS.find(one => one === kind);
    const word = known ? t(`kind.${known}`) : kind;
    return word && type ? t('kind.typed', { kind: word, type }) : word;
  };
}
