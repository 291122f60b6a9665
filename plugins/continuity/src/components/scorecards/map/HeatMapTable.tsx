import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Scorecard,
  ScorecardResultsPage,
} from '@continuity/plugin-continuity-common';
import { useCellStyles } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { HeatMapRow } from './HeatMapRow';

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
  { name: 'ContinuityHeatMapTable' },
);

/** A page of services by check. It scrolls by itself, with its head in sight. */
export const HeatMapTable = (props: {
  scorecard: Scorecard;
  page: ScorecardResultsPage;
}) => {
  const { scorecard, page } = props;
  const classes = useStyles();
  const cells = useCellStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const titleOf = (id: string) =>
    scorecard.checks.find(check => check.id === id)?.title ?? id;
  const columns = [
    t('map.service'),
    t('map.tier'),
    t('map.level'),
    t('map.score'),
    t('map.risk'),
    ...page.checks.map(titleOf),
  ];
  return (
    <TableContainer
      className={`${classes.frame} ${cells.cells}`}
      role="group"
      aria-label={t('map.scroll')}
      // A keyboard has to be able to scroll it.
      tabIndex={0}
    >
      <Table
        stickyHeader
        size="small"
        className={classes.table}
        aria-label={t('map.title')}
      >
        <TableHead>
          <TableRow>
            {columns.map((column, index) => (
              <TableCell key={`${index} ${column}`} scope="col">
                {column}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {page.items.map(result => (
            <HeatMapRow
              key={result.service.entityRef}
              scorecard={scorecard}
              checks={page.checks}
              result={result}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
