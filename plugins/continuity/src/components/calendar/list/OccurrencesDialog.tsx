import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import ButtonBase from '@material-ui/core/ButtonBase';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import type { OccurrenceIndex } from '../layout/occurrenceIndex';
import { titleOf, useWindowWord } from '../shared/useOccurrenceWords';
import { VirtualList } from '../shared/VirtualList';
import { WindowIcon } from '../shared/WindowIcon';
import type { TimeWords } from '../time/timeWords';

const useStyles = makeStyles(
  theme => ({
    item: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'flex-start',
      gap: theme.spacing(1),
      width: '100%',
      padding: theme.spacing(1),
      textAlign: 'left',
      borderBottom: `1px solid ${theme.palette.divider}`,
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
    text: { minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'ContinuityOccurrences' },
);

/** What there was no room for, with everything around it: all of a day or of a row. */
export interface Listed {
  title: string;
  positions: number[];
}

/** A list of occurrences; a press opens the details of one. */
export const OccurrencesDialog = (props: {
  index: OccurrenceIndex;
  words: TimeWords;
  /** Absent: the dialog is closed. */
  listed?: Listed;
  onOpen: (position: number) => void;
  onClose: () => void;
}) => {
  const { index, words, listed, onOpen, onClose } = props;
  const classes = useStyles();
  const id = useId();
  const word = useWindowWord();
  const { t } = useTranslationRef(calendarTranslationRef);
  if (!listed) return null;
  const { title, positions } = listed;
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        {positions.length === 0 ? (
          <Typography>{t('grid.noWindows')}</Typography>
        ) : (
          <VirtualList count={positions.length} label={title} estimate={64}>
            {item => {
              const position = positions[item];
              const window = index.window(position);
              return (
                <ButtonBase
                  className={classes.item}
                  onClick={() => onOpen(position)}
                >
                  <WindowIcon window={window} />
                  <span className={classes.text}>
                    <Typography variant="body2" component="span">
                      <strong>{titleOf(index, position)}</strong> ·{' '}
                      {word(window)}
                      {window.degraded ? ` · ${t('occurrence.degraded')}` : ''}
                    </Typography>
                    <Typography
                      variant="caption"
                      component="span"
                      display="block"
                      color="textSecondary"
                    >
                      {words.range(
                        index.starts[position],
                        index.ends[position],
                      )}{' '}
                      · {window.calendarTitle}
                    </Typography>
                  </span>
                </ButtonBase>
              );
            }}
          </VirtualList>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('day.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
