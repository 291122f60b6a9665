import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CampaignProgress } from '@continuity/plugin-continuity-common';
import { useReader } from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { DataTable } from '../../../shared/DataTable';

/** Checks that keep most services from the level, the greatest first. */
export const BlockersTable = ({
  blockers,
}: Pick<CampaignProgress, 'blockers'>) => {
  const { t } = useTranslationRef(campaignsTranslationRef);
  const { locale } = useReader();
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  return (
    <>
      <Typography variant="subtitle1" component="h3">
        {t('blockers.title')}
      </Typography>
      {blockers.length === 0 ? (
        <Typography variant="body2">{t('blockers.none')}</Typography>
      ) : (
        <>
          <Typography variant="body2" color="textSecondary">
            {t('blockers.lead')}
          </Typography>
          <DataTable
            label={t('blockers.title')}
            columns={[
              t('column.check'),
              t('column.blocked'),
              t('column.alone'),
            ]}
          >
            {blockers.map(({ check, title, services, alone }) => (
              <TableRow key={check}>
                <TableCell component="th" scope="row">
                  {title}
                </TableCell>
                <TableCell>{number(services)}</TableCell>
                <TableCell>{number(alone)}</TableCell>
              </TableRow>
            ))}
          </DataTable>
        </>
      )}
    </>
  );
};
