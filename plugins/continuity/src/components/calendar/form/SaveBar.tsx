import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  PortalWindow,
  WindowChange,
} from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { Notice } from '../../shared/Notice';
import { Field, Row } from '../../shared/fields';
import { ConfirmOpening } from './ConfirmOpening';
import { RemoveDialog } from './RemoveDialog';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
    },
  }),
  { name: 'ContinuitySaveBar' },
);

export interface Saving {
  state: 'idle' | 'saving' | 'failed';
  message?: string;
  /** The backend asks whether what opens at once is meant; its message says what. */
  mustConfirm?: boolean;
}

export interface SaveBarProps {
  /** Absent: it is a new one. */
  saved?: PortalWindow;
  /** The preview is of what would be saved, and has no problem. */
  mayGo: boolean;
  /** What is closed now and would open at once. */
  opening: readonly WindowChange[];
  saving: Saving;
  onSave: (options: { comment: string; confirm: boolean }) => void;
  onRemove: (options: { comment: string; confirm: boolean }) => void;
}

/** Why, whether one has seen what opens, and then save or remove. */
export const SaveBar = (props: SaveBarProps) => {
  const { saved, mayGo, opening, saving } = props;
  const isNew = !saved;
  const classes = useStyles();
  const { t } = useTranslationRef(windowFormTranslationRef);
  const [comment, setComment] = useState('');
  const [seen, setSeen] = useState(false);
  const [removing, setRemoving] = useState(false);
  const isSaving = saving.state === 'saving';
  const said = isNew || comment.trim() !== '';
  const mustConfirm = saving.mustConfirm ?? false;
  const asks = mustConfirm || opening.length > 0;
  const ready = mayGo && said && !isSaving && (!asks || seen);
  return (
    <>
      {saving.state === 'failed' ? (
        <Notice tone="bad" title={t('save.failed')}>
          {saving.message}
        </Notice>
      ) : null}
      <Row>
        <Field
          label={t('field.comment')}
          help={said ? t('field.commentHelp') : t('save.needsComment')}
          value={comment}
          required={!isNew}
          onChange={setComment}
        />
      </Row>
      {asks ? (
        <ConfirmOpening opening={opening} seen={seen} onSeen={setSeen} />
      ) : null}
      <div className={classes.actions}>
        <Button
          variant="contained"
          color="primary"
          disabled={!ready}
          onClick={() =>
            props.onSave({ comment: comment.trim(), confirm: seen })
          }
        >
          {isNew ? t('save.create') : t('save.change')}
        </Button>
        {saved ? (
          <Button disabled={isSaving} onClick={() => setRemoving(true)}>
            {t('save.remove')}
          </Button>
        ) : null}
        {isSaving ? (
          <Typography variant="body2" role="status">
            {t('save.saving')}
          </Typography>
        ) : null}
      </div>
      {saved && removing ? (
        <RemoveDialog
          saved={saved}
          comment={comment}
          mustConfirm={mustConfirm}
          onComment={setComment}
          onRemove={options => {
            setRemoving(false);
            props.onRemove(options);
          }}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </>
  );
};
