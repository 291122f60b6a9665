import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ResourceView } from '@continuity/plugin-continuity-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { needs } from '../../shared/permissions';
import { ClassificationView } from '../shared/ClassificationView';
import type { ClassificationPreview } from './useClassificationPreview';

const useStyles = makeStyles(
  { progress: { height: 4 } },
  { name: 'ContinuityClassificationPanel' },
);

/** The class of what stands in the form, and what it would bind the change to. */
export const ClassificationPanel = (props: {
  preview: ClassificationPreview;
}) => {
  const { resource, current } = props.preview;
  const classes = useStyles();
  const { t } = useTranslationRef(changeFormTranslationRef);
  if (!resource) {
    return <Typography variant="body2">{t('preview.needs')}</Typography>;
  }
  return (
    <>
      <div className={classes.progress}>
        {current || resource.state === 'failed' ? null : (
          <LinearProgress aria-label={t('preview.loading')} />
        )}
      </div>
      <ResourceView
        resource={resource}
        what={t('preview.what')}
        permission={needs.change}
        lines={6}
      >
        {classification => (
          <div aria-live="polite">
            <ClassificationView classification={classification} />
          </div>
        )}
      </ResourceView>
      {resource.state === 'failed' ? (
        <Typography variant="body2">{t('preview.failed')}</Typography>
      ) : null}
    </>
  );
};
