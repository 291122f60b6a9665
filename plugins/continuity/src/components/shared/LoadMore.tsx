import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation/continuityTranslationRef';
import { backendWords } from './backendWords';
import type { Pages } from './usePages';

/** At the end of a list: the way to what follows, where there is more. */
export const LoadMore = (props: {
  /** Absent: this was all. */
  nextCursor?: string;
  pages: Pick<Pages<unknown>, 'loading' | 'loadMore'>;
}) => {
  const { nextCursor, pages } = props;
  const { loading, loadMore } = pages;
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <>
      {loading.state === 'failed' ? (
        <Typography variant="body2" color="error" role="alert">
          {t('list.moreFailed', { problem: backendWords(loading.error) })}
        </Typography>
      ) : null}
      {nextCursor ? (
        <Button
          disabled={loading.state === 'busy'}
          onClick={() => loadMore(nextCursor)}
        >
          {t('list.more')}
        </Button>
      ) : null}
      {loading.state === 'busy' ? (
        <Typography variant="body2" role="status">
          {t('list.loadingMore')}
        </Typography>
      ) : null}
    </>
  );
};
