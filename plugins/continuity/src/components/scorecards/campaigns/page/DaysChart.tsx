import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CampaignProgress } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { DataTable } from '../../../shared/DataTable';
import { linePoints } from '../../trend/linePoints';
import { useDayWords } from '../shared/LastDay';

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
    reached: { stroke: theme.palette.success.main, strokeWidth: 3 },
    services: {
      stroke: theme.palette.text.secondary,
      strokeWidth: 2,
      strokeDasharray: '6 4',
    },
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 3),
      '& span': { display: 'flex', alignItems: 'center', gap: 8 },
    },
    // One after the other it would be a long way past it.
    table: { maxHeight: 280, overflow: 'auto' },
  }),
  { name: 'ContinuityCampaignDays' },
);

type Days = CampaignProgress['days'];

const Lines = ({ days }: { days: Days }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const dayWords = useDayWords();
  const first = days.at(0);
  const last = days.at(-1);
  if (!first || !last) return null;
  const most = Math.max(...days.map(({ services }) => services), 1);
  const box = { width: WIDTH, height: HEIGHT, most };
  const sample = (name: 'reached' | 'services', words: string) => (
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
        aria-label={t('days.label', {
          from: dayWords(first.day),
          to: dayWords(last.day),
          reachedFrom: String(first.reached),
          reachedTo: String(last.reached),
          servicesFrom: String(first.services),
          servicesTo: String(last.services),
        })}
      >
        <polyline
          className={classes.services}
          points={linePoints(days, ({ services }) => services, box)}
        />
        <polyline
          className={classes.reached}
          points={linePoints(days, ({ reached }) => reached, box)}
        />
      </svg>
      <Typography variant="body2" component="div" className={classes.legend}>
        {sample('reached', `${t('days.reached')}: ${last.reached}`)}
        {sample('services', `${t('days.services')}: ${last.services}`)}
        <span>
          {dayWords(first.day)} – {dayWords(last.day)}
        </span>
      </Typography>
    </>
  );
};

/** How many services were there at the end of each day, as lines and as a table. */
export const DaysChart = ({ days }: { days: Days }) => {
  const classes = useStyles();
  const id = useId();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const dayWords = useDayWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Typography variant="subtitle1" component="h3">
        {t('days.title')}
      </Typography>
      {days.length < 2 ? (
        <Typography variant="body2">{t('days.short')}</Typography>
      ) : (
        <>
          <Typography variant="body2" color="textSecondary">
            {t('days.lead')}
          </Typography>
          <Lines days={days} />
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            {t('days.table')}
          </Button>
          {isOpen ? (
            <div
              id={id}
              className={classes.table}
              // Focusable, because a keyboard has no other way to scroll it.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
              role="group"
              aria-label={t('days.title')}
            >
              <DataTable
                label={t('days.title')}
                columns={[t('days.day'), t('days.reached'), t('days.services')]}
              >
                {[...days].reverse().map(({ day, reached, services }) => (
                  <TableRow key={day}>
                    <TableCell component="th" scope="row">
                      {dayWords(day)}
                    </TableCell>
                    <TableCell>{reached}</TableCell>
                    <TableCell>{services}</TableCell>
                  </TableRow>
                ))}
              </DataTable>
            </div>
          ) : null}
        </>
      )}
    </>
  );
};
