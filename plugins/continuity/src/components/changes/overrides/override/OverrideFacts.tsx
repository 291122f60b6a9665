import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Override } from '@continuity/plugin-continuity-common';
import { DurationText, Moment } from '@continuity/plugin-continuity-react';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { EntityLink } from '../../../shared/EntityLink';
import { Section } from '../../../shared/Section';
import { EntityNames } from '../../shared/EntityNames';
import { Fact, Facts, Prose } from '../../../shared/Facts';
import { RuleNames } from '../shared/RuleNames';
import { useWindowTitles } from '../shared/useWindowTitles';

/** What an override passes over, for what, why and for how long. */
export const OverrideFacts = ({ override }: { override: Override }) => {
  const { t } = useTranslationRef(overridesTranslationRef);
  const { rules, regions, start, end, closedBy, closedBecause } = override;
  const titleOf = useWindowTitles(rules);
  return (
    <Section title={t('facts.title')}>
      <Facts>
        <Fact name={t('column.rules')}>
          <RuleNames rules={rules} titleOf={titleOf} />
        </Fact>
        <Fact name={t('facts.reason')}>
          <Prose>{override.reason}</Prose>
        </Fact>
        <Fact name={t('facts.incident')}>{override.incident}</Fact>
        <Fact name={t('facts.entities')}>
          <EntityNames refs={override.entities} />
        </Fact>
        <Fact name={t('facts.environments')}>
          {override.environments.join(', ')}
        </Fact>
        <Fact name={t('facts.regions')}>
          {regions ? regions.join(', ') : t('facts.everyRegion')}
        </Fact>
        <Fact name={t('facts.duration')}>
          <DurationText value={override.duration} />
        </Fact>
        {start && end ? (
          <Fact name={t('facts.inForce')}>
            <Moment at={start} /> – <Moment at={end} />
          </Fact>
        ) : null}
        {closedBy ? (
          <Fact name={t('facts.ended')}>
            <EntityLink entityRef={closedBy} />
            {closedBecause ? <Prose>{closedBecause}</Prose> : null}
          </Fact>
        ) : null}
      </Facts>
    </Section>
  );
};
