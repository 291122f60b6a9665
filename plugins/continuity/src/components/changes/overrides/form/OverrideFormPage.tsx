import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { continuityOverrideRequestPermission } from '@continuity/plugin-continuity-common';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { LeaveGuard } from '../../../shared/LeaveGuard';
import { Notice } from '../../../shared/Notice';
import { Section } from '../../../shared/Section';
import { useFocusAfter } from '../../../shared/useFocusAfter';
import { useUnsaved } from '../../../shared/useUnsaved';
import { RefusedNote } from '../../../shared/RefusedNote';
import { useMayAsk } from '../shared/useMayAsk';
import { useOverridePaths } from '../shared/useOverridePaths';
import { OverrideFields } from './OverrideFields';
import { formOfWish } from './overrideForm';
import { parseWish } from './overrideWish';
import { useAsking } from './useAsking';

const useStyles = makeStyles(
  theme => ({
    heading: { margin: theme.spacing(1, 0, 2) },
    form: { maxWidth: 960, marginBottom: theme.spacing(3) },
    means: { marginBottom: theme.spacing(3) },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      marginTop: theme.spacing(3),
    },
  }),
  { name: 'ContinuityOverrideForm' },
);

const AskingForm = () => {
  const classes = useStyles();
  const navigate = useNavigate();
  const paths = useOverridePaths();
  const [params] = useSearchParams();
  const { t } = useTranslationRef(overridesTranslationRef);
  const [form, setForm] = useState(() => formOfWish(parseWish(params)));
  const { isUnsaved, settle } = useUnsaved(form);
  const asking = useAsking(id => {
    settle();
    navigate(paths?.override(id) ?? '..');
  });
  const { isBusy, refused } = asking;
  const focused = useFocusAfter<HTMLFormElement>(isBusy);
  return (
    <Section title={t('form.title')} className={classes.form}>
      <Typography variant="body2" className={classes.means}>
        {t('form.means')}
      </Typography>
      <LeaveGuard active={isUnsaved} />
      <form
        ref={focused}
        aria-label={t('ask')}
        onSubmit={event => {
          event.preventDefault();
          asking.ask(form);
        }}
        // The backend says what is wrong, and at which field.
        noValidate
      >
        <OverrideFields
          form={form}
          problems={refused?.problems ?? []}
          onChange={part => {
            setForm(before => ({ ...before, ...part }));
            asking.touch(Object.keys(part));
          }}
        />
        <div className={classes.actions}>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={isBusy}
          >
            {t('form.ask')}
          </Button>
          {isBusy ? (
            <Typography variant="body2" role="status">
              {t('form.asking')}
            </Typography>
          ) : null}
        </div>
        {refused ? <RefusedNote refused={refused} /> : null}
      </form>
    </Section>
  );
};

/** The form that asks for an override; the address may say for what. */
export const OverrideFormPage = () => {
  const classes = useStyles();
  const paths = useOverridePaths();
  const { t } = useTranslationRef(overridesTranslationRef);
  return (
    <>
      <Link to={paths?.list() ?? '..'}>{t('back')}</Link>
      <Typography variant="h5" component="h2" className={classes.heading}>
        {t('ask')}
      </Typography>
      {useMayAsk() === false ? (
        <Notice tone="notice" title={t('form.mayNotAsk')}>
          {t('form.mayNotAskRemedy', {
            permission: continuityOverrideRequestPermission.name,
          })}
        </Notice>
      ) : (
        <AskingForm />
      )}
    </>
  );
};
