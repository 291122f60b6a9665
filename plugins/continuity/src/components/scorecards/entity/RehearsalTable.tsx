import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { DurationText, StatusMark } from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { DataTable } from '../../shared/DataTable';
import type { RehearsalStep } from './rehearsalSteps';

/** The steps of a rehearsal with their times. */
export const RehearsalTable = (props: { steps: readonly RehearsalStep[] }) => {
  const { t } = useTranslationRef(scorecardTranslationRef);
  return (
    <DataTable
      label={t('rehearsal.title')}
      columns={[
        t('rehearsal.step'),
        t('rehearsal.outcome'),
        t('rehearsal.took'),
      ]}
    >
      {props.steps.map(({ step, outcome, seconds }, index) => (
        <TableRow key={`${index} ${step}`}>
          <TableCell component="th" scope="row">
            {step}
          </TableCell>
          <TableCell>
            <StatusMark
              tone={outcome === 'done' ? 'good' : 'bad'}
              label={t(`rehearsal.outcomes.${outcome}`)}
            />
          </TableCell>
          <TableCell>
            <DurationText value={`PT${seconds}S`} />
          </TableCell>
        </TableRow>
      ))}
    </DataTable>
  );
};
