import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Fragment } from 'react';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { EntityLink } from '../../shared/EntityLink';

/** Entities, one after another; of many only the first are named. */
export const EntityNames = (props: {
  refs: readonly string[];
  /** Absent: all of them. */
  most?: number;
}) => {
  const { refs, most = refs.length } = props;
  const { t } = useTranslationRef(changesTranslationRef);
  const more = refs.length - most;
  return (
    <>
      {refs.slice(0, most).map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 ? ', ' : ''}
          <EntityLink entityRef={ref} />
        </Fragment>
      ))}
      {more > 0 ? ` ${t('moreEntities', { count: more })}` : ''}
    </>
  );
};
