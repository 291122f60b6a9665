import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CampaignService } from '@continuity/plugin-continuity-common';
import { Moment, StatusMark } from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { DataTable } from '../../../shared/DataTable';
import { EntityLink } from '../../../shared/EntityLink';
import { StandingMark } from '../shared/StandingMark';
import { ServiceLink } from './ServiceLink';

const Lacks = ({ service }: { service: CampaignService }) => {
  const { missing, next, standing } = service;
  const { t } = useTranslationRef(campaignsTranslationRef);
  if (standing === 'reached') return <>{t('services.nothing')}</>;
  const rest = missing.length - 1;
  return (
    <>
      <Typography variant="body2" component="div">
        {next?.title ?? missing.at(0) ?? t('services.notJudged')}
      </Typography>
      {next ? (
        <Typography variant="caption" component="div" color="textSecondary">
          {[next.reason, next.remedy].filter(Boolean).join(' ')}
        </Typography>
      ) : null}
      {rest > 0 ? (
        <Typography variant="caption" component="div">
          {t('services.more', { count: rest })}
        </Typography>
      ) : null}
    </>
  );
};

const Moves = ({ service }: { service: CampaignService }) => {
  const { joinedAt, leftAt, mayDiffer } = service;
  const { t } = useTranslationRef(campaignsTranslationRef);
  return (
    <>
      {joinedAt ? (
        <Typography variant="caption" component="div">
          {t('services.joined')} <Moment at={joinedAt} />
        </Typography>
      ) : null}
      {leftAt ? (
        <Typography variant="caption" component="div">
          {t('services.left')} <Moment at={leftAt} />
        </Typography>
      ) : null}
      {mayDiffer ? (
        <StatusMark tone="unknown" label={t('services.mayDiffer')} />
      ) : null}
    </>
  );
};

/** Services of a campaign: whose each is, where it stands, and what it lacks next. */
export const ServicesTable = (props: {
  services: readonly CampaignService[];
}) => {
  const { t } = useTranslationRef(campaignsTranslationRef);
  return (
    <DataTable
      label={t('services.title')}
      columns={[
        t('column.serviceOwner'),
        t('column.service'),
        t('column.standing'),
        t('column.lacks'),
      ]}
    >
      {props.services.map(service => (
        <TableRow key={service.entityRef}>
          <TableCell>
            {service.owner ? (
              <EntityLink entityRef={service.owner} />
            ) : (
              t('owners.nobody')
            )}
          </TableCell>
          <TableCell component="th" scope="row">
            <ServiceLink service={service} />
            <Moves service={service} />
          </TableCell>
          <TableCell>
            <StandingMark standing={service.standing} />
          </TableCell>
          <TableCell>
            <Lacks service={service} />
          </TableCell>
        </TableRow>
      ))}
    </DataTable>
  );
};
