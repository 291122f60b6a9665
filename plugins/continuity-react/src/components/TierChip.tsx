import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { continuityReactTranslationRef } from '../translation';
import { StatusMark } from './StatusMark';

const useStyles = makeStyles(
  theme => ({
    chip: {
      margin: 0,
      color: theme.palette.text.primary,
      backgroundColor: 'transparent',
      border: `1px solid ${theme.palette.text.secondary}`,
    },
  }),
  { name: 'ContinuityTierChip' },
);

/** The tier of a service. No tier means unclassified, which is not the lowest tier. */
export const TierChip = (props: { tier?: { id: string; title: string } }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(continuityReactTranslationRef);
  return props.tier ? (
    <Chip
      size="small"
      className={classes.chip}
      label={props.tier.title}
      data-tier={props.tier.id}
    />
  ) : (
    <StatusMark tone="unknown" label={t('tier.unclassified')} />
  );
};
