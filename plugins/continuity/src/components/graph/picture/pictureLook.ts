import type { ImpactOutcome } from '@continuity/plugin-continuity-common';
import { toneColor } from '@continuity/plugin-continuity-react';
import type { Theme } from '@material-ui/core/styles';
import { OUTCOME_TONES } from '../shared/OutcomeMark';

/** Colours of a picture as values, so that a saved picture keeps them. */
export interface PictureLook {
  background: string;
  text: string;
  faint: string;
  line: string;
  /** Lines to members of redundancy groups. */
  group: string;
  chosen: string;
  outcome: (outcome: ImpactOutcome | undefined) => string;
}

export function pictureLook(theme: Theme): PictureLook {
  const { palette } = theme;
  return {
    background: palette.background.paper,
    text: palette.text.primary,
    faint: palette.text.secondary,
    line: palette.text.disabled,
    group: palette.info.main,
    chosen: palette.primary.main,
    outcome: outcome =>
      outcome
        ? toneColor(theme, OUTCOME_TONES[outcome])
        : palette.text.secondary,
  };
}
