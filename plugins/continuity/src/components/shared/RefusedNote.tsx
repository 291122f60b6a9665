import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation/continuityTranslationRef';
import type { Refused } from './readRefused';

/** That something was not done, why, and what to do next. */
export const RefusedNote = ({ refused }: { refused: Refused }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { kind, message, problems } = refused;
  return (
    <div role="alert">
      <Typography variant="body2" color="error">
        {/* What a field is wrong about stands at the field. */}
        {problems.length > 0
          ? t('act.refused.fields')
          : t('act.refused.because', { message })}
      </Typography>
      {problems.length > 0 ? null : (
        <Typography variant="body2">{t(`act.refused.${kind}`)}</Typography>
      )}
    </div>
  );
};
