import { useCellStyles } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    frame: { maxHeight: '70vh', overflow: 'auto' },
    table: {
      '& thead th': {
        verticalAlign: 'bottom',
        backgroundColor: theme.palette.background.paper,
      },
      '& tbody th': {
        position: 'sticky',
        left: 0,
        zIndex: 1,
        minWidth: 160,
        backgroundColor: theme.palette.background.paper,
      },
    },
  }),
  { name: 'ContinuityDriftTable' },
);

/** A table that scrolls by itself, with its head and its services in sight. */
export const ScrollTable = (props: {
  label: string;
  /** What the frame is called, which a keyboard scrolls. */
  scroll: string;
  columns: readonly string[];
  children: ReactNode;
}) => {
  const classes = useStyles();
  const cells = useCellStyles();
  return (
    <TableContainer
      className={`${classes.frame} ${cells.cells}`}
      role="group"
      aria-label={props.scroll}
      // A keyboard has to be able to scroll it.
      tabIndex={0}
    >
      <Table
        stickyHeader
        size="small"
        className={classes.table}
        aria-label={props.label}
      >
        <TableHead>
          <TableRow>
            {props.columns.map(column => (
              <TableCell key={column} scope="col">
                {column}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>{props.children}</TableBody>
      </Table>
    </TableContainer>
  );
};
