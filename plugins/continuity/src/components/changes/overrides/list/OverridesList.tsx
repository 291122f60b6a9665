import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { OverrideState } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  ResourceView,
  useOverrides,
  useLiveUpdates,
} from '@continuity/plugin-continuity-react';
import type { ReactNode } from 'react';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { needs } from '../../../shared/permissions';
import { usePages } from '../../../shared/usePages';
import { LoadMore } from '../../../shared/LoadMore';
import { OverridesTable } from './OverridesTable';

const LIMIT = 50;
const EVERY_MS = 30_000;

/**
 * The overrides of some states, newest first, as far as they were loaded; looked up again
 * regularly until the reader has gone further than the first page.
 */
export const OverridesList = (props: {
  label: string;
  states: readonly OverrideState[];
  /** What stands there when there is none. */
  empty: ReactNode;
}) => {
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(overridesTranslationRef);
  const query = { state: props.states.join(), limit: LIMIT };
  const first = useOverrides(query);
  const pages = usePages(first, cursor =>
    api.listOverrides({ ...query, cursor }),
  );
  useLiveUpdates(
    () => {
      if (!pages.isGrown && first.state !== 'loading') first.retry();
    },
    { about: 'override' },
    EVERY_MS,
  );
  return (
    <ResourceView
      resource={pages.list}
      what={t('what')}
      permission={needs.change}
    >
      {({ items, nextCursor }) => (
        <>
          {items.length > 0 ? (
            <OverridesTable label={props.label} overrides={items} />
          ) : null}
          {items.length === 0 && !nextCursor ? props.empty : null}
          <LoadMore nextCursor={nextCursor} pages={pages} />
        </>
      )}
    </ResourceView>
  );
};
