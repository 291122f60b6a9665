import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Override } from '@continuity/plugin-continuity-common';
import { Age, StatusMark } from '@continuity/plugin-continuity-react';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { EntityLink } from '../../../shared/EntityLink';
import { Section } from '../../../shared/Section';
import { Fact, Facts, Prose } from '../../../shared/Facts';

/** What came of an override, once it is reviewed. */
export const OverrideReview = ({ review }: Pick<Override, 'review'>) => {
  const { t } = useTranslationRef(overridesTranslationRef);
  if (!review) return null;
  return (
    <Section title={t('review.title')}>
      <Facts>
        <Fact name={t('review.justified')}>
          <StatusMark
            tone={review.justified ? 'good' : 'bad'}
            label={t(review.justified ? 'review.yes' : 'review.no')}
          />
        </Fact>
        <Fact name={t('review.summary')}>
          <Prose>{review.summary}</Prose>
        </Fact>
        <Fact name={t('review.followUp')}>
          <Prose>{review.followUp}</Prose>
        </Fact>
        <Fact name={t('review.by')}>
          <EntityLink entityRef={review.by} />, <Age at={review.at} />
        </Fact>
      </Facts>
    </Section>
  );
};
