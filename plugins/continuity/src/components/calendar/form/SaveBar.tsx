import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { WindowChange } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { Notice } from '../../shared/Notice';
import { Field, Row } from './fields';
import { Changes } from './PreviewPanel';

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
  /** Somebody else changed it meanwhile, so a newer version can be loaded. */
  outdated?: boolean;
}

export interface SaveBarProps {
  title: string;
  isNew: boolean;
  /** The preview is of what would be saved, and has no problem. */
  mayGo: boolean;
  /** What is closed now and would open at once. */
  opening: readonly WindowChange[];
  saving: Saving;
  onSave: (options: { comment: string; confirm: boolean }) => void;
  onRemove?: (options: { comment: string; confirm: boolean }) => void;
  onReload: () => void;
}

/** Why, whether one has seen what opens, and then save or remove. */
export const SaveBar = (props: SaveBarProps) => {
  const { isNew, mayGo, opening, saving } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(windowFormTranslationRef);
  const [comment, setComment] = useState('');
  const [seen, setSeen] = useState(false);
  const [removing, setRemoving] = useState(false);
  const dialogTitle = useId();
  const isSaving = saving.state === 'saving';
  const said = isNew || comment.trim() !== '';
  const ready = mayGo && said && !isSaving && (opening.length === 0 || seen);
  return (
    <>
      {saving.state === 'failed' ? (
        <Notice tone="bad" title={t('save.failed')}>
          {saving.message}
          {saving.outdated ? (
            <div>
              <Button size="small" variant="outlined" onClick={props.onReload}>
                {t('save.reload')}
              </Button>
            </div>
          ) : null}
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
      {opening.length > 0 ? (
        <Notice tone="notice" title={t('preview.changes')}>
          <Changes changes={opening} />
          <FormControlLabel
            label={t('save.confirm')}
            control={
              <Checkbox
                color="primary"
                checked={seen}
                onChange={(_, checked) => setSeen(checked)}
              />
            }
          />
        </Notice>
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
        {props.onRemove ? (
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
      <Dialog
        open={removing}
        onClose={() => setRemoving(false)}
        aria-labelledby={dialogTitle}
      >
        <DialogTitle id={dialogTitle}>
          {t('save.removeAsk', { title: props.title })}
        </DialogTitle>
        <DialogContent>
          <Typography paragraph>{t('save.removeMeans')}</Typography>
          <Field
            label={t('field.comment')}
            required
            help={
              comment.trim() === ''
                ? t('save.needsComment')
                : t('field.commentHelp')
            }
            value={comment}
            onChange={setComment}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setRemoving(false)}>{t('save.cancel')}</Button>
          <Button
            color="primary"
            disabled={comment.trim() === '' || isSaving}
            onClick={() => {
              setRemoving(false);
              // The dialog has said that what it closes opens at once.
              props.onRemove?.({ comment: comment.trim(), confirm: true });
            }}
          >
            {t('save.remove')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
