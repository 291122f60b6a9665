import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ScorecardLevel } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { useState } from 'react';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { DataTable } from '../../shared/DataTable';
import { useDayWords } from '../campaigns/shared/LastDay';
import type { TrendDay } from './trendOf';

/** Every number of the trend, on demand, the newest day first. */
export const TrendTable = (props: {
  levels: readonly ScorecardLevel[];
  trend: readonly TrendDay[];
}) => {
  const { levels, trend } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const dayWords = useDayWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        aria-expanded={open}
        onClick={() => setOpen(before => !before)}
      >
        {t('trend.table')}
      </Button>
      {open ? (
        <DataTable
          label={t('trend.title')}
          columns={[
            t('trend.day'),
            t('trend.services'),
            t('level.none'),
            ...levels.map(({ title }) => title),
          ]}
        >
          {[...trend].reverse().map(({ day, services, counts }) => (
            <TableRow key={day}>
              <TableCell component="th" scope="row">
                {dayWords(day)}
              </TableCell>
              <TableCell>{services}</TableCell>
              {counts.map((count, index) => (
                <TableCell key={index}>{count}</TableCell>
              ))}
            </TableRow>
          ))}
        </DataTable>
      ) : null}
    </>
  );
};
