import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { EntityWindow } from '@continuity/plugin-continuity-common';
import { continuityReactTranslationRef } from '../../translation';

/** Which environments, regions and release classes of the service a window binds. */
export const Applies = ({ window }: { window: EntityWindow }) => {
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const environments =
    window.environments.length > 0
      ? window.environments.join(', ')
      : t('windows.everyEnvironment');
  const classes = window.classes?.map(name => t(`releaseClass.${name}`));
  return (
    <>
      {[environments, window.regions?.join(', '), classes?.join(', ')]
        .filter(Boolean)
        .join(' · ')}
    </>
  );
};
