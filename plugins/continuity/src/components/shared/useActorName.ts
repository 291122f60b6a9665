import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityTranslationRef } from '../../translation/continuityTranslationRef';
import { shortRef } from './ChoiceField';
import { readActor } from './readActor';

/**
 * What whoever did something is called. Not everybody is in the catalog: pipelines have a
 * token, parts of the portal and other systems act for themselves.
 */
export function useActorName(): (ref: string) => string {
  const { t } = useTranslationRef(continuityTranslationRef);
  return ref => {
    const actor = readActor(ref);
    if (actor.is === 'entity') return shortRef(ref);
    if (actor.is === 'other') return ref;
    return t(`actor.${actor.is}`, { name: actor.name });
  };
}
