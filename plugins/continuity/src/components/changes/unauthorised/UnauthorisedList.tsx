import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { UnauthorisedDeployment } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  ResourceView,
  useUnauthorisedDeployments,
} from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { unauthorisedTranslationRef } from '../../../translation/unauthorisedTranslationRef';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { usePages } from '../../shared/usePages';
import { LoadMore } from '../../shared/LoadMore';
import { AnswerDialog } from './AnswerDialog';
import { UnauthorisedTable } from './UnauthorisedTable';
import { useMayAnswer } from './useMayAnswer';
import type { UnauthorisedAddress } from './useUnauthorisedAddress';

const LIMIT = 50;

const None = ({ show, entity }: UnauthorisedAddress) => {
  const { t } = useTranslationRef(unauthorisedTranslationRef);
  if (entity) {
    return <Empty title={t('empty.entity')} remedy={t('empty.entityRemedy')} />;
  }
  return show === 'open' ? (
    <Empty title={t('empty.open')} remedy={t('empty.openRemedy')} />
  ) : (
    <Empty title={t('empty.all')} remedy={t('empty.allRemedy')} />
  );
};

/** Deployments without a change, newest first, as far as they were loaded. */
export const UnauthorisedList = (props: {
  address: UnauthorisedAddress;
  /** Told when somebody answered for one: the list is another one then. */
  onAnswered: () => void;
}) => {
  const { address, onAnswered } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(unauthorisedTranslationRef);
  const mayAnswer = useMayAnswer();
  const [answering, setAnswering] = useState<UnauthorisedDeployment>();
  const query = {
    limit: LIMIT,
    ...(address.show === 'open' && { open: true }),
    ...(address.entity && { entity: address.entity }),
  };
  const pages = usePages(useUnauthorisedDeployments(query), cursor =>
    api.listUnauthorisedDeployments({ ...query, cursor }),
  );
  return (
    <>
      <ResourceView
        resource={pages.list}
        what={t('what')}
        permission={needs.change}
        lines={8}
      >
        {({ items, nextCursor }) => (
          <>
            {items.length > 0 ? (
              <UnauthorisedTable
                deployments={items}
                onAnswer={mayAnswer ? setAnswering : undefined}
              />
            ) : null}
            {items.length === 0 && nextCursor ? (
              <Empty title={t('empty.part')} />
            ) : null}
            {items.length === 0 && !nextCursor ? <None {...address} /> : null}
            <LoadMore nextCursor={nextCursor} pages={pages} />
          </>
        )}
      </ResourceView>
      {answering ? (
        <AnswerDialog
          deployment={answering}
          onDone={() => {
            setAnswering(undefined);
            onAnswered();
          }}
          onClose={() => setAnswering(undefined)}
        />
      ) : null}
    </>
  );
};
