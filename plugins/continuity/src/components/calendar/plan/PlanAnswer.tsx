import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Simulation } from '@continuity/plugin-continuity-common';
import {
  Moment,
  StatusMark,
  formatDuration,
  useReader,
  type Tone,
} from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { Link } from 'react-router-dom';
import { planTranslationRef } from '../../../translation/planTranslationRef';
import { useTitles } from '../../shared/useTitles';
import { DataTable } from '../../shared/DataTable';
import { Notice } from '../../shared/Notice';
import { Section } from '../../shared/Section';
import { useCalendarPaths } from '../shared/useCalendarPaths';
import type { PlanQuestion } from './planQuestion';

type State = Simulation['stretches'][number]['state'];

const TONES = {
  open: 'good',
  warn: 'notice',
  approval: 'caution',
  block: 'bad',
} satisfies Record<State, Tone>;

/** More than anybody reads; the calendar shows the rest. */
const MAX_STRETCHES = 100;
/** So many services of a stretch are named. */
const NAMED = 3;

const StateMark = ({ state }: { state: State }) => {
  const { t } = useTranslationRef(planTranslationRef);
  return <StatusMark tone={TONES[state]} label={t(`state.${state}`)} />;
};

/** The first time at which all of them are open for as long as it takes. */
const FirstSlot = (props: { answer: Simulation; slot: string }) => {
  const { firstSlot, unreadableCalendars } = props.answer;
  const { t } = useTranslationRef(planTranslationRef);
  const { locale } = useReader();
  const length = formatDuration(props.slot, locale);
  if (!firstSlot) {
    return (
      <Notice tone="bad" title={t('slot.none', { length })}>
        {t(unreadableCalendars.length ? 'slot.noneUnreadable' : 'slot.noneDo')}
      </Notice>
    );
  }
  return (
    <Notice tone="good" title={t('slot.found', { length })}>
      <Moment at={firstSlot.start} /> – <Moment at={firstSlot.end} />
      <Typography variant="body2">{t('slot.means')}</Typography>
    </Notice>
  );
};

const Planned = ({ planned }: { planned: Simulation['planned'] }) => {
  const { t } = useTranslationRef(planTranslationRef);
  return (
    <>
      {planned.map(({ entity, at, after, because, nextSlot }) => (
        <Notice
          key={`${entity} ${at}`}
          tone={TONES[after]}
          title={t(`planned.${after}`)}
        >
          <Moment at={at} />
          {because ? `: ${because}` : null}
          {after === 'open' || after === 'warn' ? null : (
            <Typography variant="body2">
              {nextSlot ? (
                <>
                  {t('planned.next')} <Moment at={nextSlot} />
                </>
              ) : (
                t('planned.noNext')
              )}
            </Typography>
          )}
        </Notice>
      ))}
    </>
  );
};

const Stretches = ({ answer }: { answer: Simulation }) => {
  const { t } = useTranslationRef(planTranslationRef);
  const paths = useCalendarPaths();
  const shown = answer.stretches.slice(0, MAX_STRETCHES);
  const titleOf = useTitles(
    shown.flatMap(({ sample }) => sample.slice(0, NAMED)),
  );
  return (
    <>
      <DataTable
        label={t('stretches.title')}
        columns={[
          t('stretches.begins'),
          t('stretches.ends'),
          t('stretches.state'),
          t('stretches.services'),
          t('stretches.windows'),
        ]}
      >
        {shown.map(({ start, end, state, services, sample, windows }) => (
          <TableRow key={`${start} ${windows.map(w => w.windowId).join()}`}>
            <TableCell>
              <Moment at={start} />
            </TableCell>
            <TableCell>
              <Moment at={end} />
            </TableCell>
            <TableCell>
              <StateMark state={state} />
            </TableCell>
            <TableCell>
              {t('stretches.count', { count: services })}
              <Typography variant="caption" component="div">
                {sample.slice(0, NAMED).map(titleOf).join(', ')}
                {services > NAMED ? ' …' : ''}
              </Typography>
            </TableCell>
            <TableCell>
              {windows.map(({ calendarRef, windowId, title }) => (
                <div key={`${calendarRef}#${windowId}`}>
                  {paths ? (
                    <Link
                      to={paths.calendar({
                        open: { calendarRef, windowId, at: start },
                      })}
                    >
                      {title}
                    </Link>
                  ) : (
                    title
                  )}
                </div>
              ))}
            </TableCell>
          </TableRow>
        ))}
      </DataTable>
      {answer.stretches.length > shown.length ? (
        <Typography variant="body2">
          {t('stretches.more', {
            count: answer.stretches.length - shown.length,
          })}
        </Typography>
      ) : null}
    </>
  );
};

/** What the windows say to a plan: the first slot, the planned time, and what closes when. */
export const PlanAnswer = (props: {
  answer: Simulation;
  question: PlanQuestion;
}) => {
  const { answer, question } = props;
  const { t } = useTranslationRef(planTranslationRef);
  if (answer.services === 0) {
    return (
      <Notice tone="unknown" title={t('nobody.title')}>
        {t('nobody.do', { environment: question.environment })}
      </Notice>
    );
  }
  return (
    <div aria-live="polite">
      <Typography variant="body1" paragraph>
        {t('services', { count: answer.services })}
      </Typography>
      <FirstSlot answer={answer} slot={question.slot} />
      <Planned planned={answer.planned} />
      <Section title={t('stretches.title')}>
        {answer.stretches.length === 0 ? (
          <Typography variant="body1">{t('stretches.none')}</Typography>
        ) : (
          <Stretches answer={answer} />
        )}
      </Section>
    </div>
  );
};
