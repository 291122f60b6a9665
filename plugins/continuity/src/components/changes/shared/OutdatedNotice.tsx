import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { backendWords } from '../../shared/backendWords';
import { Notice } from '../../shared/Notice';
import type { Task } from '../../shared/useTask';
import type { ChangeFailure } from './readFailure';
import { StateMark } from './StateMark';

/** That somebody else was faster, what is there now, and the way to it. */
export const OutdatedNotice = (props: {
  /** The revision that the reader was looking at. */
  seen: number;
  now: NonNullable<ChangeFailure['outdated']>;
  loading: Task<unknown>;
  onLoad: () => void;
}) => {
  const { seen, now, loading } = props;
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <Notice tone="notice" title={t('dialog.outdated')}>
      {now.revision === undefined
        ? t('dialog.outdatedUnknown', { seen: String(seen) })
        : t('dialog.outdatedMeans', {
            seen: String(seen),
            now: String(now.revision),
          })}
      {now.state ? (
        <div>
          {t('dialog.nowState')}: <StateMark state={now.state} />
        </div>
      ) : null}
      <div>
        <Button
          size="small"
          variant="outlined"
          disabled={loading.state === 'busy'}
          onClick={props.onLoad}
        >
          {t('dialog.load')}
        </Button>
      </div>
      {loading.state === 'failed' ? (
        <Typography variant="body2" color="error">
          {t('dialog.loadFailed', { problem: backendWords(loading.error) })}
        </Typography>
      ) : null}
    </Notice>
  );
};
