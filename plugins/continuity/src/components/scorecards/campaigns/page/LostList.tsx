import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CampaignProgress } from '@continuity/plugin-continuity-common';
import { Moment } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { EntityLink } from '../../../shared/EntityLink';

const SHOWN = 10;

const useStyles = makeStyles(
  theme => ({
    list: { ...theme.typography.body2, margin: 0, paddingLeft: 20 },
    title: { marginTop: theme.spacing(2) },
  }),
  { name: 'ContinuityLostLevels' },
);

/** Services that were there and are not any more. Silent when there is none. */
export const LostList = (props: {
  lost: CampaignProgress['lost'];
  leftOut: number;
}) => {
  const { lost, leftOut } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(campaignsTranslationRef);
  if (lost.length === 0) return null;
  const rest = Math.max(0, lost.length - SHOWN) + leftOut;
  return (
    <>
      <Typography variant="subtitle1" component="h3" className={classes.title}>
        {t('lost.title')}
      </Typography>
      <ul className={classes.list}>
        {lost.slice(0, SHOWN).map(({ entityRef, name, title, lostAt }) => (
          <li key={entityRef}>
            <EntityLink entityRef={entityRef} title={title ?? name} />,{' '}
            <Moment at={lostAt} />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Typography variant="body2">
          {t('lost.rest', { count: rest })}
        </Typography>
      ) : null}
    </>
  );
};
