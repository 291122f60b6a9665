import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CabMinute } from '@continuity/plugin-continuity-common';
import { StatusMark, type Tone } from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { DataTable } from '../../../shared/DataTable';
import { ClassMark } from '../../shared/ClassMark';
import { useChangePaths } from '../../shared/useChangePaths';
import { VoteList } from '../shared/VoteList';

const TONES = {
  approved: 'good',
  rejected: 'bad',
  waiting: 'notice',
  withdrawn: 'unknown',
} satisfies Record<CabMinute['outcome'], Tone>;

/** What became of changes, with every vote. */
export const MinutesTable = (props: {
  label: string;
  items: readonly CabMinute[];
}) => {
  const { t } = useTranslationRef(cabTranslationRef);
  const paths = useChangePaths();
  return (
    <DataTable
      label={props.label}
      columns={[
        t('minutes.column.change'),
        t('minutes.column.outcome'),
        t('minutes.column.votes'),
        t('minutes.column.note'),
      ]}
    >
      {props.items.map(item => (
        <TableRow key={item.change}>
          <TableCell component="th" scope="row">
            {paths ? (
              <Link to={paths.change(item.change)}>{item.title}</Link>
            ) : (
              item.title
            )}{' '}
            <ClassMark releaseClass={item.class} />
          </TableCell>
          <TableCell>
            <StatusMark
              tone={TONES[item.outcome]}
              label={t(`minutes.outcome.${item.outcome}`)}
            />
          </TableCell>
          <TableCell>
            {item.votes.length > 0 ? (
              <VoteList label={t('minutes.column.votes')} votes={item.votes} />
            ) : (
              t('minutes.noVotes')
            )}
          </TableCell>
          <TableCell>{item.note ?? '–'}</TableCell>
        </TableRow>
      ))}
    </DataTable>
  );
};
