import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  CampaignsPage,
  CampaignState,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  ResourceView,
  useCampaigns,
  useScorecards,
  type Resource,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Link, useSearchParams } from 'react-router-dom';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { ChoiceField } from '../../../shared/ChoiceField';
import { Empty } from '../../../shared/Empty';
import { LoadMore } from '../../../shared/LoadMore';
import { needs } from '../../../shared/permissions';
import { Section } from '../../../shared/Section';
import { StatusBanner } from '../../../shared/StatusBanner';
import { usePages } from '../../../shared/usePages';
import { useScorecardPaths } from '../../shared/useScorecardPaths';
import { CampaignsTable } from './CampaignsTable';

const WHICH = {
  open: ['planned', 'running'],
  over: ['reached', 'missed', 'cancelled'],
} as const satisfies Record<string, readonly CampaignState[]>;
const LIMIT = 20;

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1.5, 2),
      margin: theme.spacing(1, 0, 2),
    },
  }),
  { name: 'ContinuityCampaigns' },
);

interface Question {
  which?: keyof typeof WHICH;
  scorecard?: string;
}

function queryOf({ which, scorecard }: Question) {
  return {
    ...(which && { state: [...WHICH[which]] }),
    ...(scorecard && { scorecard }),
    limit: LIMIT,
  };
}

const Nothing = ({ isFiltered }: { isFiltered: boolean }) => {
  const { t } = useTranslationRef(campaignsTranslationRef);
  return isFiltered ? (
    <Empty title={t('list.noneFits')} remedy={t('list.noneFitsRemedy')} />
  ) : (
    <Empty title={t('list.empty')} remedy={t('list.emptyRemedy')} />
  );
};

const List = (props: {
  question: Question;
  first: Resource<CampaignsPage>;
}) => {
  const { question, first } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(campaignsTranslationRef);
  const pages = usePages(first, cursor =>
    api.listCampaigns({ ...queryOf(question), cursor }),
  );
  return (
    <ResourceView
      resource={pages.list}
      what={t('list.what')}
      permission={needs.campaign}
      lines={6}
    >
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <Nothing isFiltered={Boolean(question.which ?? question.scorecard)} />
        ) : (
          <>
            <CampaignsTable campaigns={items} />
            <LoadMore nextCursor={nextCursor} pages={pages} />
          </>
        )
      }
    </ResourceView>
  );
};

const Filtered = (props: {
  question: Question;
  change: (name: keyof Question, value: string | undefined) => void;
}) => {
  const { question, change } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const paths = useScorecardPaths();
  const scorecards = useScorecards();
  const first = useCampaigns(queryOf(question));
  const mayCreate = first.state === 'ready' && first.value.may.create;
  return (
    <Section
      title={t('list.title')}
      action={
        mayCreate && paths ? (
          <Button
            component={Link}
            to={paths.newCampaign()}
            color="primary"
            variant="outlined"
            size="small"
          >
            {t('list.new')}
          </Button>
        ) : null
      }
    >
      <Typography variant="body2">{t('list.lead')}</Typography>
      <div
        className={classes.filters}
        role="search"
        aria-label={t('list.filters')}
      >
        <ChoiceField
          label={t('list.which')}
          any={t('list.all')}
          value={question.which}
          choices={[
            { value: 'open', label: t('list.open') },
            { value: 'over', label: t('list.over') },
          ]}
          onChange={value => change('which', value)}
        />
        <ChoiceField
          label={t('fact.scorecard')}
          any={t('list.all')}
          value={question.scorecard}
          choices={
            scorecards.state === 'ready'
              ? scorecards.value.items.map(({ id, title }) => ({
                  value: id,
                  label: title,
                }))
              : []
          }
          onChange={value => change('scorecard', value)}
        />
      </div>
      <List key={JSON.stringify(question)} question={question} first={first} />
    </Section>
  );
};

/** Every campaign, and how far it is. */
export const CampaignsContent = () => {
  const [params, setParams] = useSearchParams();
  const which = params.get('which');
  const question: Question = {
    ...((which === 'open' || which === 'over') && { which }),
    scorecard: params.get('scorecard')?.slice(0, 60) || undefined,
  };
  return (
    <>
      <StatusBanner />
      <Filtered
        question={question}
        change={(name, value) =>
          setParams(
            before => {
              const next = new URLSearchParams(before);
              if (value) next.set(name, value);
              else next.delete(name);
              return next;
            },
            { replace: true },
          )
        }
      />
    </>
  );
};
