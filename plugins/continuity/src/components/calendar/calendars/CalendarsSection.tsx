import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CalendarSummary } from '@continuity/plugin-continuity-common';
import {
  Age,
  OriginText,
  ResourceView,
  StatusMark,
  useCalendars,
  useReader,
  type Tone,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { CalendarLink } from '../../shared/CalendarLink';
import { DataTable } from '../../shared/DataTable';
import { Empty } from '../../shared/Empty';
import { EntityLink } from '../../shared/EntityLink';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';

const useStyles = makeStyles(
  { problem: { overflowWrap: 'anywhere', maxWidth: 420 } },
  { name: 'ContinuityCalendars' },
);

type State = CalendarSummary['state'];

const tones = {
  good: 'good',
  degraded: 'notice',
  closed: 'bad',
} satisfies Record<State, Tone>;

/** What needs somebody's attention stands first. */
const order = { closed: 0, degraded: 1, good: 2 } satisfies Record<
  State,
  number
>;

const CalendarRow = (props: {
  calendar: CalendarSummary;
  onShow: (calendarRef: string) => void;
  onSubscribe: (calendarRef: string) => void;
}) => {
  const { calendar, onShow, onSubscribe } = props;
  const { ref, title, owner, state, problem, lastGoodAt, fetchedAt } = calendar;
  const classes = useStyles();
  const { locale } = useReader();
  const { t } = useTranslationRef(calendarTranslationRef);
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <CalendarLink calendarRef={ref} title={title} />
        {owner ? (
          <Typography variant="caption" component="p">
            <EntityLink entityRef={owner} />
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        <OriginText origin={calendar.origin} />
      </TableCell>
      <TableCell>
        <StatusMark
          tone={tones[state]}
          label={t(`calendars.states.${state}`)}
        />
        {state === 'good' ? null : (
          <Typography
            variant="caption"
            component="p"
            className={classes.problem}
          >
            {t(`calendars.means.${state}`)} {problem}
          </Typography>
        )}
      </TableCell>
      <TableCell>
        {lastGoodAt ? <Age at={lastGoodAt} /> : null}
        {!lastGoodAt && state === 'closed' ? t('calendars.never') : null}
        {fetchedAt ? (
          <Typography variant="caption" component="p">
            {t('calendars.fetched')}: <Age at={fetchedAt} />
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>{calendar.windows.toLocaleString(locale)}</TableCell>
      <TableCell>
        <Button
          size="small"
          aria-label={t('calendars.showOf', { title })}
          onClick={() => onShow(ref)}
        >
          {t('calendars.show')}
        </Button>
        <Button
          size="small"
          aria-label={t('calendars.subscribeTo', { title })}
          onClick={() => onSubscribe(ref)}
        >
          {t('calendars.subscribe')}
        </Button>
      </TableCell>
    </TableRow>
  );
};

/** Every calendar, where it comes from and whether it can be read. */
export const CalendarsSection = (props: {
  onShow: (calendarRef: string) => void;
  onSubscribe: (calendarRef: string) => void;
}) => {
  const { t } = useTranslationRef(calendarTranslationRef);
  const calendars = useCalendars();
  const title = t('calendars.title');
  return (
    <Section title={title}>
      <ResourceView
        resource={calendars}
        what={t('calendars.what')}
        permission={needs.calendar}
      >
        {items =>
          items.length === 0 ? (
            <Empty
              title={t('calendars.empty')}
              remedy={t('calendars.emptyRemedy')}
            />
          ) : (
            <DataTable
              label={title}
              columns={[
                t('calendars.name'),
                t('calendars.origin'),
                t('calendars.state'),
                t('calendars.lastGood'),
                t('calendars.windows'),
                t('calendars.actions'),
              ]}
            >
              {[...items]
                .sort((a, b) => order[a.state] - order[b.state])
                .map(calendar => (
                  <CalendarRow
                    key={calendar.ref}
                    calendar={calendar}
                    onShow={props.onShow}
                    onSubscribe={props.onSubscribe}
                  />
                ))}
            </DataTable>
          )
        }
      </ResourceView>
    </Section>
  );
};
