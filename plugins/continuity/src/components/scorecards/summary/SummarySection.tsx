import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Scorecard,
  ScorecardSummary,
} from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useScorecardSummary,
} from '@continuity/plugin-continuity-react';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import type {
  ChangeAddress,
  ScorecardsAddress,
} from '../page/scorecardsAddress';
import { GroupsTable } from './GroupsTable';
import { RolledUp } from './RolledUp';

const Loaded = (props: {
  scorecard: Scorecard;
  summary: ScorecardSummary;
  address: ScorecardsAddress;
  change: ChangeAddress;
}) => {
  const { summary } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (summary.total.services === 0) {
    return (
      <Empty title={t('summary.empty')} remedy={t('summary.emptyRemedy')} />
    );
  }
  return (
    <>
      <RolledUp scorecard={props.scorecard} rollUp={summary.total} />
      <GroupsTable {...props} />
    </>
  );
};

/** Where all services of a scorecard stand, and those of each team or system. */
export const SummarySection = (props: {
  scorecard: Scorecard;
  address: ScorecardsAddress;
  change: ChangeAddress;
}) => {
  const { scorecard, address } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const summary = useScorecardSummary(scorecard.id, {
    by: address.by ?? 'owner',
  });
  return (
    <Section title={t('summary.title')}>
      <ResourceView
        resource={summary}
        what={t('summary.what')}
        permission={needs.scorecard}
        lines={6}
      >
        {value => <Loaded {...props} summary={value} />}
      </ResourceView>
    </Section>
  );
};
