import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  CabMeetingDetails,
  CabMinutes,
} from '@continuity/plugin-continuity-common';
import {
  Moment,
  ResourceView,
  useCabMeeting,
  useLiveUpdates,
  useNow,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { EntityLink } from '../../../shared/EntityLink';
import { needs } from '../../../shared/permissions';
import { Section } from '../../../shared/Section';
import { StatusBanner } from '../../../shared/StatusBanner';
import { EntityNames } from '../../shared/EntityNames';
import { AgendaSection } from '../agenda/AgendaSection';
import { useCabPaths } from '../shared/useCabPaths';
import { CancelDialog } from './CancelDialog';
import { CloseSection } from './CloseSection';
import { MeetingState } from './MeetingsSection';
import { MinutesTable } from './MinutesTable';

const EVERY_MS = 30_000;

const useStyles = makeStyles(
  theme => ({
    parts: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  }),
  { name: 'ContinuityCabMeeting' },
);

const Minutes = ({ minutes }: { minutes: CabMinutes }) => {
  const { t } = useTranslationRef(cabTranslationRef);
  const names = (refs: readonly string[]) =>
    refs.length === 0 ? t('minutes.nobody') : <EntityNames refs={refs} />;
  return (
    <Section title={t('minutes.title')}>
      <Typography variant="body2" paragraph>
        {t('minutes.present')}: {names(minutes.present)}. {t('minutes.absent')}:{' '}
        {names(minutes.absent)}.
      </Typography>
      {minutes.items.length === 0 ? (
        <Typography variant="body2">{t('minutes.none')}</Typography>
      ) : (
        <MinutesTable label={t('minutes.label')} items={minutes.items} />
      )}
    </Section>
  );
};

const Headline = (props: {
  details: CabMeetingDetails;
  hasBegun: boolean;
  onCancel: () => void;
}) => {
  const { t } = useTranslationRef(cabTranslationRef);
  const { details, hasBegun } = props;
  const { title, state, group, start, calledBy, ended } = details.meeting;
  const planned = hasBegun ? 'during' : 'before';
  return (
    <Section
      title={title}
      action={
        state === 'planned' && details.mayLead ? (
          <Button onClick={props.onCancel}>{t('off.open')}</Button>
        ) : null
      }
    >
      <MeetingState state={state} />
      <Typography variant="body2" paragraph>
        <EntityLink entityRef={group} /> · {t('meeting.begins')}:{' '}
        <Moment at={start} /> · {t('meeting.calledBy')}{' '}
        <EntityLink entityRef={calledBy} />
        {ended && state !== 'planned' ? (
          <>
            {' '}
            · {t(`meeting.ended.${state}`)} <EntityLink entityRef={ended.by} />,{' '}
            <Moment at={ended.at} />
          </>
        ) : null}
      </Typography>
      {ended?.note ? (
        <Typography variant="body2" paragraph>
          {ended.note}
        </Typography>
      ) : null}
      <Typography variant="body2" color="textSecondary">
        {t(`meeting.next.${state === 'planned' ? planned : state}`)}
      </Typography>
    </Section>
  );
};

const Meeting = (props: { details: CabMeetingDetails; renew: () => void }) => {
  const classes = useStyles();
  const { details, renew } = props;
  const { meeting, decided, minutes, mayLead } = details;
  const { t } = useTranslationRef(cabTranslationRef);
  const now = useNow();
  const [isCancelling, setCancelling] = useState(false);
  const hasBegun = Date.parse(meeting.start) <= now;
  return (
    <div className={classes.parts}>
      <Headline
        details={details}
        hasBegun={hasBegun}
        onCancel={() => setCancelling(true)}
      />
      {minutes ? <Minutes minutes={minutes} /> : null}
      {meeting.state === 'planned' ? (
        <>
          <AgendaSection group={meeting.group} onDecided={renew} />
          <Section title={t('meeting.decided')}>
            {decided.length === 0 ? (
              <Typography variant="body2">
                {t('meeting.decidedEmpty')}
              </Typography>
            ) : (
              <MinutesTable label={t('meeting.decided')} items={decided} />
            )}
          </Section>
          {mayLead && hasBegun ? (
            <CloseSection details={details} onClosed={renew} />
          ) : null}
        </>
      ) : null}
      {isCancelling ? (
        <CancelDialog
          id={meeting.id}
          onDone={() => {
            setCancelling(false);
            renew();
          }}
          onClose={() => setCancelling(false)}
        />
      ) : null}
    </div>
  );
};

/** A meeting of a board: deciding before and in it, closing it, and its minutes. */
export const MeetingPage = () => {
  const { id = '' } = useParams();
  const paths = useCabPaths();
  const { t } = useTranslationRef(cabTranslationRef);
  const found = useCabMeeting(id);
  const renew = () => {
    if (found.state !== 'loading') found.retry();
  };
  useLiveUpdates(renew, { about: 'meeting', id }, EVERY_MS);
  return (
    <>
      <StatusBanner />
      {paths ? (
        <Typography variant="body2" paragraph>
          <Link
            to={paths.board(
              found.state === 'ready' ? found.value.meeting.group : undefined,
            )}
          >
            {t('meeting.back')}
          </Link>
        </Typography>
      ) : null}
      <ResourceView
        resource={found}
        what={t('meeting.what')}
        permission={needs.change}
        notFound={
          <Typography variant="body1">{t('meeting.notFound')}</Typography>
        }
        lines={10}
      >
        {details => <Meeting details={details} renew={renew} />}
      </ResourceView>
    </>
  );
};
