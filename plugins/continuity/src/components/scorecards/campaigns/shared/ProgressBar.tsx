import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  CampaignCounts,
  CampaignStanding,
} from '@continuity/plugin-continuity-common';
import { useReader } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { countOf, percentReached, STANDINGS } from './standings';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'block',
      width: '100%',
      maxWidth: 720,
      height: 14,
      margin: theme.spacing(0.5, 0),
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: theme.shape.borderRadius,
    },
    reached: { fill: theme.palette.success.main },
    exempt: { fill: theme.palette.warning.main },
    'not-known': { fill: theme.palette.action.disabledBackground },
    'not-reached': { fill: theme.palette.error.main },
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 3),
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& li': { display: 'flex', alignItems: 'center', gap: 8 },
    },
  }),
  { name: 'ContinuityCampaignProgress' },
);

const Segments = ({ counts }: { counts: CampaignCounts }) => {
  const classes = useStyles();
  let from = 0;
  return (
    <svg
      className={classes.bar}
      viewBox={`0 0 ${Math.max(counts.services, 1)} 1`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {STANDINGS.map(standing => {
        const width = countOf(counts, standing);
        const x = from;
        from += width;
        return (
          <rect
            key={standing}
            className={classes[standing]}
            x={x}
            width={width}
            height={1}
          />
        );
      })}
    </svg>
  );
};

const Legend = ({ counts }: { counts: CampaignCounts }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const { locale } = useReader();
  const sample = (standing: CampaignStanding) => (
    <svg width={14} height={14} aria-hidden>
      <rect width={14} height={14} className={classes[standing]} />
    </svg>
  );
  return (
    <Typography variant="body2" component="ul" className={classes.legend}>
      {STANDINGS.map(standing => (
        <li key={standing}>
          {sample(standing)}
          {t(`standing.${standing}`)}:{' '}
          {new Intl.NumberFormat(locale).format(countOf(counts, standing))}
        </li>
      ))}
    </Typography>
  );
};

/** How many services are there, in words, with a bar that shows the same. */
export const ProgressBar = (props: {
  counts: CampaignCounts;
  /** Say of all four how many. Absent: only of those that are there. */
  withLegend?: boolean;
}) => {
  const { counts, withLegend } = props;
  const { t } = useTranslationRef(campaignsTranslationRef);
  const { locale } = useReader();
  const percent = percentReached(counts);
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  return (
    <>
      <Typography variant="body2" component="div">
        {percent === undefined
          ? t('progress.none')
          : t('progress.there', {
              reached: number(counts.reached),
              services: number(counts.services),
              percent: number(percent),
            })}
      </Typography>
      {percent === undefined ? null : <Segments counts={counts} />}
      {withLegend && percent !== undefined ? <Legend counts={counts} /> : null}
    </>
  );
};
