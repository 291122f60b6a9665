import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { LedgerFollower } from '@continuity/plugin-continuity-common';
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
import { DataTable } from '../shared/DataTable';
import { Empty } from '../shared/Empty';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';

type State = 'done' | 'reading' | 'waiting' | 'failing' | 'inactive';

/** Entries wait for seconds all the time; that alone is nothing to look into. */
const TONES = {
  done: 'good',
  reading: 'good',
  waiting: 'notice',
  failing: 'bad',
  inactive: 'unknown',
} satisfies Record<State, Tone>;

function stateOf(follower: LedgerFollower): State {
  if (!follower.active) return 'inactive';
  if (follower.failing) return 'failing';
  if (follower.readingUntil) return 'reading';
  return follower.lag > 0 ? 'waiting' : 'done';
}

const PURPOSES = [
  'freeze-notifications',
  'calendar-notifications',
  'saas-review-notifications',
  'change-notifications',
  'unauthorised-deployments',
  'change-connectors',
  'scorecard-notifications',
  'campaign-notifications',
] as const;

const FollowerRow = ({ follower }: { follower: LedgerFollower }) => {
  const { name, lag, waitingSince, attempts, failing, setAside } = follower;
  const { t } = useTranslationRef(operationsTranslationRef);
  const state = stateOf(follower);
  const purpose = PURPOSES.find(known => known === name);
  return (
    <TableRow>
      <TableCell>
        {name}
        {purpose ? (
          <Typography variant="caption" component="div">
            {t(`followers.purpose.${purpose}`)}
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        <StatusMark tone={TONES[state]} label={t(`followers.state.${state}`)} />
        {state === 'inactive' ? (
          <Typography variant="caption" component="div">
            {t('followers.inactiveMeans')}
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        {lag > 0 ? t('followers.lag', { count: lag }) : t('followers.noLag')}
        {waitingSince ? (
          <div>
            {t('followers.since')} <Age at={waitingSince} />
          </div>
        ) : null}
      </TableCell>
      <TableCell>
        {failing ? (
          <>
            {failing.problem}
            <div>
              {t('followers.failingSince')} <Age at={failing.since} />.{' '}
              {t('followers.retryAt')} <Age at={failing.retryAt} />.
            </div>
          </>
        ) : null}
        {attempts > 0 ? (
          <div>{t('followers.attempts', { count: attempts })}</div>
        ) : null}
      </TableCell>
      <TableCell>{setAside}</TableCell>
    </TableRow>
  );
};

/** Who follows the ledger: how far, how far behind, and what fails. */
export const FollowersSection = (props: {
  followers: Resource<{ entries: number; items: LedgerFollower[] }>;
}) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  return (
    <Section title={t('followers.title')}>
      <ResourceView
        resource={props.followers}
        what={t('followers.what')}
        permission={needs.operations}
      >
        {({ entries, items }) =>
          items.length === 0 ? (
            <Empty
              title={t('followers.empty')}
              remedy={t('followers.emptyRemedy')}
            />
          ) : (
            <>
              <Typography variant="body2" color="textSecondary" paragraph>
                {t('followers.means', { entries: String(entries) })}
              </Typography>
              <DataTable
                label={t('followers.title')}
                columns={[
                  t('followers.column.name'),
                  t('followers.column.state'),
                  t('followers.column.behind'),
                  t('followers.column.problem'),
                  t('followers.column.setAside'),
                ]}
              >
                {items.map(follower => (
                  <FollowerRow key={follower.name} follower={follower} />
                ))}
              </DataTable>
            </>
          )
        }
      </ResourceView>
    </Section>
  );
};
