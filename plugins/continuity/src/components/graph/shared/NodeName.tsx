import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphNode } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
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

const useStyles = makeStyles(
  { inText: { '& a': { textDecoration: 'underline' } } },
  { name: 'ContinuityNodeName' },
);

/**
 * A node by its title, with a link where the catalog has it. What the reader may not see
 * is said to be there, and nothing else is said of it.
 */
export const NodeName = (props: {
  node: GraphNode;
  /** It stands among other words, so colour alone must not tell the link from them. */
  inText?: boolean;
}) => {
  const { node, inText } = props;
  const classes = useStyles();
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
  return (
    <span className={inText ? classes.inText : undefined}>
      <EntityLink entityRef={node.ref} title={node.title} />
    </span>
  );
};
