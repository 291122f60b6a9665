import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Campaign } from '@continuity/plugin-continuity-common';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { DataTable } from '../../../shared/DataTable';
import { EntityLink } from '../../../shared/EntityLink';
import { useScorecardPaths } from '../../shared/useScorecardPaths';
import { CampaignMark } from '../shared/CampaignMark';
import { LastDay } from '../shared/LastDay';
import { ProgressBar } from '../shared/ProgressBar';
import { targetOf } from '../shared/targetOf';

/** Campaigns, newest first. */
export const CampaignsTable = (props: { campaigns: readonly Campaign[] }) => {
  const { t } = useTranslationRef(campaignsTranslationRef);
  const paths = useScorecardPaths();
  return (
    <DataTable
      label={t('list.title')}
      columns={[
        t('column.campaign'),
        t('column.state'),
        t('column.progress'),
        t('column.lastDay'),
        t('column.owner'),
      ]}
    >
      {props.campaigns.map(campaign => {
        const { id, content, counts, endsAt } = campaign;
        return (
          <TableRow key={id}>
            <TableCell component="th" scope="row">
              <Link to={paths?.campaign(id) ?? '.'}>{content.title}</Link>
              <Typography variant="caption" component="div">
                {t('target', targetOf(campaign))}
              </Typography>
            </TableCell>
            <TableCell>
              <CampaignMark campaign={campaign} />
            </TableCell>
            <TableCell>
              <ProgressBar counts={counts} />
            </TableCell>
            <TableCell>
              <LastDay content={content} endsAt={endsAt} />
            </TableCell>
            <TableCell>
              <EntityLink entityRef={content.owner} />
            </TableCell>
          </TableRow>
        );
      })}
    </DataTable>
  );
};
