import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ResourceView,
  useEntityScorecards,
  useScorecardUpdates,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { Link } from 'react-router-dom';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { EntityCampaigns } from '../campaigns/entity/EntityCampaigns';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { useScorecardPaths } from '../shared/useScorecardPaths';
import { ScorecardOfEntity } from './ScorecardOfEntity';

/** Where no signal comes; judging follows what happens within seconds. */
const EVERY_MS = 60_000;

/** What every scorecard says of an entity, why, and what to do next. */
export const ScorecardsSection = ({ entityRef }: { entityRef: string }) => {
  const { t } = useTranslationRef(scorecardTranslationRef);
  const paths = useScorecardPaths();
  const scorecards = useEntityScorecards(entityRef);
  const renew = () => {
    if (scorecards.state !== 'loading') scorecards.retry();
  };
  useScorecardUpdates(renew, EVERY_MS);
  return (
    <Section
      title={t('section.title')}
      action={
        paths ? (
          <Button size="small" component={Link} to={paths.heatMap()}>
            {t('section.all')}
          </Button>
        ) : null
      }
    >
      <ResourceView
        resource={scorecards}
        what={t('section.what')}
        permission={needs.scorecard}
      >
        {items => (
          <>
            <EntityCampaigns entityRef={entityRef} scorecards={items} />
            {items.length === 0 ? (
              <Empty
                title={t('section.empty')}
                remedy={t('section.emptyRemedy')}
              />
            ) : (
              items.map(item => (
                <ScorecardOfEntity
                  key={item.scorecard.id}
                  entityRef={entityRef}
                  judged={item}
                  onDone={renew}
                />
              ))
            )}
          </>
        )}
      </ResourceView>
    </Section>
  );
};
