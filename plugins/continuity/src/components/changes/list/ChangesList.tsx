import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ResourceView,
  useLiveUpdates,
} from '@continuity/plugin-continuity-react';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { toQuery, type ChangesAddress } from '../address/changesAddress';
import { LoadMore } from '../../shared/LoadMore';
import { NoChanges } from './NoChanges';
import { ChangesTable } from './ChangesTable';
import { useChangePages } from './useChangePages';

const LIMIT = 50;
/** Where no signal comes. */
const EVERY_MS = 60_000;

/** The changes of a view, newest first, as far as they were loaded. */
export const ChangesList = ({ address }: { address: ChangesAddress }) => {
  const { t } = useTranslationRef(changesTranslationRef);
  const pages = useChangePages({ ...toQuery(address), limit: LIMIT });
  useLiveUpdates(
    () => {
      if (pages.list.state !== 'loading') pages.list.retry();
    },
    { about: 'change' },
    EVERY_MS,
  );
  return (
    <ResourceView
      resource={pages.list}
      what={t('what')}
      permission={needs.change}
      lines={10}
    >
      {({ items, nextCursor }) => (
        <>
          {items.length > 0 ? (
            <ChangesTable label={t(`views.${address.view}`)} changes={items} />
          ) : null}
          {items.length === 0 && nextCursor ? (
            <Empty title={t('empty.part')} />
          ) : null}
          {items.length === 0 && !nextCursor ? (
            <NoChanges address={address} />
          ) : null}
          <LoadMore nextCursor={nextCursor} pages={pages} />
        </>
      )}
    </ResourceView>
  );
};
