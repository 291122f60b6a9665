import type { Theme } from '@material-ui/core/styles';
import type { Enforcement, WindowEffect } from '../api/types';
import { toneColor, type Tone } from './StatusMark';

/** What decides how a window looks. */
export interface WindowKind {
  effect: WindowEffect;
  enforcement: Enforcement;
}

/** How a window looks; the time that a maintenance window takes place is the open time. */
export type WindowLook = Enforcement | 'open';

const tones = {
  block: 'bad',
  approval: 'caution',
  warn: 'notice',
  open: 'good',
} satisfies Record<WindowLook, Tone>;

/** The look of a window. */
export function windowLook({ effect, enforcement }: WindowKind): WindowLook {
  return effect === 'maintenance' ? 'open' : enforcement;
}

/** The tone of a window's look. */
export function windowTone(look: WindowLook): Tone {
  return tones[look];
}

/**
 * The colour and the pattern of a look, so that colour is not needed to tell them apart,
 * nor ink of any: filled, striped, outlined, lined.
 */
export function windowFill(theme: Theme, look: WindowLook): string {
  const color = toneColor(theme, tones[look]);
  switch (look) {
    case 'block':
      return color;
    case 'approval':
      return `repeating-linear-gradient(45deg, ${color} 0 4px, transparent 4px 8px)`;
    case 'open':
      return `repeating-linear-gradient(0deg, ${color} 0 2px, transparent 2px 5px)`;
    default:
      return 'transparent';
  }
}
