import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { continuityChangeApprovePermission } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { delegationsTranslationRef } from '../../../translation/delegationsTranslationRef';
import { Section } from '../../shared/Section';
import { DelegationFields } from './DelegationFields';

const useStyles = makeStyles(
  theme => ({ means: { marginBottom: theme.spacing(2) } }),
  { name: 'ContinuityGiveDelegation' },
);

/** The way to give one's place away, for those who have one. */
export const GiveSection = ({ onDone }: { onDone: () => void }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(delegationsTranslationRef);
  const { loading, allowed } = usePermission({
    permission: continuityChangeApprovePermission,
  });
  if (loading) return null;
  return (
    <Section title={t('form.title')}>
      <Typography variant="body2" className={classes.means}>
        {allowed ? t('form.means') : t('form.noPlace')}
      </Typography>
      {allowed ? <DelegationFields onDone={onDone} /> : null}
    </Section>
  );
};
