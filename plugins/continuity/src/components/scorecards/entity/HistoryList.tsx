import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  EntityScorecard,
  Page,
  ScorecardChange,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  Moment,
  MomentText,
  ResourceView,
  StatusMark,
  useEntityScorecardHistory,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { LoadMore } from '../../shared/LoadMore';
import { Marks } from '../../shared/Marks';
import { needs } from '../../shared/permissions';
import { usePages } from '../../shared/usePages';
import { titleOfLevel } from '../shared/levels';
import { useScoreWords } from '../shared/useScoreWords';
import { levelMove } from './levelMove';

const LIMIT = 10;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    checks: { margin: 0, paddingLeft: theme.spacing(3) },
  }),
  { name: 'ContinuityScorecardHistory' },
);

type Judged = Pick<EntityScorecard, 'scorecard' | 'checks'>;
type Changed = ScorecardChange['checks'][number];

const CheckChange = (props: { judged: Judged; changed: Changed }) => {
  const { judged, changed } = props;
  const { check, from, to, exempt, reason } = changed;
  const { t } = useTranslationRef(scorecardTranslationRef);
  const title =
    judged.checks.find(other => other.check === check)?.title ?? check;
  const state = t(`state.${to}`);
  return (
    <li>
      <Typography variant="body2" component="span">
        <strong>{title}</strong>:{' '}
        {from === undefined
          ? state
          : t('history.state', { from: t(`state.${from}`), to: state })}
        {exempt ? ` (${t('checks.exempt')})` : ''}
        {reason ? (
          <>
            {'. '}
            <MomentText text={reason} />
          </>
        ) : null}
      </Typography>
    </li>
  );
};

const Change = (props: { judged: Judged; change: ScorecardChange }) => {
  const { judged, change } = props;
  const { at, level, levelBefore, score, checks } = change;
  const { levels } = judged.scorecard;
  const classes = useStyles();
  const words = useScoreWords();
  const { t } = useTranslationRef(scorecardTranslationRef);
  const move = levelMove(levels, levelBefore, level);
  const named = (id: string | undefined) =>
    id === undefined ? t('history.noLevel') : titleOfLevel(levels, id);
  return (
    <li className={classes.item}>
      <Marks>
        <strong>
          <Moment at={at} />
        </strong>
        {move === 'same' ? null : (
          <StatusMark
            tone={move === 'rose' ? 'good' : 'bad'}
            label={t(`history.${move}`, {
              from: named(levelBefore),
              to: named(level),
            })}
          />
        )}
        <span>{score ? words.score(score) : t('score.none')}</span>
      </Marks>
      <ul className={classes.checks}>
        {checks.map(changed => (
          <CheckChange key={changed.check} judged={judged} changed={changed} />
        ))}
      </ul>
    </li>
  );
};

/** A service's changes on a scorecard have no id of their own; no two are of one moment. */
function identified(
  page: Page<ScorecardChange>,
): Page<ScorecardChange & { id: string }> {
  return {
    ...page,
    items: page.items.map(change => ({ ...change, id: change.at })),
  };
}

/** What changed on a scorecard of an entity, and why, newest first. */
export const HistoryList = (props: { entityRef: string; judged: Judged }) => {
  const { entityRef, judged } = props;
  const { id, title } = judged.scorecard;
  const api = useApi(continuityApiRef);
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardTranslationRef);
  const first = useEntityScorecardHistory(entityRef, id, { limit: LIMIT });
  const pages = usePages(
    first.state === 'ready'
      ? { ...first, value: identified(first.value) }
      : first,
    async cursor =>
      identified(
        await api.listEntityScorecardHistory(entityRef, id, {
          limit: LIMIT,
          cursor,
        }),
      ),
  );
  return (
    <ResourceView
      resource={pages.list}
      what={t('history.what')}
      permission={needs.scorecard}
      lines={3}
    >
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <Typography variant="body2">{t('history.empty')}</Typography>
        ) : (
          <>
            <ul
              className={classes.list}
              aria-label={t('history.of', { title })}
            >
              {items.map(change => (
                <Change key={change.id} judged={judged} change={change} />
              ))}
            </ul>
            <LoadMore nextCursor={nextCursor} pages={pages} />
          </>
        )
      }
    </ResourceView>
  );
};
