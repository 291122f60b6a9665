import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Change } from '@continuity/plugin-continuity-common';
import { useReader } from '@continuity/plugin-continuity-react';
import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { LeaveGuard } from '../../shared/LeaveGuard';
import { Notice } from '../../shared/Notice';
import { Section } from '../../shared/Section';
import { useFocusAfter } from '../../shared/useFocusAfter';
import { useUnsaved } from '../../shared/useUnsaved';
import type { ChangeForm, FormPart } from './changeForm';
import { ClassFields } from './ClassFields';
import { ClassificationPanel } from './ClassificationPanel';
import { FactsFields } from './FactsFields';
import { HowFields } from './HowFields';
import { RollbackFields } from './RollbackFields';
import { SavePanel } from './SavePanel';
import { useChangeSaving } from './useChangeSaving';
import { useClassificationPreview } from './useClassificationPreview';
import { WhatFields } from './WhatFields';
import { WhereFields } from './WhereFields';
import { WhoFields } from './WhoFields';

const useStyles = makeStyles(
  theme => ({
    part: { marginBottom: theme.spacing(3) },
    beside: {
      [theme.breakpoints.up('lg')]: {
        position: 'sticky',
        top: theme.spacing(2),
        maxHeight: `calc(100vh - ${theme.spacing(4)}px)`,
        overflowY: 'auto',
      },
    },
  }),
  { name: 'ContinuityChangeEditor' },
);

const isPart = (form: ChangeForm, name: string): name is FormPart =>
  name in form;

/** Everything that a change says, with its class beside it as it is typed. */
export const ChangeEditor = (props: {
  initial: ChangeForm;
  /** Absent: it is raised. */
  saved?: Change;
  onDone: (id: string) => void;
}) => {
  const { saved } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { t: tList } = useTranslationRef(changesTranslationRef);
  const { timeZone } = useReader();
  const [form, setForm] = useState(props.initial);
  const { isUnsaved, settle } = useUnsaved(form);
  const saving = useChangeSaving({
    saved,
    onMerged: setForm,
    onDone: id => {
      settle();
      props.onDone(id);
    },
  });
  const focused = useFocusAfter<HTMLDivElement>(saving.saving.state === 'busy');
  const preview = useClassificationPreview(form, timeZone);
  const onChange = (part: Partial<ChangeForm>) => {
    setForm(before => ({ ...before, ...part }));
    saving.touch(Object.keys(part).filter(name => isPart(form, name)));
  };
  const parts = { form, onChange, problems: saving.problems };
  return (
    <Grid container spacing={3} ref={focused}>
      <LeaveGuard active={isUnsaved} />
      <Grid item xs={12} lg={7}>
        {saved && saved.summary.state !== 'draft' ? (
          <Notice tone="notice" title={t('draftAgain')}>
            {t('draftAgainMeans', {
              state: tList(`state.${saved.summary.state}`),
            })}
          </Notice>
        ) : null}
        <Typography variant="body2" paragraph>
          {t('means')}
        </Typography>
        <form
          aria-label={
            saved ? t('edit', { title: saved.summary.title }) : t('new')
          }
          onSubmit={event => event.preventDefault()}
        >
          <Section title={t('parts.what')} className={classes.part}>
            <WhatFields {...parts} />
          </Section>
          <Section title={t('parts.where')} className={classes.part}>
            <WhereFields {...parts} changeId={saved?.summary.id} />
          </Section>
          <Section title={t('parts.facts')} className={classes.part}>
            <FactsFields {...parts} />
          </Section>
          <Section title={t('parts.class')} className={classes.part}>
            <ClassFields {...parts} />
          </Section>
          <Section title={t('parts.how')} className={classes.part}>
            <HowFields {...parts} />
          </Section>
          <Section title={t('parts.rollback')} className={classes.part}>
            <RollbackFields {...parts} />
          </Section>
          <Section title={t('parts.who')} className={classes.part}>
            <WhoFields {...parts} />
          </Section>
        </form>
      </Grid>
      <Grid item xs={12} lg={5}>
        <div className={classes.beside}>
          <Section title={t('parts.save')} className={classes.part}>
            <SavePanel form={form} saving={saving} />
          </Section>
          <Section title={t('parts.preview')}>
            <ClassificationPanel preview={preview} />
          </Section>
        </div>
      </Grid>
    </Grid>
  );
};
