import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  GraphNode,
  GraphPath,
  PointsOfFailure,
} from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  TierChip,
  continuityApiRef,
  formatPercent,
  useCutSets,
  usePointsOfFailure,
  useReader,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import CardContent from '@material-ui/core/CardContent';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { exploreTranslationRef } from '../../../translation/exploreTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { DataTable } from '../../shared/DataTable';
import { Notice } from '../../shared/Notice';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { useTitles } from '../../shared/useTitles';
import { CsvButton } from '../../shared/CsvButton';
import { EntitySearch } from '../shared/EntitySearch';
import { FreshnessNotice } from '../shared/FreshnessNotice';
import { NamedText } from '../shared/NamedText';
import { NodeName, useNodeWord } from '../shared/NodeName';
import { PathDialog } from '../shared/PathDialog';
import { useKindWord } from '../shared/useKindWord';
import { ROOTS, type ExploreQuestion } from './exploreQuestion';

const useStyles = makeStyles(
  theme => ({
    controls: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
    },
    search: { flex: '1 1 260px', maxWidth: 360 },
    section: { marginBottom: theme.spacing(3) },
    roots: { listStyle: 'none', margin: 0, padding: 0 },
    root: {
      // A comma would begin a line if it stood in the text: a button ends where a line may.
      display: 'inline-flex',
      alignItems: 'flex-end',
      maxWidth: '100%',
      '&:not(:last-child)': { marginRight: theme.spacing(0.5) },
      '&:not(:last-child)::after': { content: '","' },
      // A button centres what it breaks.
      '& button': { textAlign: 'left', verticalAlign: 'baseline' },
    },
  }),
  { name: 'ContinuityPoints' },
);

const LIMIT = 50;
/** The most critical; the rest is shown on demand. */
const SHOWN_ROOTS = 5;

type Point = PointsOfFailure['items'][number];
interface Why {
  node: GraphNode;
  path: GraphPath;
}

const PointRow = (props: { point: Point; onPath: (why: Why) => void }) => {
  const { node, rootCount, roots, hiddenRoots, shield, mentions } = props.point;
  const classes = useStyles();
  const { t } = useTranslationRef(exploreTranslationRef);
  const word = useNodeWord();
  const kindWord = useKindWord();
  const [all, setAll] = useState(false);
  const shown = all ? roots : roots.slice(0, SHOWN_ROOTS);
  const folded = roots.length - shown.length;
  const elsewhere = rootCount - hiddenRoots - roots.length;
  return (
    <TableRow>
      <TableCell>
        <NodeName node={node} />
      </TableCell>
      <TableCell>{kindWord(node)}</TableCell>
      <TableCell>
        <TierChip tier={node.tier} />
      </TableCell>
      <TableCell>
        {t('points.count', { count: rootCount })}
        <ul className={classes.roots}>
          {shown.map(root => (
            <li key={root.node.id} className={classes.root}>
              <Link
                component="button"
                underline="always"
                variant="body2"
                aria-label={t('points.pathOf', {
                  node: word(node),
                  root: word(root.node),
                })}
                onClick={() => props.onPath(root)}
              >
                {word(root.node)}
              </Link>
            </li>
          ))}
        </ul>
        {folded > 0 ? (
          <Button
            size="small"
            aria-label={t('points.moreRootsOf', {
              count: folded,
              node: word(node),
            })}
            onClick={() => setAll(true)}
          >
            {t('points.moreRoots', { count: folded })}
          </Button>
        ) : null}
        {elsewhere > 0 ? (
          <div>{t('points.rootsInFile', { count: elsewhere })}</div>
        ) : null}
        {hiddenRoots > 0 ? (
          <div>{t('points.hiddenRoots', { count: hiddenRoots })}</div>
        ) : null}
      </TableCell>
      <TableCell>
        <NamedText text={shield} mentions={mentions} />
      </TableCell>
    </TableRow>
  );
};

