import {
  ToneIcon,
  windowLook,
  windowTone,
  type WindowKind,
} from '@continuity/plugin-continuity-react';

/** What a window does, by the shape of an icon. */
export const WindowIcon = ({ window }: { window: WindowKind }) => (
  <ToneIcon tone={windowTone(windowLook(window))} />
);
