import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Campaign,
  CampaignContent,
  CampaignRevision,
} from '@continuity/plugin-continuity-common';
import {
  Moment,
  ResourceView,
  useCampaignHistory,
} from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { useEffect, useRef } from 'react';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { DataTable } from '../../../shared/DataTable';
import { EntityLink } from '../../../shared/EntityLink';
import { needs } from '../../../shared/permissions';
import { Section } from '../../../shared/Section';

const FIELDS = [
  'title',
  'description',
  'scorecard',
  'level',
  'scope',
  'startsOn',
  'endsOn',
  'timezone',
  'owner',
  'reminders',
] as const satisfies readonly (keyof CampaignContent)[];

/** Days say what they were; of the rest it is enough that they are others. */
function useChanges() {
  const { t } = useTranslationRef(campaignsTranslationRef);
  return (after: CampaignContent, before: CampaignContent | undefined) =>
    before
      ? FIELDS.filter(
          field =>
            JSON.stringify(after[field]) !== JSON.stringify(before[field]),
        )
          .map(field =>
            field === 'endsOn' || field === 'startsOn'
              ? `${t(`fact.${field}`)}: ${before[field]} → ${after[field]}`
              : t(`history.field.${field}`),
          )
          .join(', ')
      : '';
}

const Revisions = ({ items }: { items: readonly CampaignRevision[] }) => {
  const { t } = useTranslationRef(campaignsTranslationRef);
  const changesOf = useChanges();
  return (
    <DataTable
      label={t('history.title')}
      columns={[
        t('history.when'),
        t('history.what'),
        t('history.who'),
        t('history.why'),
      ]}
    >
      {items.map((revision, index) => (
        <TableRow key={revision.revision}>
          <TableCell>
            <Moment at={revision.at} />
          </TableCell>
          <TableCell component="th" scope="row">
            {t(`history.change.${revision.change}`)}
            {revision.change === 'changed'
              ? ` (${changesOf(revision.content, items[index + 1]?.content)})`
              : null}
          </TableCell>
          <TableCell>
            <EntityLink entityRef={revision.by} />
          </TableCell>
          <TableCell>{revision.comment}</TableCell>
        </TableRow>
      ))}
    </DataTable>
  );
};

/** What was done to a campaign: that somebody moved its last day, too. */
export const HistorySection = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useTranslationRef(campaignsTranslationRef);
  const history = useCampaignHistory(campaign.id);
  const retry = useRef(() => {});
  retry.current = () => {
    if (history.state !== 'loading') history.retry();
  };
  const known = useRef(campaign.revision);
  useEffect(() => {
    if (known.current !== campaign.revision) retry.current();
    known.current = campaign.revision;
  }, [campaign.revision]);
  return (
    <Section title={t('history.title')}>
      <ResourceView
        resource={history}
        what={t('history.of')}
        permission={needs.campaign}
      >
        {items => <Revisions items={items} />}
      </ResourceView>
    </Section>
  );
};
