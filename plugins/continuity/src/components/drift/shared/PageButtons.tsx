import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import type { Paging } from './usePaging';

/** To the pages beside this one. */
export const PageButtons = (props: { paging: Paging; nextCursor?: string }) => {
  const { paging, nextCursor } = props;
  const { t } = useTranslationRef(driftTranslationRef);
  return (
    <>
      {paging.onPrevious ? (
        <Button onClick={paging.onPrevious}>{t('list.previous')}</Button>
      ) : null}
      {nextCursor ? (
        <Button onClick={() => paging.onNext(nextCursor)}>
          {t('list.next')}
        </Button>
      ) : null}
    </>
  );
};
