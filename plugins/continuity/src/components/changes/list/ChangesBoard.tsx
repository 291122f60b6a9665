import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangeBoard } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useChangeBoard,
  useLiveUpdates,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { needs } from '../../shared/permissions';
import { useChangePaths } from '../shared/useChangePaths';
import { boardQuery, type ChangesAddress } from '../address/changesAddress';
import { NoChanges } from './NoChanges';
import { BoardCard } from './BoardCard';

const useStyles = makeStyles(
  theme => ({
    board: {
      display: 'flex',
      gap: theme.spacing(2),
      overflowX: 'auto',
      padding: theme.spacing(1),
      '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
    },
    column: {
      flex: '0 0 240px',
      minWidth: 0,
      padding: theme.spacing(1.5),
      backgroundColor: theme.palette.background.default,
      borderRadius: theme.shape.borderRadius,
    },
    cards: {
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
      display: 'grid',
      gap: theme.spacing(1),
    },
  }),
  { name: 'ContinuityChangesBoard' },
);

/** So many of each state; the table has the others. */
const LIMIT = 20;
/** Where no signal comes. */
const EVERY_MS = 60_000;

type Column = ChangeBoard['columns'][number];

const BoardColumn = (props: { column: Column; address: ChangesAddress }) => {
  const { column, address } = props;
  const classes = useStyles();
  const id = useId();
  const paths = useChangePaths();
  const { t } = useTranslationRef(changesTranslationRef);
  const { state, total, items } = column;
  // Where nothing is counted, a full column may have more.
  const hasMore =
    total === undefined ? items.length >= LIMIT : total > items.length;
  const name = t(`state.${state}`);
  return (
    <section className={classes.column} aria-labelledby={id}>
      <Typography variant="subtitle2" component="h3" id={id}>
        {name}
      </Typography>
      {total === undefined ? null : (
        <Typography variant="caption" component="p" color="textSecondary">
          {t('board.total', { count: total })}
        </Typography>
      )}
      {items.length === 0 ? (
        <Typography variant="body2">{t('board.none')}</Typography>
      ) : (
        <ul className={classes.cards} aria-labelledby={id}>
          {items.map(change => (
            <BoardCard key={change.id} change={change} />
          ))}
        </ul>
      )}
      {hasMore && paths ? (
        <Link to={paths.list({ ...address, layout: 'table', state })}>
          {t('board.all', { state: name })}
        </Link>
      ) : null}
    </section>
  );
};

/** Changes by state, a column each. */
export const ChangesBoard = ({ address }: { address: ChangesAddress }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changesTranslationRef);
  const board = useChangeBoard({ ...boardQuery(address), limit: LIMIT });
  useLiveUpdates(
    () => {
      if (board.state !== 'loading') board.retry();
    },
    { about: 'change' },
    EVERY_MS,
  );
  return (
    <ResourceView
      resource={board}
      what={t('what')}
      permission={needs.change}
      lines={10}
    >
      {({ columns }) =>
        columns.every(({ items }) => items.length === 0) ? (
          <NoChanges address={address} />
        ) : (
          <>
            <Typography variant="body2" color="textSecondary">
              {t('board.means')}
            </Typography>
            {/* Focusable, because what scrolls must be within reach of a keyboard. */}
            <div
              className={classes.board}
              role="group"
              aria-label={t('board.label')}
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
            >
              {columns.map(column => (
                <BoardColumn
                  key={column.state}
                  column={column}
                  address={address}
                />
              ))}
            </div>
          </>
        )
      }
    </ResourceView>
  );
};
