import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  continuityApiRef,
  Moment,
  ResourceView,
  StatusMark,
  useCabMeetings,
  useLiveUpdates,
  type Tone,
} from '@continuity/plugin-continuity-react';
import type { CabMeeting } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { DataTable } from '../../../shared/DataTable';
import { Empty } from '../../../shared/Empty';
import { needs } from '../../../shared/permissions';
import { Section } from '../../../shared/Section';
import { usePages } from '../../../shared/usePages';
import { LoadMore } from '../../../shared/LoadMore';
import { useCabPaths } from '../shared/useCabPaths';
import { CallDialog } from './CallDialog';

const LIMIT = 5;
const EVERY_MS = 60_000;

const TONES = {
  planned: 'notice',
  closed: 'good',
  cancelled: 'unknown',
} satisfies Record<CabMeeting['state'], Tone>;

export const MeetingState = ({ state }: Pick<CabMeeting, 'state'>) => {
  const { t } = useTranslationRef(cabTranslationRef);
  return (
    <StatusMark tone={TONES[state]} label={t(`meetings.state.${state}`)} />
  );
};

/** The meetings of a board, the latest first, and calling one. */
export const MeetingsSection = (props: {
  /** Ref. */
  group: string;
  isMember: boolean;
}) => {
  const { group, isMember } = props;
  const api = useApi(continuityApiRef);
  const navigate = useNavigate();
  const paths = useCabPaths();
  const { t } = useTranslationRef(cabTranslationRef);
  const [isCalling, setCalling] = useState(false);
  const query = { group, limit: LIMIT };
  const first = useCabMeetings(query);
  const pages = usePages(first, cursor =>
    api.listCabMeetings({ ...query, cursor }),
  );
  useLiveUpdates(
    () => {
      if (first.state !== 'loading') first.retry();
    },
    { about: 'meeting' },
    EVERY_MS,
  );
  return (
    <Section
      title={t('meetings.title')}
      action={
        isMember ? (
          <Button variant="outlined" onClick={() => setCalling(true)}>
            {t('meetings.call')}
          </Button>
        ) : null
      }
    >
      <ResourceView
        resource={pages.list}
        what={t('meetings.what')}
        permission={needs.change}
      >
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty
              title={t('meetings.empty')}
              remedy={t('meetings.emptyRemedy')}
            />
          ) : (
            <>
              <DataTable
                label={t('meetings.label')}
                columns={[
                  t('meetings.column.meeting'),
                  t('meetings.column.start'),
                  t('meetings.column.state'),
                ]}
              >
                {items.map(({ id, title, start, state }) => (
                  <TableRow key={id}>
                    <TableCell component="th" scope="row">
                      {paths ? (
                        <Link to={paths.meeting(id)}>{title}</Link>
                      ) : (
                        title
                      )}
                    </TableCell>
                    <TableCell>
                      <Moment at={start} />
                    </TableCell>
                    <TableCell>
                      <MeetingState state={state} />
                    </TableCell>
                  </TableRow>
                ))}
              </DataTable>
              <LoadMore nextCursor={nextCursor} pages={pages} />
            </>
          )
        }
      </ResourceView>
      {isCalling ? (
        <CallDialog
          group={group}
          onDone={({ id }) => {
            if (paths) navigate(paths.meeting(id));
            else setCalling(false);
          }}
          onClose={() => setCalling(false)}
        />
      ) : null}
    </Section>
  );
};
