import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useReader } from '@continuity/plugin-continuity-react';
import TablePagination from '@material-ui/core/TablePagination';
import { useId } from 'react';
import { continuityTranslationRef } from '../../translation';
import { PAGE_SIZES, type FleetView } from './fleetParams';

/** Which part of the list is shown, and the way to the others. */
export const FleetPaging = (props: {
  totalItems: number;
  view: FleetView;
  change: (part: Partial<FleetView>) => void;
}) => {
  const { totalItems, view, change } = props;
  const { t } = useTranslationRef(continuityTranslationRef);
  const id = useId();
  const number = new Intl.NumberFormat(useReader().locale);
  const lastPage = Math.max(Math.ceil(totalItems / view.pageSize) - 1, 0);
  return (
    <TablePagination
      component="div"
      count={totalItems}
      // A deep link may lead beyond a list that has become shorter.
      page={Math.min(view.page, lastPage)}
      rowsPerPage={view.pageSize}
      rowsPerPageOptions={PAGE_SIZES}
      onPageChange={(_, page) => change({ page })}
      onRowsPerPageChange={event =>
        change({ pageSize: Number(event.target.value) })
      }
      labelRowsPerPage={t('table.rowsPerPage')}
      labelDisplayedRows={({ from, to, count }) =>
        t('table.range', {
          from: number.format(from),
          to: number.format(to),
          total: number.format(count),
        })
      }
      backIconButtonText={t('table.previous')}
      nextIconButtonText={t('table.next')}
      SelectProps={{
        native: true,
        inputProps: { id, 'aria-label': t('table.rowsPerPage') },
      }}
    />
  );
};
