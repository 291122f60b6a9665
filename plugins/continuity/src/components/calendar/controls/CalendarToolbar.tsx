import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useReader } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import EarlierIcon from '@material-ui/icons/ChevronLeft';
import LaterIcon from '@material-ui/icons/ChevronRight';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import {
  ROWS,
  SCALES,
  VIEWS,
  type CalendarAddress,
} from '../address/calendarAddress';
import type { Period } from '../address/period';
import type { ChangeAddress } from '../address/useCalendarAddress';
import { useCalendarPaths } from '../shared/useCalendarPaths';
import { useMayMakeWindows } from '../shared/useMayMakeWindows';
import { formatDay, parseDay, type CivilDay } from '../time/civilDay';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(1.5, 2, 0.5),
    },
    period: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
    title: { flex: '1 1 220px' },
    chosen: {
      fontWeight: 'bold',
      textDecoration: 'underline',
      textUnderlineOffset: '3px',
      backgroundColor: theme.palette.action.selected,
    },
  }),
  { name: 'ContinuityCalendarToolbar' },
);

/** Which period is shown, how, and on whose wall clock. */
export const CalendarToolbar = (props: {
  address: CalendarAddress;
  change: ChangeAddress;
  period: Period;
  /** The day that the address means. */
  day: CivilDay;
  /** Zones of the windows that are shown. */
  zones: readonly string[];
  onSubscribe: () => void;
  onPrint: () => void;
}) => {
  const { address, change, period } = props;
  const { view } = address;
  const classes = useStyles();
  const id = useId();
  const { timeZone } = useReader();
  const { t } = useTranslationRef(calendarTranslationRef);
  const paths = useCalendarPaths();
  const mayMake = useMayMakeWindows();
  const go = (day: CivilDay | undefined) => change({ day }, { push: true });
  const others = props.zones.filter(zone => zone !== timeZone);
  return (
    <div role="toolbar" aria-label={t('toolbar.label')}>
      <div className={classes.line}>
        <div className={classes.period}>
          <Button size="small" variant="outlined" onClick={() => go(undefined)}>
            {t('toolbar.today')}
          </Button>
          <IconButton
            size="small"
            aria-label={t('toolbar.previous')}
            onClick={() => go(period.previous)}
          >
            <EarlierIcon />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t('toolbar.next')}
            onClick={() => go(period.next)}
          >
            <LaterIcon />
          </IconButton>
        </div>
        <Typography
          variant="h5"
          component="h2"
          className={classes.title}
          aria-live="polite"
        >
          {period.title}
        </Typography>
        <ButtonGroup size="small" aria-label={t('toolbar.view')}>
          {VIEWS.map(name => (
            <Button
              key={name}
              aria-pressed={view === name}
              className={view === name ? classes.chosen : undefined}
              onClick={() => change({ view: name }, { push: true })}
            >
              {t(`toolbar.${name}`)}
            </Button>
          ))}
        </ButtonGroup>
        {paths ? (
          <Button size="small" component={Link} to={paths.plan()}>
            {t('toolbar.plan')}
          </Button>
        ) : null}
        {paths && mayMake ? (
          <Button
            size="small"
            variant="contained"
            color="primary"
            component={Link}
            to={paths.newWindow}
          >
            {t('page.newWindow')}
          </Button>
        ) : null}
      </div>
      <div className={classes.line}>
        <TextField
          id={id}
          type="date"
          size="small"
          variant="outlined"
          label={t('toolbar.goTo')}
          value={formatDay(props.day)}
          onChange={event => {
            const day = parseDay(event.target.value);
            if (day !== undefined) change({ day });
          }}
          InputLabelProps={{ shrink: true }}
        />
        <ChoiceField
          label={t('toolbar.zone')}
          any={t('toolbar.zoneReader', { zone: timeZone })}
          value={address.zone === timeZone ? undefined : address.zone}
          choices={others.map(zone => ({
            value: zone,
            label: t('toolbar.zoneCalendar', { zone }),
          }))}
          onChange={zone => change({ zone })}
        />
        {view === 'timeline' ? (
          <>
            <ChoiceField
              label={t('toolbar.rows')}
              value={address.rows}
              choices={ROWS.map(value => ({
                value,
                label: t(`toolbar.rowsBy.${value}`),
              }))}
              onChange={chosen => {
                const rows = ROWS.find(known => known === chosen);
                if (rows) change({ rows });
              }}
            />
            <ChoiceField
              label={t('toolbar.scale')}
              value={address.scale}
              choices={SCALES.map(value => ({
                value,
                label: t(`toolbar.scales.${value}`),
              }))}
              onChange={chosen => {
                const scale = SCALES.find(known => known === chosen);
                if (scale) change({ scale });
              }}
            />
          </>
        ) : null}
        <Button size="small" onClick={props.onSubscribe}>
          {t('toolbar.subscribe')}
        </Button>
        <Button size="small" onClick={props.onPrint}>
          {t('toolbar.print')}
        </Button>
      </div>
    </div>
  );
};
