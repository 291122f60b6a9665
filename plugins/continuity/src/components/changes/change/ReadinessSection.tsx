import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Change } from '@continuity/plugin-continuity-common';
import { Age } from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { DataTable } from '../../shared/DataTable';
import { Section } from '../../shared/Section';
import { RefusalList } from '../shared/RefusalList';
import { DifferenceList } from './DifferenceList';
import { READINESS_PARTS, SnapshotPart } from './SnapshotPart';

/** Both snapshots side by side, part by part. */
const Snapshots = ({ readiness }: Pick<Change, 'readiness'>) => {
  const { approved, now } = readiness;
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <DataTable
      label={t('readiness.title')}
      columns={[
        t('readiness.part'),
        ...(approved ? [t('readiness.approved')] : []),
        t('readiness.now'),
      ]}
    >
      {READINESS_PARTS.map(part => (
        <TableRow key={part}>
          <TableCell component="th" scope="row">
            {t(`readiness.parts.${part}`)}
          </TableCell>
          {approved ? (
            <TableCell>
              <SnapshotPart snapshot={approved} part={part} />
            </TableCell>
          ) : null}
          <TableCell>
            <SnapshotPart snapshot={now} part={part} />
          </TableCell>
        </TableRow>
      ))}
      <TableRow>
        <TableCell component="th" scope="row">
          {t('readiness.asOf')}
        </TableCell>
        {approved ? (
          <TableCell>
            <Age at={approved.at} />
          </TableCell>
        ) : null}
        <TableCell>
          <Age at={now.at} />
        </TableCell>
      </TableRow>
    </DataTable>
  );
};

/** What is now against what was approved, and what keeps the change from beginning. */
export const ReadinessSection = ({ change }: { change: Change }) => {
  const { t } = useTranslationRef(changeTranslationRef);
  const { readiness } = change;
  const { differences, refusals } = readiness;
  return (
    <Section title={t('readiness.title')}>
      {differences === undefined ? (
        <Typography variant="body2">{t('readiness.nothing')}</Typography>
      ) : null}
      {differences?.length === 0 ? (
        <Typography variant="body2">{t('readiness.unchanged')}</Typography>
      ) : null}
      {differences && differences.length > 0 ? (
        <DifferenceList
          label={t('dialog.differences')}
          differences={differences}
        />
      ) : null}
      {refusals && refusals.length > 0 ? (
        <>
          <Typography variant="subtitle2" component="h3">
            {t('readiness.refusals')}
          </Typography>
          <RefusalList label={t('readiness.refusals')} refusals={refusals} />
        </>
      ) : null}
      {refusals?.length === 0 ? (
        <Typography variant="body2">{t('readiness.ready')}</Typography>
      ) : null}
      <Snapshots readiness={readiness} />
    </Section>
  );
};
