import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Campaign,
  CampaignService,
  CampaignServicesQuery,
  Page,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  ResourceView,
  useCampaignServices,
  type Resource,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { ChoiceField } from '../../../shared/ChoiceField';
import { Empty } from '../../../shared/Empty';
import { LoadMore } from '../../../shared/LoadMore';
import { needs } from '../../../shared/permissions';
import { SearchField } from '../../../shared/SearchField';
import { Section } from '../../../shared/Section';
import { usePages } from '../../../shared/usePages';
import { useTitledChoices } from '../../../shared/useTitles';
import {
  WHICH,
  type ChangeServices,
  type ServicesAddress,
} from './servicesAddress';
import { ServicesTable } from './ServicesTable';

const LIMIT = 50;

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5, 2),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'ContinuityCampaignServices' },
);

type Listed = CampaignService & { id: string };

/** Lists grow by the id of what is in them. */
function withIds({ items, nextCursor }: Page<CampaignService>): Page<Listed> {
  return {
    items: items.map(item => ({ ...item, id: item.entityRef })),
    ...(nextCursor !== undefined && { nextCursor }),
  };
}

function mapped(
  resource: Resource<Page<CampaignService>>,
): Resource<Page<Listed>> {
  return resource.state === 'ready'
    ? { ...resource, value: withIds(resource.value) }
    : resource;
}

const List = (props: { campaign: Campaign; query: CampaignServicesQuery }) => {
  const { campaign, query } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(campaignsTranslationRef);
  const first = useCampaignServices(campaign.id, query);
  const pages = usePages(mapped(first), async cursor =>
    withIds(await api.listCampaignServices(campaign.id, { ...query, cursor })),
  );
  const retry = useRef(() => {});
  retry.current = () => {
    // Whoever has gone on further would lose their place.
    if (first.state !== 'loading' && !pages.isGrown) first.retry();
  };
  const known = useRef(campaign);
  useEffect(() => {
    if (known.current !== campaign) retry.current();
    known.current = campaign;
  }, [campaign]);
  return (
    <ResourceView
      resource={pages.list}
      what={t('services.what')}
      permission={needs.campaign}
      lines={8}
    >
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <Empty
            title={t('services.empty')}
            remedy={t('services.emptyRemedy')}
          />
        ) : (
          <>
            <ServicesTable services={items} />
            <LoadMore nextCursor={nextCursor} pages={pages} />
          </>
        )
      }
    </ResourceView>
  );
};

/** The services of a campaign by owner, and what each lacks. */
export const ServicesSection = (props: {
  campaign: Campaign;
  address: ServicesAddress;
  change: ChangeServices;
  /** Of services; absent is nobody. None while they are not known. */
  owners: readonly (string | undefined)[];
}) => {
  const { campaign, address, change, owners } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const titled = useTitledChoices(owners.flatMap(owner => owner ?? []));
  const choices = owners.includes(undefined)
    ? [...titled, { value: 'none', label: t('owners.nobody') }]
    : titled;
  const query = { ...address, limit: LIMIT };
  return (
    <Section title={t('services.title')}>
      <div
        className={classes.filters}
        role="search"
        aria-label={t('list.filters')}
      >
        <SearchField
          label={t('services.text')}
          value={address.text ?? ''}
          onChange={text => change({ text: text || undefined })}
        />
        <ChoiceField
          label={t('services.which')}
          any={t('list.all')}
          value={address.which}
          choices={WHICH.map(value => ({ value, label: t(`which.${value}`) }))}
          onChange={chosen =>
            change({ which: WHICH.find(one => one === chosen) })
          }
        />
        <ChoiceField
          label={t('column.serviceOwner')}
          any={t('list.all')}
          value={address.owner}
          choices={choices}
          onChange={owner => change({ owner })}
        />
        {address.owner || address.which || address.text ? (
          <Button
            size="small"
            onClick={() =>
              change({ owner: undefined, which: undefined, text: undefined })
            }
          >
            {t('services.clear')}
          </Button>
        ) : null}
      </div>
      <List key={JSON.stringify(query)} campaign={campaign} query={query} />
    </Section>
  );
};
