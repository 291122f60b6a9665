import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityReactTranslationRef } from '../translation';
import { StatusMark } from './StatusMark';
import { windowLook, windowTone, type WindowKind } from './windowLook';

/**
 * What a window does, in a word: a freeze blocks, asks for approval or warns; a
 * maintenance window opens, and outside of it one of these holds.
 */
export const WindowChip = ({ window }: { window: WindowKind }) => {
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const label =
    window.effect === 'maintenance'
      ? t(`maintenance.${window.enforcement}`)
      : t(`enforcement.${window.enforcement}`);
  return <StatusMark tone={windowTone(windowLook(window))} label={label} />;
};

/** That what is shown is the last good version of what cannot be read at present. */
export const DegradedMark = () => {
  const { t } = useTranslationRef(continuityReactTranslationRef);
  return <StatusMark tone="unknown" label={t('rules.degradedMark')} />;
};
