import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  GraphNode,
  GraphPath,
} from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useId } from 'react';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { useNodeWord } from './NodeName';
import { PathView } from './PathView';

/** Why a node is affected: the path that leads to it. */
export const PathDialog = (props: {
  node: GraphNode;
  path: GraphPath;
  onClose: () => void;
}) => {
  const id = useId();
  const { t } = useTranslationRef(graphTranslationRef);
  const word = useNodeWord();
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={id} maxWidth="sm">
      <DialogTitle id={id}>
        {t('dialog.path', { name: word(props.node) })}
      </DialogTitle>
      <DialogContent>
        <PathView path={props.path} />
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('dialog.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
