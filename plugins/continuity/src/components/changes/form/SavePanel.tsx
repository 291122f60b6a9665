import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { OutdatedNotice } from '../shared/OutdatedNotice';
import { Field, Row } from '../../shared/fields';
import { Notice } from '../../shared/Notice';
import { RefusalList } from '../shared/RefusalList';
import type { ChangeForm } from './changeForm';
import type { ChangeSaving } from './useChangeSaving';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
    },
  }),
  { name: 'ContinuitySaveChange' },
);

/** Why it was not saved: fields that are wrong, or what is in the way. */
const NotSaved = ({ saving }: { saving: ChangeSaving }) => {
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { failure, problems } = saving;
  if (!failure || failure.outdated) return null;
  return (
    <Notice tone="bad" title={t('save.failed')}>
      {problems.length > 0 ? (
        <>
          {t('save.fields')}
          <ul>
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <code>{path.replace(/^content\./, '')}</code>: {message}
              </li>
            ))}
          </ul>
        </>
      ) : (
        failure.message
      )}
      <RefusalList refusals={failure.refusals} />
    </Notice>
  );
};

const Merged = ({ saving }: { saving: ChangeSaving }) => {
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { t: tParts } = useTranslationRef(changeTranslationRef);
  const { merged } = saving;
  if (!merged) return null;
  return (
    <Notice tone="notice" title={t('save.merged')}>
      {t('save.mergedMeans')}{' '}
      {merged.length > 0
        ? t('save.mergedBoth', {
            parts: merged
              .map(part => tParts(`content.part.${part}`))
              .join(', '),
          })
        : null}
    </Notice>
  );
};

/** The way to keep what stands in the form. */
export const SavePanel = (props: {
  form: ChangeForm;
  saving: ChangeSaving;
}) => {
  const { form, saving } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeFormTranslationRef);
  const [comment, setComment] = useState('');
  const { revision, failure } = saving;
  const isSaving = saving.saving.state === 'busy';
  return (
    <>
      {failure?.outdated && revision !== undefined ? (
        <OutdatedNotice
          seen={revision}
          now={failure.outdated}
          loading={saving.loading}
          onLoad={() => saving.load(form)}
        />
      ) : null}
      <NotSaved saving={saving} />
      <Merged saving={saving} />
      {revision === undefined ? null : (
        <Row>
          <Field
            label={t('field.comment')}
            help={t('field.commentHelp')}
            value={comment}
            onChange={setComment}
          />
        </Row>
      )}
      <div className={classes.actions}>
        <Button
          variant="contained"
          color="primary"
          disabled={isSaving || failure?.outdated !== undefined}
          onClick={() => saving.save(form, comment.trim())}
        >
          {t(revision === undefined ? 'save.create' : 'save.change')}
        </Button>
        {isSaving ? (
          <Typography variant="body2" role="status">
            {t('save.saving')}
          </Typography>
        ) : null}
      </div>
    </>
  );
};