/** What together brings the chosen root down, and what it can promise. */
const CutSetsSection = ({ root }: { root: string }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(exploreTranslationRef);
  const { locale } = useReader();
  const cutSets = useCutSets({ root, max: 3, limit: 100 });
  return (
    <Section title={t('cutSets.title')} className={classes.section}>
      <ResourceView
        resource={cutSets}
        what={t('cutSets.what')}
        permission={needs.graph}
      >
        {({ sets, complete, because, availability }) => (
          <>
            {availability ? (
              <Typography variant="body1" paragraph>
                {t('cutSets.availability')}{' '}
                {availability.exact
                  ? formatPercent(availability.lower, locale)
                  : `${formatPercent(
                      availability.lower,
                      locale,
                    )} – ${formatPercent(availability.upper, locale)}`}{' '}
                {availability.unknown > 0
                  ? t('cutSets.unknown', { count: availability.unknown })
                  : null}
              </Typography>
            ) : null}
            {complete ? null : (
              <Notice tone="unknown" title={t('cutSets.incomplete')}>
                {because}
              </Notice>
            )}
            {sets.length === 0 ? (
              <Typography variant="body1">{t('cutSets.none')}</Typography>
            ) : (
              <DataTable
                label={t('cutSets.title')}
                columns={[t('cutSets.members'), t('cutSets.probability')]}
              >
                {sets.map(({ members, probability }) => (
                  <TableRow key={members.map(({ id }) => id).join()}>
                    <TableCell>
                      {members.map((node, index) => (
                        <span key={node.id}>
                          {index > 0 ? ` ${t('cutSets.and')} ` : ''}
                          <NodeName node={node} inText />
                        </span>
                      ))}
                    </TableCell>
                    <TableCell>
                      {probability === undefined ? t('cutSets.notKnown') : null}
                      {probability === 0 ? t('cutSets.never') : null}
                      {probability ? formatPercent(probability, locale) : null}
                    </TableCell>
                  </TableRow>
                ))}
              </DataTable>
            )}
          </>
        )}
      </ResourceView>
    </Section>
  );
};

/** What brings down business functions, systems or one root alone; and two or three together. */
export const PointsPart = (props: {
  question: ExploreQuestion;
  change: (part: Partial<ExploreQuestion>) => void;
}) => {
  const { question, change } = props;
  const { root, roots } = question;
  const classes = useStyles();
  const { t } = useTranslationRef(exploreTranslationRef);
  const [cursors, setCursors] = useState<string[]>([]);
  const [why, setWhy] = useState<Why>();
  const titleOf = useTitles(root ? [root] : []);
  const api = useApi(continuityApiRef);
  const asked = root ? { roots: [root] } : { kind: roots };
  const points = usePointsOfFailure({
    ...asked,
    limit: LIMIT,
    cursor: cursors[cursors.length - 1],
  });
  const ask = (part: Partial<ExploreQuestion>) => {
    setCursors([]);
    change(part);
  };
  return (
    <>
      <Card className={classes.section}>
        <CardContent className={classes.controls}>
          <ChoiceField
            label={t('points.roots')}
            value={root ? 'one' : roots}
            choices={[
              ...ROOTS.map(value => ({
                value: String(value),
                label: t(`points.kinds.${value}`),
              })),
              ...(root ? [{ value: 'one', label: titleOf(root) }] : []),
            ]}
            onChange={chosen => {
              const kind = ROOTS.find(value => value === chosen);
              if (kind) ask({ roots: kind, root: undefined });
            }}
          />
          <div className={classes.search}>
            <EntitySearch
              label={t('points.one')}
              onChoose={ref => ask({ root: ref })}
            />
          </div>
        </CardContent>
      </Card>
      {root ? <CutSetsSection root={root} /> : null}
      <Section
        title={t('points.title')}
        action={
          <CsvButton
            name="points-of-failure.csv"
            load={() => api.exportPointsOfFailure(asked)}
          />
        }
      >
        <ResourceView
          resource={points}
          what={t('points.what')}
          permission={needs.graph}
          lines={8}
        >
          {value => (
            <>
              <FreshnessNotice graph={value.graph} />
              <Typography variant="body1" paragraph>
                {t('points.examined', { count: value.roots })}{' '}
                {value.totalItems === 0
                  ? t('points.none')
                  : t('points.found', { count: value.totalItems })}{' '}
                {value.hidden > 0
                  ? t('points.hidden', { count: value.hidden })
                  : null}
              </Typography>
              {value.items.length > 0 ? (
                <DataTable
                  label={t('points.title')}
                  columns={[
                    t('impact.name'),
                    t('impact.kind'),
                    t('impact.tier'),
                    t('points.fall'),
                    t('points.shield'),
                  ]}
                >
                  {value.items.map(point => (
                    <PointRow
                      key={point.node.id}
                      point={point}
                      onPath={setWhy}
                    />
                  ))}
                </DataTable>
              ) : null}
              {cursors.length > 0 ? (
                <Button onClick={() => setCursors(past => past.slice(0, -1))}>
                  {t('page.previous')}
                </Button>
              ) : null}
              {value.nextCursor ? (
                <Button
                  onClick={() => {
                    const next = value.nextCursor;
                    if (next) setCursors(past => [...past, next]);
                  }}
                >
                  {t('page.next')}
                </Button>
              ) : null}
            </>
          )}
        </ResourceView>
      </Section>
      {why ? (
        <PathDialog
          node={why.node}
          path={why.path}
          onClose={() => setWhy(undefined)}
        />
      ) : null}
    </>
  );
};
