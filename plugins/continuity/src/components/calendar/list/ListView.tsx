import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  DegradedMark,
  WindowChip,
  useCellStyles,
} from '@continuity/plugin-continuity-react';
import Link from '@material-ui/core/Link';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TablePagination from '@material-ui/core/TablePagination';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { CalendarLink } from '../../shared/CalendarLink';
import { titleOf } from '../shared/useOccurrenceWords';
import type { ViewProps } from '../shared/viewTypes';

export const PAGE_SIZE = 50;
/** A sheet of paper has no next page to press; this many are ten sheets. */
const PRINTED = 400;

/** All occurrences of a period as a table, page by page: the calendar read aloud. */
export const ListView = (
  props: ViewProps & {
    /** Counted from 0. */
    page: number;
    onPageChange: (page: number) => void;
  },
) => {
  const { index, words, title, onOpen, printed } = props;
  const styles = useCellStyles();
  const id = useId();
  const { t } = useTranslationRef(calendarTranslationRef);
  const number = new Intl.NumberFormat(words.locale);
  const size = printed ? PRINTED : PAGE_SIZE;
  const lastPage = Math.max(Math.ceil(index.count / size) - 1, 0);
  // A deep link may lead beyond a list that has become shorter.
  const page = printed ? 0 : Math.min(props.page, lastPage);
  const positions = Array.from(
    { length: Math.min(size, index.count - page * size) },
    (_, offset) => page * size + offset,
  );

  const row = (position: number) => {
    const window = index.window(position);
    const { note } = index.occurrence(position);
    return (
      <TableRow key={position} hover>
        <TableCell>{words.moment(index.starts[position])}</TableCell>
        <TableCell>{words.moment(index.ends[position])}</TableCell>
        <TableCell component="th" scope="row">
          {printed ? (
            titleOf(index, position)
          ) : (
            <Link
              component="button"
              variant="body2"
              align="left"
              onClick={() => onOpen(position)}
            >
              {titleOf(index, position)}
            </Link>
          )}
          {note ? (
            <Typography variant="caption" component="p">
              {note}
            </Typography>
          ) : null}
        </TableCell>
        <TableCell>
          <WindowChip window={window} />
          {window.degraded ? <DegradedMark /> : null}
        </TableCell>
        <TableCell>
          <CalendarLink
            calendarRef={window.calendarRef}
            title={window.calendarTitle}
          />
        </TableCell>
        <TableCell>{number.format(window.services)}</TableCell>
      </TableRow>
    );
  };

  return (
    <>
      <TableContainer className={styles.cells}>
        <Table size="small" aria-label={t('list.caption', { period: title })}>
          <TableHead>
            <TableRow>
              <TableCell>{t('list.begins')}</TableCell>
              <TableCell>{t('list.ends')}</TableCell>
              <TableCell>{t('list.window')}</TableCell>
              <TableCell>{t('list.what')}</TableCell>
              <TableCell>{t('list.calendar')}</TableCell>
              <TableCell>{t('list.services')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>{positions.map(row)}</TableBody>
        </Table>
      </TableContainer>
      {printed && index.count > PRINTED ? (
        <Typography variant="body2">
          {t('print.listCut', {
            shown: number.format(PRINTED),
            total: number.format(index.count),
          })}
        </Typography>
      ) : null}
      {!printed && index.count > PAGE_SIZE ? (
        <TablePagination
          component="div"
          count={index.count}
          page={page}
          rowsPerPage={PAGE_SIZE}
          rowsPerPageOptions={[PAGE_SIZE]}
          onPageChange={(_, to) => props.onPageChange(to)}
          labelRowsPerPage={t('list.perPage')}
          labelDisplayedRows={({ from, to, count }) =>
            t('list.range', {
              from: number.format(from),
              to: number.format(to),
              total: number.format(count),
            })
          }
          backIconButtonText={t('list.previous')}
          nextIconButtonText={t('list.next')}
          SelectProps={{
            native: true,
            inputProps: { id, 'aria-label': t('list.perPage') },
          }}
        />
      ) : null}
    </>
  );
};
