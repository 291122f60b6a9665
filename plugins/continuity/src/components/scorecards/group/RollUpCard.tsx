import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { catalogApiRef, useEntity } from '@backstage/plugin-catalog-react';
import { ResourceView, useResource } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { Link } from 'react-router-dom';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { Section } from '../../shared/Section';
import { useScorecardPaths } from '../shared/useScorecardPaths';
import { groupsBelow, MAX_GROUPS } from './groupsBelow';
import { ScorecardsTogether } from './ScorecardsTogether';

const OfGroup = ({ group }: { group: Entity }) => {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const catalog = useApi(catalogApiRef);
  const groups = useResource(
    () => groupsBelow(group, catalog),
    stringifyEntityRef(group),
  );
  return (
    <ResourceView
      resource={groups}
      what={t('card.groups')}
      permission="catalog.entity.read"
    >
      {({ refs, truncated }) => (
        <>
          {truncated ? (
            <Typography variant="body2">
              {t('card.truncated', { count: MAX_GROUPS })}
            </Typography>
          ) : null}
          <ScorecardsTogether whose={{ owner: refs }} />
        </>
      )}
    </ResourceView>
  );
};

/**
 * Where the services of a system stand together, or those of a group and the groups below
 * it; for the page of either in the catalog.
 */
export const RollUpCard = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const paths = useScorecardPaths();
  return (
    <Section
      title={t('card.title')}
      action={
        paths ? (
          <Button size="small" component={Link} to={paths.heatMap()}>
            {t('pages.heatMap')}
          </Button>
        ) : null
      }
    >
      {entity.kind.toLocaleLowerCase('en-US') === 'group' ? (
        <OfGroup group={entity} />
      ) : (
        <ScorecardsTogether whose={{ system: [stringifyEntityRef(entity)] }} />
      )}
    </Section>
  );
};
