import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import type { EntityWindow } from '@continuity/plugin-continuity-common';
import { continuityReactTranslationRef } from '../../translation';
import { Moment } from '../Moment';
import { useCellStyles } from '../useCellStyles';
import { DegradedMark, WindowChip } from '../WindowChip';
import { Applies } from './Applies';

/** The same periods as the strip, each by itself, in the order of their begin. */
export const WindowTable = (props: { windows: EntityWindow[] }) => {
  const styles = useCellStyles();
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const windows = [...props.windows].sort(
    (a, b) => Date.parse(a.occurrence.start) - Date.parse(b.occurrence.start),
  );
  return (
    <TableContainer className={styles.cells}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('windows.window')}</TableCell>
            <TableCell>{t('windows.effect')}</TableCell>
            <TableCell>{t('windows.applies')}</TableCell>
            <TableCell>{t('windows.begins')}</TableCell>
            <TableCell>{t('windows.ends')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {windows.map(window => {
            const { start, end, timezone, note } = window.occurrence;
            return (
              <TableRow
                key={`${window.calendarRef}#${window.windowId}@${start}`}
              >
                <TableCell component="th" scope="row">
                  {window.occurrence.title ?? window.title}
                  <Typography variant="caption" component="p">
                    {[
                      window.calendarTitle,
                      window.occurrence.reason ?? window.reason,
                      note,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Typography>
                </TableCell>
                <TableCell>
                  <WindowChip window={window} />
                  {window.degraded ? <DegradedMark /> : null}
                </TableCell>
                <TableCell>
                  <Applies window={window} />
                  {window.scopeReasons.map(reason => (
                    <Typography key={reason} variant="caption" component="p">
                      {reason}
                    </Typography>
                  ))}
                </TableCell>
                <TableCell>
                  <Moment at={start} zone={timezone} />
                </TableCell>
                <TableCell>
                  <Moment at={end} zone={timezone} />
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
