import { makeStyles } from '@material-ui/core/styles';

/**
 * Cells whose words stay whole. Backstage's theme breaks them anywhere, which squeezes
 * a column to one letter a line; a table that is too wide scrolls instead.
 */
export const useCellStyles = makeStyles(
  theme => ({
    cells: {
      '& th, & td': {
        padding: theme.spacing(1),
        wordBreak: 'normal',
        overflowWrap: 'break-word',
        lineHeight: theme.typography.body2.lineHeight,
      },
      '& th:first-child, & td:first-child': { paddingLeft: theme.spacing(2) },
    },
  }),
  { name: 'ContinuityCells' },
);
