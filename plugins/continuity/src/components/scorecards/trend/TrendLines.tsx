import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ScorecardLevel } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { useDayWords } from '../campaigns/shared/LastDay';
import { linePoints } from './linePoints';
import type { TrendDay } from './trendOf';

const WIDTH = 600;
const HEIGHT = 120;

const useStyles = makeStyles(
  theme => ({
    picture: {
      display: 'block',
      width: '100%',
      height: 140,
      margin: theme.spacing(1, 0),
      borderLeft: `1px solid ${theme.palette.text.secondary}`,
      borderBottom: `1px solid ${theme.palette.text.secondary}`,
      '& polyline': { fill: 'none', vectorEffect: 'non-scaling-stroke' },
    },
    // Told apart by how they are drawn, too.
    top: { stroke: theme.palette.success.main, strokeWidth: 3 },
    none: {
      stroke: theme.palette.error.main,
      strokeWidth: 2,
      strokeDasharray: '6 4',
    },
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 3),
      '& span': { display: 'flex', alignItems: 'center', gap: 8 },
    },
  }),
  { name: 'ContinuityTrend' },
);

/** Two lines over the days; its name says what they show, and a table has every number. */
export const TrendLines = (props: {
  levels: readonly ScorecardLevel[];
  /** At least two days. */
  trend: readonly TrendDay[];
}) => {
  const { levels, trend } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const dayWords = useDayWords();
  const first = trend.at(0);
  const last = trend.at(-1);
  if (!first || !last) return null;
  const level = levels.at(-1)?.title ?? '';
  const most = Math.max(...trend.map(({ services }) => services), 1);
  const box = { width: WIDTH, height: HEIGHT, most };
  const sample = (name: 'top' | 'none', words: string) => (
    <span>
      <svg width={32} height={8} aria-hidden>
        <line x2={32} y1={4} y2={4} className={classes[name]} />
      </svg>
      {words}
    </span>
  );
  return (
    <>
      <svg
        className={classes.picture}
        viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('trend.label', {
          from: dayWords(first.day),
          to: dayWords(last.day),
          level,
          topFrom: String(first.top),
          topTo: String(last.top),
          noneFrom: String(first.none),
          noneTo: String(last.none),
          services: String(last.services),
        })}
      >
        <polyline
          className={classes.top}
          points={linePoints(trend, ({ top }) => top, box)}
        />
        <polyline
          className={classes.none}
          points={linePoints(trend, ({ none }) => none, box)}
        />
      </svg>
      <Typography variant="body2" component="div" className={classes.legend}>
        {sample('top', `${t('trend.top', { level })}: ${last.top}`)}
        {sample('none', `${t('trend.none')}: ${last.none}`)}
        <span>
          {dayWords(first.day)} – {dayWords(last.day)}
        </span>
      </Typography>
    </>
  );
};
