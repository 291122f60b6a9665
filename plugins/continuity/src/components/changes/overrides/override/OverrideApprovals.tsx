import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Override } from '@continuity/plugin-continuity-common';
import { Age, StatusMark } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { EntityLink } from '../../../shared/EntityLink';
import { Section } from '../../../shared/Section';
import { EntityNames } from '../../shared/EntityNames';
import { useSeatsWord } from '../../shared/useSeatsWord';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { padding: theme.spacing(0.75, 0), overflowWrap: 'anywhere' },
  }),
  { name: 'ContinuityOverrideApprovals' },
);

type OpenSeats = NonNullable<Override['seats']['open']>[number];

const Open = ({ seats }: { seats: OpenSeats }) => {
  const { t } = useTranslationRef(overridesTranslationRef);
  const { title, count, from } = seats;
  return (
    <>
      {t('approvals.open', { count, title })}{' '}
      {from.length > 0 ? (
        <>
          {t('approvals.from')} <EntityNames refs={from} />
        </>
      ) : (
        t('approvals.fromNobody')
      )}
    </>
  );
};

/** Who approved an override, and who still has to. */
export const OverrideApprovals = ({ override }: { override: Override }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(overridesTranslationRef);
  const seatsWord = useSeatsWord();
  const { approvals, seats } = override;
  return (
    <Section title={t('approvals.title')}>
      <Typography variant="body2">
        {t('approvals.seats', { seats: seatsWord(seats) })}
      </Typography>
      {approvals.length > 0 ? (
        <ul className={classes.list} aria-label={t('approvals.given')}>
          {approvals.map(({ by, at, comment }) => (
            <li key={by} className={classes.item}>
              <Typography variant="body2" component="div">
                <StatusMark tone="good" label={t('approvals.approved')} />{' '}
                <EntityLink entityRef={by} />, <Age at={at} />
              </Typography>
              {comment ? (
                <Typography variant="body2">{comment}</Typography>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {seats.open && seats.open.length > 0 ? (
        <ul className={classes.list} aria-label={t('approvals.missing')}>
          {seats.open.map(one => (
            <li key={one.title} className={classes.item}>
              <Typography variant="body2" component="div">
                <Open seats={one} />
              </Typography>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
};
