import {
  toneColor,
  windowFill,
  windowTone,
  type WindowLook,
} from '@continuity/plugin-continuity-react';
import { fade, makeStyles, type Theme } from '@material-ui/core/styles';

/** Width of the edge that carries the pattern; as narrow as the narrowest bar. */
export const EDGE_PX = 8;

function look(theme: Theme, name: WindowLook) {
  const color = toneColor(theme, windowTone(name));
  return {
    borderColor: color,
    backgroundColor: theme.palette.background.paper,
    backgroundImage: `linear-gradient(${fade(color, 0.08)}, ${fade(
      color,
      0.08,
    )})`,
    // The pattern stays beside the text, which keeps the theme's contrast.
    '&::before': {
      content: '""',
      flex: `0 0 ${EDGE_PX}px`,
      alignSelf: 'stretch',
      background: windowFill(theme, name),
      borderRight: `1px solid ${color}`,
    },
  };
}

/**
 * A window in a grid: a pattern at its edge, an icon and a word, so that neither colour
 * nor ink of any is needed to read it. Dashed where it is a last good version.
 */
export const useWindowStyles = makeStyles(
  theme => ({
    window: {
      display: 'flex',
      alignItems: 'center',
      gap: 4,
      boxSizing: 'border-box',
      margin: 0,
      padding: '0 4px 0 0',
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      textAlign: 'left',
      font: 'inherit',
      fontSize: theme.typography.caption.fontSize,
      lineHeight: 1.4,
      color: theme.palette.text.primary,
      borderWidth: 1,
      borderStyle: 'solid',
      borderRadius: theme.shape.borderRadius,
      cursor: 'pointer',
      // Patterns are meaning, not decoration: they are printed too.
      colorAdjust: 'exact',
      printColorAdjust: 'exact',
      '& svg': { fontSize: 14, flex: '0 0 auto' },
      '&:hover': { boxShadow: theme.shadows[2] },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 1,
        zIndex: 3,
      },
    },
    block: look(theme, 'block'),
    approval: look(theme, 'approval'),
    warn: look(theme, 'warn'),
    open: look(theme, 'open'),
    degraded: { borderStyle: 'dashed', borderWidth: 2 },
    text: { overflow: 'hidden', textOverflow: 'ellipsis' },
    before: { borderTopLeftRadius: 0, borderBottomLeftRadius: 0 },
    after: {
      borderTopRightRadius: 0,
      borderBottomRightRadius: 0,
      borderRightWidth: 0,
    },
  }),
  { name: 'ContinuityCalendarWindow' },
);
