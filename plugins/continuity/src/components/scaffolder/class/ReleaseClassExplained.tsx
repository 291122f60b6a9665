import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import Typography from '@material-ui/core/Typography';
import { useEffect, useId } from 'react';
import { scaffolderTranslationRef } from '../../../translation/scaffolderTranslationRef';
import { ClassificationPanel } from '../../changes/form/ClassificationPanel';
import { useClassificationOf } from '../../changes/form/useClassificationPreview';
import { siblingsOf } from '../siblings';
import { Cost } from './Cost';
import { requestOf } from './requestOf';

export const releaseClassExplainedSchema = makeFieldSchema({
  output: z => z.string(),
});

/**
 * The class of the release as the form stands, with why; its value is that class, and
 * none as long as it is not known.
 */
export const ReleaseClassExplained = (
  props: typeof releaseClassExplainedSchema.TProps,
) => {
  const { formData, onChange } = props;
  const heading = useId();
  const { t } = useTranslationRef(scaffolderTranslationRef);
  const preview = useClassificationOf(requestOf(siblingsOf(props.formContext)));
  const { resource, current } = preview;
  const classification =
    current && resource?.state === 'ready' ? resource.value : undefined;
  const known = classification?.class;
  useEffect(() => {
    if (known !== formData) onChange(known);
  }, [known, formData, onChange]);
  return (
    <section aria-labelledby={heading}>
      <Typography variant="subtitle1" component="h2" id={heading}>
        {props.schema.title ?? t('class.title')}
      </Typography>
      {classification ? <Cost classification={classification} /> : null}
      <ClassificationPanel preview={preview} />
    </section>
  );
};
