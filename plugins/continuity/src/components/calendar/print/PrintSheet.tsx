import {
  ThemeProvider,
  createTheme,
  makeStyles,
} from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

const INK = '#000000';
const PAPER = '#ffffff';

/** One ink on white paper, whatever the portal looks like: patterns carry the meaning. */
const onPaper = createTheme({
  palette: {
    type: 'light',
    text: { primary: INK, secondary: '#333333' },
    divider: '#999999',
    background: { paper: PAPER, default: PAPER },
    action: { hover: '#f2f2f2', selected: '#e5e5e5' },
    error: { main: INK },
    warning: { main: INK },
    success: { main: INK },
    info: { main: INK },
  },
});

const useStyles = makeStyles(
  {
    '@global': {
      // The portal around it scrolls within the window, and would be cut off.
      'body > *:not([data-continuity-sheet])': {
        '@media print': { display: 'none !important' },
      },
      'html, body': {
        '@media print': {
          height: 'auto !important',
          overflow: 'visible !important',
          background: `${PAPER} !important`,
        },
      },
    },
    sheet: {
      display: 'none',
      '@media print': {
        display: 'block',
        color: INK,
        backgroundColor: PAPER,
        fontFamily: 'Helvetica, Arial, sans-serif',
        fontSize: 12,
        colorAdjust: 'exact',
        printColorAdjust: 'exact',
      },
    },
  },
  { name: 'ContinuityPrintSheet' },
);

const Sheet = (props: { children: ReactNode }) => {
  const classes = useStyles();
  return (
    <div className={classes.sheet}>
      {/* JSS does not know this rule. */}
      <style>{'@page { size: landscape; margin: 10mm; }'}</style>
      {props.children}
    </div>
  );
};

/** What is printed instead of the portal's page. Mounted while printing only. */
export const PrintSheet = (props: { children: ReactNode }) => {
  return createPortal(
    <div data-continuity-sheet>
      <ThemeProvider theme={onPaper}>
        <Sheet>{props.children}</Sheet>
      </ThemeProvider>
    </div>,
    document.body,
  );
};
