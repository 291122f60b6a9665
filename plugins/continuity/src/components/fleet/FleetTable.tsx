import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Fleet } from '@continuity/plugin-continuity-common';
import { useCellStyles } from '@continuity/plugin-continuity-react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { continuityTranslationRef } from '../../translation';
import { Empty } from '../shared/Empty';
import { isFiltered, type FleetSort, type FleetView } from './fleetParams';
import { FleetPaging } from './FleetPaging';
import { FleetRow } from './FleetRow';

type Column = { id: string; sort?: FleetSort };

const COLUMNS = [
  { id: 'name', sort: 'name' },
  { id: 'tier', sort: 'tier' },
  { id: 'rto', sort: 'rto' },
  { id: 'rpo' },
  { id: 'owner', sort: 'owner' },
  { id: 'system', sort: 'system' },
  { id: 'frozen', sort: 'frozen' },
  { id: 'findings' },
] as const satisfies Column[];

interface FleetTableProps {
  fleet: Fleet;
  view: FleetView;
  change: (part: Partial<FleetView>) => void;
}

const Header = ({
  column,
  view,
  change,
}: Omit<FleetTableProps, 'fleet'> & {
  column: (typeof COLUMNS)[number];
}) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const label = t(`table.${column.id}`);
  if (!('sort' in column)) return <TableCell>{label}</TableCell>;
  const active = view.sort === column.sort;
  const reversed = active && view.order === 'asc' ? 'desc' : 'asc';
  return (
    <TableCell sortDirection={active ? view.order : false}>
      <TableSortLabel
        active={active}
        direction={active ? view.order : 'asc'}
        onClick={() => change({ sort: column.sort, order: reversed })}
      >
        {label}
      </TableSortLabel>
    </TableCell>
  );
};

/** One page of the services; sorted and cut by the backend. */
export const FleetTable = (props: FleetTableProps) => {
  const { fleet, view, change } = props;
  const classes = useCellStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <>
      <TableContainer className={classes.cells}>
        <Table size="small" aria-label={t('table.caption')}>
          <TableHead>
            <TableRow>
              {COLUMNS.map(column => (
                <Header
                  key={column.id}
                  column={column}
                  view={view}
                  change={change}
                />
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {fleet.items.map(item => (
              <FleetRow key={item.entityRef} item={item} />
            ))}
            {fleet.items.length === 0 ? (
              <TableRow>
                <TableCell colSpan={COLUMNS.length}>
                  {isFiltered(view) ? (
                    <Empty title={t('table.noMatch')} />
                  ) : (
                    <Empty
                      title={t('table.empty')}
                      remedy={t('table.emptyRemedy')}
                    />
                  )}
                </TableCell>
              </TableRow>
            ) : null}
          </TableBody>
        </Table>
      </TableContainer>
      <FleetPaging totalItems={fleet.totalItems} view={view} change={change} />
    </>
  );
};
