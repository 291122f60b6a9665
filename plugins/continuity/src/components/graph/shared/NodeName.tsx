import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphNode } from '@continuity/plugin-continuity-common';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { EntityLink } from '../../shared/EntityLink';

/** The name of a node in plain words; one that may not be seen has none. */
export function useNodeWord(): (node: GraphNode) => string {
  const { t } = useTranslationRef(graphTranslationRef);
  return node =>
    node.ref === undefined
      ? t('node.hidden')
      : node.title ?? shortRef(node.ref);
}

/**
 * A node by its title, with a link where the catalog has it. What the reader may not see
 * is said to be there, and nothing else is said of it.
 */
export const NodeName = ({ node }: { node: GraphNode }) => {
  const { t } = useTranslationRef(graphTranslationRef);
  const word = useNodeWord();
  if (node.ref === undefined) return <em>{word(node)}</em>;
  if (node.known === false) {
    return (
      <>
        {shortRef(node.ref)} <em>({t('node.unknown')})</em>
      </>
    );
  }
  return <EntityLink entityRef={node.ref} title={node.title} />;
};
