import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { continuityReactTranslationRef } from '../../translation';
import { Moment } from '../Moment';
import { useCellStyles } from '../useCellStyles';
import { EnforcementChip } from '../VerdictChip';
import { Applies } from './Applies';
import type { Row } from './layoutWindows';

/** The same periods as the strip, in the order of their begin. */
export const WindowTable = ({ rows }: { rows: Row[] }) => {
  const styles = useCellStyles();
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const windows = rows
    .flatMap(row => row.bars.map(bar => bar.window))
    .sort(
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
                  {window.title}
                  <Typography variant="caption" component="p">
                    {[window.calendarTitle, window.reason, note]
                      .filter(Boolean)
                      .join(' · ')}
                  </Typography>
                </TableCell>
                <TableCell>
                  <EnforcementChip enforcement={window.enforcement} />
                </TableCell>
                <TableCell>
                  <Applies window={window} />
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
