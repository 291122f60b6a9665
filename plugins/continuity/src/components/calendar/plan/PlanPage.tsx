import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { SimulationRequest } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useCalendarView,
  useReader,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { planTranslationRef } from '../../../translation/planTranslationRef';
import { Notice } from '../../shared/Notice';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { StatusBanner } from '../../shared/StatusBanner';
import { UnreadableCalendars } from '../../shared/UnreadableCalendars';
import { useCalendarPaths } from '../shared/useCalendarPaths';
import { civilDayAt } from '../time/zoneDays';
import { PlanAnswer } from './PlanAnswer';
import { PlanForm } from './PlanForm';
import { planRequest, type PlanQuestion } from './planQuestion';
import { usePlanAnswer, usePlanQuestion } from './usePlan';

const useStyles = makeStyles(
  theme => ({
    heading: { margin: theme.spacing(1, 0, 2) },
    form: { marginBottom: theme.spacing(3), overflow: 'visible' },
  }),
  { name: 'ContinuityPlanPage' },
);

const DAY_MS = 86_400_000;

const Answered = (props: {
  request: SimulationRequest;
  question: PlanQuestion;
}) => {
  const { t } = useTranslationRef(planTranslationRef);
  const answer = usePlanAnswer(props.request);
  return (
    <ResourceView
      resource={answer}
      what={t('what')}
      permission={needs.calendar}
      lines={8}
    >
      {value => (
        <>
          <UnreadableCalendars calendars={value.unreadableCalendars} />
          <PlanAnswer answer={value} question={props.question} />
        </>
      )}
    </ResourceView>
  );
};

/** When something can be deployed: the first slot, and what is frozen until when. */
export const PlanPage = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(planTranslationRef);
  const { t: tCalendar } = useTranslationRef(calendarTranslationRef);
  const { timeZone } = useReader();
  const paths = useCalendarPaths();
  const [question, change] = usePlanQuestion();
  // The moment of opening: an answer does not change while it is being read.
  const [now] = useState(() => Date.now());
  const today = civilDayAt(now, timeZone);
  const asked = planRequest(question, today, now, timeZone);
  // A day is enough: only what can be chosen is taken from it.
  const known = useCalendarView({
    from: new Date(now - (now % DAY_MS)).toISOString(),
    to: new Date(now - (now % DAY_MS) + DAY_MS).toISOString(),
  });
  const problem = 'problem' in asked ? asked.problem : undefined;
  return (
    <>
      <Link to={paths?.calendar() ?? '..'}>{tCalendar('page.back')}</Link>
      <Typography variant="h5" component="h2" className={classes.heading}>
        {t('title')}
      </Typography>
      <StatusBanner />
      <Section title={t('form.label')} className={classes.form}>
        <PlanForm
          question={question}
          change={change}
          problem={problem}
          today={today}
          known={known.state === 'ready' ? known.value.filters : undefined}
        />
      </Section>
      {'request' in asked ? (
        <Answered request={asked.request} question={question} />
      ) : (
        <Notice tone="unknown" title={t('problem.title')}>
          {t(`problem.${asked.problem}`)}
        </Notice>
      )}
    </>
  );
};
