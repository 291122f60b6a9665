import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangeSummary } from '@continuity/plugin-continuity-common';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { DataTable } from '../../shared/DataTable';
import { ClassMark } from '../shared/ClassMark';
import { EntityNames } from '../shared/EntityNames';
import { Flags } from '../shared/Flags';
import { Marks } from '../../shared/Marks';
import { PlannedTime } from '../shared/PlannedTime';
import { StateMark } from '../shared/StateMark';
import { useChangePaths } from '../shared/useChangePaths';
import { useSeatsWord } from '../shared/useSeatsWord';

/** So many names fit into a cell; the change itself has all of them. */
const NAMED = 3;

const ChangeRow = ({ change }: { change: ChangeSummary }) => {
  const paths = useChangePaths();
  const seatsWord = useSeatsWord();
  const { id, title, state, entities, environments, seats } = change;
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {paths ? <Link to={paths.change(id)}>{title}</Link> : title}
      </TableCell>
      <TableCell>
        <Marks>
          <StateMark state={state} />
          <Flags summary={change} />
        </Marks>
      </TableCell>
      <TableCell>
        <ClassMark releaseClass={change.class} />
      </TableCell>
      <TableCell>
        <EntityNames refs={entities} most={NAMED} />
        <Typography variant="caption" component="p" color="textSecondary">
          {environments.join(', ')}
        </Typography>
      </TableCell>
      <TableCell>
        <PlannedTime window={change.window} />
      </TableCell>
      <TableCell>{seatsWord(seats)}</TableCell>
    </TableRow>
  );
};

/** Changes as a table. */
export const ChangesTable = (props: {
  label: string;
  changes: readonly ChangeSummary[];
}) => {
  const { t } = useTranslationRef(changesTranslationRef);
  return (
    <DataTable
      label={props.label}
      columns={[
        t('column.change'),
        t('column.state'),
        t('column.class'),
        t('column.entities'),
        t('column.window'),
        t('column.seats'),
      ]}
    >
      {props.changes.map(change => (
        <ChangeRow key={change.id} change={change} />
      ))}
    </DataTable>
  );
};
