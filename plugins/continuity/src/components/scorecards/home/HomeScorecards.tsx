import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ResourceView, useResource } from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { MAX_GROUPS } from '../group/groupsBelow';
import { ScorecardsTogether } from '../group/ScorecardsTogether';

/** Where the services stand together that the reader or a group of theirs owns; for a home page. */
export const HomeScorecards = () => {
  const identity = useApi(identityApiRef);
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const owners = useResource(
    async () => (await identity.getBackstageIdentity()).ownershipEntityRefs,
    'owners',
  );
  return (
    <ResourceView
      resource={owners}
      what={t('card.groups')}
      permission="catalog.entity.read"
    >
      {refs => (
        <>
          {refs.length > MAX_GROUPS ? (
            <Typography variant="body2">
              {t('card.truncated', { count: MAX_GROUPS })}
            </Typography>
          ) : null}
          <ScorecardsTogether whose={{ owner: refs.slice(0, MAX_GROUPS) }} />
        </>
      )}
    </ResourceView>
  );
};
