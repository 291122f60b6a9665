import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Change,
  ChangeRevision,
} from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  useChangeRevisions,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { EntityLink } from '../../shared/EntityLink';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { changedParts } from './changedParts';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { padding: theme.spacing(0.75, 0), overflowWrap: 'anywhere' },
  }),
  { name: 'ContinuityChangeRevisions' },
);

const Revision = (props: {
  revision: ChangeRevision;
  /** Absent: it is the first one. */
  before?: ChangeRevision;
}) => {
  const { revision, before } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const parts = before ? changedParts(before.content, revision.content) : [];
  const said =
    parts.length === 0
      ? t('revisions.same')
      : t('revisions.changed', {
          parts: parts.map(part => t(`content.part.${part}`)).join(', '),
        });
  return (
    <li className={classes.item}>
      <Typography variant="body2" component="div">
        <strong>
          {t('revisions.revision', { revision: String(revision.revision) })}
        </strong>
        , <EntityLink entityRef={revision.by} />, <Age at={revision.at} />
      </Typography>
      <Typography variant="body2">
        {before ? said : t('revisions.first')}
      </Typography>
      {revision.comment ? (
        <Typography variant="body2" color="textSecondary">
          {revision.comment}
        </Typography>
      ) : null}
    </li>
  );
};

/** Who wrote which revision, why, and which parts of it are not as before. */
export const RevisionsSection = ({ change }: { change: Change }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const { id, revision } = change.summary;
  const revisions = useChangeRevisions(id, String(revision));
  return (
    <Section title={t('revisions.title')}>
      <ResourceView
        resource={revisions}
        what={t('revisions.what')}
        permission={needs.change}
      >
        {items => (
          <ul className={classes.list} aria-label={t('revisions.title')}>
            {items.map((item, index) => (
              <Revision
                key={item.revision}
                revision={item}
                before={items[index + 1]}
              />
            ))}
          </ul>
        )}
      </ResourceView>
    </Section>
  );
};
