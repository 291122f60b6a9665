import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CampaignPreview } from '@continuity/plugin-continuity-common';
import { Moment, ResourceView } from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { DataTable } from '../../../shared/DataTable';
import { needs } from '../../../shared/permissions';
import { Section } from '../../../shared/Section';
import { ServiceLink } from '../page/ServiceLink';
import { ProgressBar } from '../shared/ProgressBar';
import { StandingMark } from '../shared/StandingMark';
import type { CampaignPreviewState } from './useCampaignPreview';

const SHOWN = 10;

/** What services follow from. */
const CHOOSE = ['scorecard', 'level', 'scope'];

/** Where nothing is wrong with the choice and nothing is known, the catalog is missing. */
function isChosen({ problems }: CampaignPreview): boolean {
  return !problems.some(({ path }) => CHOOSE.includes(path.split('.')[0]));
}

const Days = ({ preview }: { preview: CampaignPreview }) => {
  const { startsAt, endsAt, reminders } = preview;
  const { t } = useTranslationRef(campaignsTranslationRef);
  return (
    <>
      {startsAt && endsAt ? (
        <Typography variant="body2" component="div" paragraph>
          {t('preview.from')} <Moment at={startsAt} /> {t('preview.to')}{' '}
          <Moment at={endsAt} />.
        </Typography>
      ) : null}
      {reminders.length > 0 ? (
        <Typography variant="body2" component="div" paragraph>
          {t('preview.reminders')}{' '}
          {reminders.map((at, index) => (
            <span key={at}>
              {index > 0 ? ', ' : null}
              <Moment at={at} />
            </span>
          ))}
        </Typography>
      ) : null}
    </>
  );
};

const Services = ({ preview }: { preview: CampaignPreview }) => {
  const { counts, services } = preview;
  const { t } = useTranslationRef(campaignsTranslationRef);
  if (!counts) {
    return (
      <Typography variant="body2">
        {t(isChosen(preview) ? 'preview.notRead' : 'preview.notChosen')}
      </Typography>
    );
  }
  const shown = services.slice(0, SHOWN);
  const rest = counts.services - shown.length;
  return (
    <>
      <ProgressBar counts={counts} withLegend />
      {shown.length > 0 ? (
        <DataTable
          label={t('preview.services')}
          columns={[t('column.service'), t('column.standing')]}
        >
          {shown.map(service => (
            <TableRow key={service.entityRef}>
              <TableCell component="th" scope="row">
                <ServiceLink service={service} />
              </TableCell>
              <TableCell>
                <StandingMark standing={service.standing} />
              </TableCell>
            </TableRow>
          ))}
        </DataTable>
      ) : null}
      {rest > 0 ? (
        <Typography variant="body2">
          {t('preview.rest', { count: rest })}
        </Typography>
      ) : null}
    </>
  );
};

/** Which services a campaign would be for now, and how many are there already. */
export const PreviewPanel = (props: { preview: CampaignPreviewState }) => {
  const { resource, current } = props.preview;
  const { t } = useTranslationRef(campaignsTranslationRef);
  return (
    <Section title={t('preview.title')}>
      <ResourceView
        resource={resource}
        what={t('preview.what')}
        permission={needs.campaign}
        lines={6}
      >
        {preview => (
          <>
            <Typography variant="body2" role="status" color="textSecondary">
              {current ? t('preview.current') : t('preview.older')}
            </Typography>
            <Days preview={preview} />
            <Services preview={preview} />
          </>
        )}
      </ResourceView>
    </Section>
  );
};
