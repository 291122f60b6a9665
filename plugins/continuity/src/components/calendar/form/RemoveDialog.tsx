import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { PortalWindow } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  continuityApiRef,
  useResource,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { Field } from '../../shared/fields';
import { needs } from '../../shared/permissions';
import { ConfirmOpening } from './ConfirmOpening';
import { opensNow } from './opensNow';
import { removalDraft } from './removalDraft';

/** Why a window is to go, and whether one has seen what opens with it. */
export const RemoveDialog = (props: {
  saved: PortalWindow;
  comment: string;
  /** The backend has refused to go on without a confirmation. */
  mustConfirm: boolean;
  onComment: (comment: string) => void;
  onRemove: (options: { comment: string; confirm: boolean }) => void;
  onClose: () => void;
}) => {
  const { saved, mustConfirm } = props;
  const id = useId();
  const { t } = useTranslationRef(windowFormTranslationRef);
  const api = useApi(continuityApiRef);
  const [seen, setSeen] = useState(false);
  const preview = useResource(
    signal => api.previewPortalWindow(removalDraft(saved), { signal }),
    `${saved.id} ${saved.revision}`,
  );
  const comment = props.comment.trim();
  const known = preview.state === 'ready' ? preview.value : undefined;
  const opening = opensNow(known?.changes ?? []);
  const asks = mustConfirm || opening.length > 0;
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={id}>
      <DialogTitle id={id}>
        {t('save.removeAsk', { title: saved.window.title })}
      </DialogTitle>
      <DialogContent>
        <Typography paragraph>{t('save.removeMeans')}</Typography>
        <ResourceView
          resource={preview}
          what={t('save.removeWhat')}
          permission={needs.calendar}
          lines={1}
        >
          {({ problems }) =>
            !asks && problems.length === 0 ? (
              <Typography paragraph>{t('save.removeOpensNothing')}</Typography>
            ) : null
          }
        </ResourceView>
        {asks ? (
          <ConfirmOpening opening={opening} seen={seen} onSeen={setSeen} />
        ) : null}
        <Field
          label={t('field.comment')}
          required
          help={
            comment === '' ? t('save.needsComment') : t('field.commentHelp')
          }
          value={props.comment}
          onChange={props.onComment}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('save.cancel')}</Button>
        <Button
          color="primary"
          disabled={comment === '' || !known || (asks && !seen)}
          onClick={() => props.onRemove({ comment, confirm: seen })}
        >
          {t('save.remove')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
