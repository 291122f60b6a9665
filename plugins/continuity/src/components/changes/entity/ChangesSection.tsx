import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ResourceView, useChanges } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { Link } from 'react-router-dom';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { ChangesTable } from '../list/ChangesTable';
import { OPEN_STATES } from '../shared/states';
import { useChangePaths } from '../shared/useChangePaths';

/** As many as are read at a glance; the list has the others. */
const LIMIT = 10;

/** Changes of an entity in which something is still to come. */
export const ChangesSection = ({ entityRef }: { entityRef: string }) => {
  const { t } = useTranslationRef(changesTranslationRef);
  const paths = useChangePaths();
  const changes = useChanges({
    entity: entityRef,
    state: OPEN_STATES.join(),
    limit: LIMIT,
  });
  const title = t('entity.title');
  const actions = paths ? (
    <>
      <Button size="small" component={Link} to={paths.raise(entityRef)}>
        {t('raise')}
      </Button>
      <Button
        size="small"
        component={Link}
        to={paths.list({ view: 'all', entity: entityRef })}
      >
        {t('entity.all')}
      </Button>
    </>
  ) : null;
  return (
    <Section title={title} action={actions}>
      <ResourceView
        resource={changes}
        what={t('entity.what')}
        permission={needs.change}
      >
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title={t('entity.empty')} remedy={t('entity.emptyRemedy')} />
          ) : (
            <>
              <ChangesTable label={title} changes={items} />
              {nextCursor ? (
                <Typography variant="body2">{t('entity.more')}</Typography>
              ) : null}
            </>
          )
        }
      </ResourceView>
    </Section>
  );
};
