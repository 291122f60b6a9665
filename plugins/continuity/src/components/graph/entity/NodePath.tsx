import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphPicture } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useDependencyList,
} from '@continuity/plugin-continuity-react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { needs } from '../../shared/permissions';
import { NodeName, useNodeWord } from '../shared/NodeName';
import { PathView } from '../shared/PathView';

const useStyles = makeStyles(
  theme => ({ root: { padding: theme.spacing(1, 2), marginBottom: 8 } }),
  { name: 'ContinuityNodePath' },
);

const Found = (props: {
  entityRef: string;
  nodeRef: string;
  direction: 'dependants' | 'dependencies';
  hops: number;
  name: string;
}) => {
  const { t } = useTranslationRef(graphTranslationRef);
  const page = useDependencyList(props.entityRef, props.direction, {
    text: props.name,
    maxHops: props.hops,
    limit: 200,
  });
  return (
    <ResourceView
      resource={page}
      what={t('section.what')}
      permission={needs.graph}
      lines={2}
    >
      {({ items }) => {
        const item = items.find(({ node }) => node.ref === props.nodeRef);
        return item ? (
          <PathView path={item.path} />
        ) : (
          <Typography variant="body2">{t('table.empty')}</Typography>
        );
      }}
    </ResourceView>
  );
};

/** Why the node that was pressed in the picture is in it: the shortest path to it. */
export const NodePath = (props: {
  entityRef: string;
  drawn: GraphPicture['nodes'][number];
}) => {
  const { node, direction, hops } = props.drawn;
  const classes = useStyles();
  const { t } = useTranslationRef(graphTranslationRef);
  const word = useNodeWord();
  const name = word(node);
  if (!direction || node.ref === undefined) {
    return (
      <Typography variant="body2">
        <NodeName node={node} />
      </Typography>
    );
  }
  return (
    <Paper variant="outlined" className={classes.root} aria-live="polite">
      <Typography variant="subtitle2" component="h4">
        {t('dialog.path', { name })}
      </Typography>
      <Found
        entityRef={props.entityRef}
        nodeRef={node.ref}
        direction={direction}
        hops={hops}
        name={node.ref.replace(/^.*\//, '')}
      />
    </Paper>
  );
};
