import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { FollowedFeed } from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  StatusMark,
  type Resource,
  type Tone,
} from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { operationsTranslationRef } from '../../translation/operationsTranslationRef';
import { CalendarLink } from '../shared/CalendarLink';
import { DataTable } from '../shared/DataTable';
import { Empty } from '../shared/Empty';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';

const TONES = {
  good: 'good',
  degraded: 'notice',
  closed: 'bad',
} satisfies Record<FollowedFeed['state'], Tone>;

const Next = ({ feed: { asking, nextAt } }: { feed: FollowedFeed }) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  if (asking) return <>{t('feeds.asking')}</>;
  return nextAt ? <Age at={nextAt} /> : <>{t('feeds.soon')}</>;
};

const FeedRow = ({ feed }: { feed: FollowedFeed }) => {
  const { calendarRef, title, address, state, windows, problem } = feed;
  const { t } = useTranslationRef(operationsTranslationRef);
  return (
    <TableRow>
      <TableCell>
        <CalendarLink calendarRef={calendarRef} title={title} />
        {address ? (
          <Typography variant="caption" component="div">
            {address}
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        <StatusMark tone={TONES[state]} label={t(`feeds.state.${state}`)} />
        <Typography variant="caption" component="div">
          {t(`feeds.stateMeans.${state}`)}
        </Typography>
      </TableCell>
      <TableCell>{windows}</TableCell>
      <TableCell>
        {feed.askedAt ? <Age at={feed.askedAt} /> : t('feeds.never')}
        {feed.lastGoodAt && state !== 'good' ? (
          <div>
            {t('feeds.lastGood')} <Age at={feed.lastGoodAt} />
          </div>
        ) : null}
      </TableCell>
      <TableCell>
        <Next feed={feed} />
      </TableCell>
      <TableCell>
        {problem}
        {feed.failures > 0 ? (
          <div>{t('feeds.failures', { count: feed.failures })}</div>
        ) : null}
      </TableCell>
    </TableRow>
  );
};

/** The feeds that calendars follow: when each was asked, and what came of it. */
export const FeedsSection = (props: { feeds: Resource<FollowedFeed[]> }) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  return (
    <Section title={t('feeds.title')}>
      <ResourceView
        resource={props.feeds}
        what={t('feeds.what')}
        permission={needs.operations}
      >
        {feeds =>
          feeds.length === 0 ? (
            <Empty title={t('feeds.empty')} remedy={t('feeds.emptyRemedy')} />
          ) : (
            <DataTable
              label={t('feeds.title')}
              columns={[
                t('feeds.column.calendar'),
                t('feeds.column.state'),
                t('feeds.column.windows'),
                t('feeds.column.asked'),
                t('feeds.column.next'),
                t('feeds.column.problem'),
              ]}
            >
              {feeds.map(feed => (
                <FeedRow key={feed.calendarRef} feed={feed} />
              ))}
            </DataTable>
          )
        }
      </ResourceView>
    </Section>
  );
};
