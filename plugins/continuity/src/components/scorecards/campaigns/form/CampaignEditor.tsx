import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Campaign, Scorecard } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { Field, Row } from '../../../shared/fields';
import { LeaveGuard } from '../../../shared/LeaveGuard';
import { problemAt } from '../../../shared/problems';
import { RefusedNote } from '../../../shared/RefusedNote';
import { Section } from '../../../shared/Section';
import { useFocusAfter } from '../../../shared/useFocusAfter';
import { useUnsaved } from '../../../shared/useUnsaved';
import { useScorecardPaths } from '../../shared/useScorecardPaths';
import { CampaignFields } from './CampaignFields';
import { contentOf, withoutEmpty, type CampaignForm } from './campaignForm';
import { NewestPart } from './NewestPart';
import { PreviewPanel } from './PreviewPanel';
import { useCampaignPreview } from './useCampaignPreview';
import { useCampaignSaving } from './useCampaignSaving';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      marginTop: theme.spacing(3),
    },
  }),
  { name: 'ContinuityCampaignEditor' },
);

/** The fields of a campaign beside what saving them would mean. */
export const CampaignEditor = (props: {
  scorecards: readonly Scorecard[];
  initial: CampaignForm;
  /** Absent: it is made. */
  saved?: Campaign;
}) => {
  const { scorecards, initial, saved } = props;
  const classes = useStyles();
  const navigate = useNavigate();
  const paths = useScorecardPaths();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const [form, setForm] = useState(() => withTarget(initial, scorecards));
  const [comment, setComment] = useState('');
  const { isUnsaved, settle } = useUnsaved({ form, comment });
  const saving = useCampaignSaving({
    ...(saved && { saved }),
    onMerged: setForm,
    onDone: id => {
      settle();
      navigate(paths?.campaign(id) ?? '..');
    },
  });
  const { isBusy, refused } = saving;
  const { content, problems: unsendable } = contentOf(form);
  const preview = useCampaignPreview(content, saved?.id);
  const focused = useFocusAfter<HTMLFormElement>(isBusy);
  const problems = [
    ...unsendable.map(field => ({
      path: field === 'entities' ? 'scope.entities' : field,
      message: t(`form.wrong.${field}`),
    })),
    ...(refused?.problems ??
      (preview.resource.state === 'ready'
        ? withoutEmpty(preview.resource.value.problems, form)
        : [])),
  ];
  return (
    <Grid container spacing={3}>
      <Grid item xs={12} lg={7}>
        <Section title={t('form.title')}>
          <LeaveGuard active={isUnsaved} />
          <form
            ref={focused}
            aria-label={t(saved ? 'form.edit' : 'form.new')}
            onSubmit={event => {
              event.preventDefault();
              if (unsendable.length === 0) saving.save(form, comment.trim());
            }}
            // The backend says what is wrong, and at which field.
            noValidate
          >
            <CampaignFields
              form={form}
              scorecards={scorecards}
              isRunning={saved?.state === 'running'}
              problems={problems}
              onChange={part => {
                setForm(before => ({ ...before, ...part }));
                saving.touch(Object.keys(part).flatMap(fieldsOf));
              }}
            />
            {saved ? (
              <Row>
                <Field
                  label={t('form.comment')}
                  required
                  multiline
                  help={t('form.commentHelp')}
                  value={comment}
                  error={problemAt(refused?.problems ?? [], 'comment')}
                  onChange={setComment}
                />
              </Row>
            ) : null}
            <div className={classes.actions}>
              <Button
                type="submit"
                variant="contained"
                color="primary"
                disabled={
                  isBusy || (saved !== undefined && comment.trim() === '')
                }
              >
                {t(saved ? 'form.save' : 'form.make')}
              </Button>
              {isBusy ? (
                <Typography variant="body2" role="status">
                  {t('form.saving')}
                </Typography>
              ) : null}
            </div>
            {refused ? <RefusedNote refused={refused} /> : null}
            <NewestPart saving={saving} form={form} isSaved={Boolean(saved)} />
          </form>
        </Section>
      </Grid>
      <Grid item xs={12} lg={5}>
        <PreviewPanel preview={preview} />
      </Grid>
    </Grid>
  );
};

/** A new one is of the first scorecard, and for its highest level. */
function withTarget(
  form: CampaignForm,
  scorecards: readonly Scorecard[],
): CampaignForm {
  if (form.scorecard !== '') return form;
  const [first] = scorecards;
  return {
    ...form,
    scorecard: first?.id ?? '',
    level: first?.levels.at(-1)?.id ?? '',
  };
}

/** Fields as the backend names them. */
function fieldsOf(part: string): string[] {
  return ['owners', 'unowned', 'systems', 'tiers', 'entities'].includes(part)
    ? ['scope']
    : [part];
}
