import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ScorecardExemptionState } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  ResourceView,
  useScorecardExemptions,
  useScorecards,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useSearchParams } from 'react-router-dom';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { LoadMore } from '../../shared/LoadMore';
import { ChoiceField } from '../../shared/ChoiceField';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { StatusBanner } from '../../shared/StatusBanner';
import { usePages } from '../../shared/usePages';
import { ExemptionsTable } from './ExemptionsTable';

const STATES = [
  'requested',
  'in-force',
  'refused',
  'revoked',
  'expired',
] as const satisfies readonly ScorecardExemptionState[];
const LIMIT = 50;

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1.5, 2),
      margin: theme.spacing(1, 0, 2),
    },
  }),
  { name: 'ContinuityExemptionFilters' },
);

interface Question {
  scorecard?: string;
  state?: ScorecardExemptionState;
}

const Nothing = ({ isFiltered }: { isFiltered: boolean }) => {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return isFiltered ? (
    <Empty
      title={t('exemptions.noneFits')}
      remedy={t('exemptions.noneFitsRemedy')}
    />
  ) : (
    <Empty title={t('exemptions.empty')} remedy={t('exemptions.emptyRemedy')} />
  );
};

const List = ({ question }: { question: Question }) => {
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const scorecards = useScorecards();
  const query = { ...question, limit: LIMIT };
  const first = useScorecardExemptions(query);
  const pages = usePages(first, cursor =>
    api.listScorecardExemptions({ ...query, cursor }),
  );
  return (
    <ResourceView
      resource={pages.list}
      what={t('exemptions.what')}
      permission={needs.scorecard}
      lines={6}
    >
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <Nothing isFiltered={Boolean(question.state ?? question.scorecard)} />
        ) : (
          <>
            <ExemptionsTable
              exemptions={items}
              scorecards={
                scorecards.state === 'ready' ? scorecards.value.items : []
              }
              onDone={() => {
                if (first.state !== 'loading') first.retry();
              }}
            />
            <LoadMore nextCursor={nextCursor} pages={pages} />
          </>
        )
      }
    </ResourceView>
  );
};

/** Every exemption, what became of it, and what the reader can do about it. */
export const ExemptionsContent = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { t: tShared } = useTranslationRef(scorecardTranslationRef);
  const [params, setParams] = useSearchParams();
  const scorecards = useScorecards();
  const question: Question = {
    scorecard: params.get('scorecard')?.slice(0, 60) || undefined,
    state: STATES.find(state => state === params.get('state')),
  };
  const change = (name: keyof Question, value: string | undefined) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <StatusBanner />
      <Section title={t('exemptions.title')}>
        <Typography variant="body2">{t('exemptions.lead')}</Typography>
        <div
          className={classes.filters}
          role="search"
          aria-label={t('filter.label')}
        >
          <ChoiceField
            label={t('exemptions.state')}
            any={t('exemptions.any')}
            value={question.state}
            choices={STATES.map(value => ({
              value,
              label: tShared(`exemption.state.${value}`),
            }))}
            onChange={value => change('state', value)}
          />
          <ChoiceField
            label={t('exemptions.scorecard')}
            any={t('exemptions.any')}
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
        <List key={JSON.stringify(question)} question={question} />
      </Section>
    </>
  );
};
