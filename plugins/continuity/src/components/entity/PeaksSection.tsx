import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ResourceView, useResource } from '@continuity/plugin-continuity-react';
import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation';
import { EntityLink } from '../shared/EntityLink';
import { Section } from '../shared/Section';
import { peaksOf, supportedBy, systemsOf } from './peaksOf';

const useStyles = makeStyles(
  theme => ({ list: { margin: 0, paddingLeft: theme.spacing(3) } }),
  { name: 'ContinuityPeaks' },
);

const Loaded = ({ entity }: { entity: Entity }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  const catalog = useApi(catalogApiRef);
  const resource = useResource(
    () => peaksOf(entity, catalog),
    stringifyEntityRef(entity),
  );
  // Most services have none, so the place for them is not kept.
  if (resource.state === 'loading') return null;
  if (resource.state === 'ready' && resource.value.length === 0) return null;
  return (
    <Grid item xs={12}>
      <Section title={t('peaks.title')}>
        <ResourceView
          resource={resource}
          what={t('peaks.what')}
          permission="catalog.entity.read"
        >
          {functions => (
            <>
              <Typography variant="body2" paragraph>
                {t('peaks.lead')}
              </Typography>
              <ul className={classes.list}>
                {functions.flatMap(({ functionRef, peaks }) =>
                  peaks.map(({ title, description }) => (
                    <li key={`${functionRef} ${title}`}>
                      <Typography variant="body2" component="span">
                        <strong>{title}</strong>
                        {description === undefined ? '' : `: ${description}`} (
                        <EntityLink entityRef={functionRef} />)
                      </Typography>
                    </li>
                  )),
                )}
              </ul>
            </>
          )}
        </ResourceView>
      </Section>
    </Grid>
  );
};

/** When the business needs the service more than usual; nothing where nobody said so. */
export const PeaksSection = ({ entity }: { entity: Entity }) =>
  supportedBy(entity).length > 0 || systemsOf(entity).length > 0 ? (
    <Loaded entity={entity} />
  ) : null;
