import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ScorecardCheckState } from '@continuity/plugin-continuity-common';
import { toneColor, ToneIcon } from '@continuity/plugin-continuity-react';
import { alpha, makeStyles, type Theme } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { STATE_TONES } from '../shared/CheckStateMark';

/** Colour only behind and beside the words, so that these keep their contrast. */
const coloured = (theme: Theme, state: ScorecardCheckState) => {
  const color = toneColor(theme, STATE_TONES[state]);
  return {
    borderLeft: `4px solid ${color}`,
    backgroundColor: alpha(color, 0.1),
  };
};

// A class for each state, and not a style for each cell: there are hundreds.
const useStyles = makeStyles(
  theme => ({
    cell: { whiteSpace: 'nowrap' },
    pass: coloured(theme, 'pass'),
    fail: coloured(theme, 'fail'),
    unknown: coloured(theme, 'unknown'),
    'not-applicable': { borderLeft: `4px solid ${theme.palette.divider}` },
    words: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
    },
    exempt: { textDecoration: 'underline dotted', textUnderlineOffset: '3px' },
  }),
  { name: 'ContinuityHeatMapCell' },
);

/** What came of a check of a service, in words; the colour says it once more. */
export const HeatMapCell = (props: {
  state: ScorecardCheckState;
  /** An exemption is in force, which makes it no better. */
  exempt: boolean;
}) => {
  const { state, exempt } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardTranslationRef);
  const { t: tPage } = useTranslationRef(scorecardsTranslationRef);
  const word = t(`state.${state}`);
  return (
    <TableCell className={`${classes.cell} ${classes[state]}`}>
      <span className={classes.words}>
        {state === 'not-applicable' ? null : (
          <ToneIcon tone={STATE_TONES[state]} />
        )}
        <span className={exempt ? classes.exempt : undefined}>
          {exempt ? tPage('map.exempt', { state: word }) : word}
        </span>
      </span>
    </TableCell>
  );
};
