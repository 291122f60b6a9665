import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReactNode } from 'react';
import type { EntityWindow } from '@continuity/plugin-continuity-common';
import { continuityReactTranslationRef } from '../../translation';
import { WindowFact, WindowRules } from '../WindowRules';

/** Why a window is for a service, what it means and where it comes from. */
export const WindowDetails = (props: {
  window: EntityWindow;
  /** Where a window made in the portal is edited. */
  editPath?: string;
  /** More `WindowFact`s, such as the owner with a link. */
  children?: ReactNode;
}) => {
  const { window, editPath, children } = props;
  const { t } = useTranslationRef(continuityReactTranslationRef);
  return (
    <WindowRules window={window} editPath={editPath}>
      <WindowFact name={t('rules.why')}>
        <ul>
          {window.scopeReasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </WindowFact>
      <WindowFact name={t('rules.reason')}>{window.reason}</WindowFact>
      {children}
    </WindowRules>
  );
};
