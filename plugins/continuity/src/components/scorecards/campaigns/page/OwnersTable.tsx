import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CampaignProgress } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { DataTable } from '../../../shared/DataTable';
import { EntityLink } from '../../../shared/EntityLink';
import { useTitles } from '../../../shared/useTitles';
import { ProgressBar } from '../shared/ProgressBar';

const STEP = 10;

/** Who owns the services, those with most that are not there first. */
export const OwnersTable = (props: {
  owners: CampaignProgress['owners'];
  leftOut: number;
  /** @param owner - ref, or `none` */
  onShow: (owner: string) => void;
}) => {
  const { owners, leftOut, onShow } = props;
  const { t } = useTranslationRef(campaignsTranslationRef);
  const [shown, setShown] = useState(STEP);
  const titleOf = useTitles(owners.flatMap(({ owner }) => owner ?? []));
  if (owners.length === 0) return null;
  const rest = owners.length - shown + leftOut;
  return (
    <>
      <Typography variant="subtitle1" component="h3">
        {t('owners.title')}
      </Typography>
      <DataTable
        label={t('owners.title')}
        columns={[
          t('column.serviceOwner'),
          t('column.progress'),
          t('column.open'),
          t('column.show'),
        ]}
      >
        {owners.slice(0, shown).map(({ owner, counts }) => {
          const open = counts.services - counts.reached;
          const name = owner ? titleOf(owner) : t('owners.nobody');
          return (
            <TableRow key={owner ?? ''}>
              <TableCell component="th" scope="row">
                {owner ? <EntityLink entityRef={owner} /> : name}
              </TableCell>
              <TableCell>
                <ProgressBar counts={counts} />
              </TableCell>
              <TableCell>{open}</TableCell>
              <TableCell>
                {open > 0 ? (
                  <Button
                    size="small"
                    aria-label={t('owners.showOf', { name })}
                    onClick={() => onShow(owner ?? 'none')}
                  >
                    {t('owners.show')}
                  </Button>
                ) : null}
              </TableCell>
            </TableRow>
          );
        })}
      </DataTable>
      {rest > 0 ? (
        <Typography variant="body2">
          {t('owners.rest', { count: rest })}
        </Typography>
      ) : null}
      {owners.length > shown ? (
        <Button size="small" onClick={() => setShown(shown + STEP)}>
          {t('owners.more')}
        </Button>
      ) : null}
    </>
  );
};
