import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphCounts } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { useTitles } from '../../shared/useTitles';
import { DataTable } from '../../shared/DataTable';
import { NodeName } from './NodeName';
import { OutcomeMark } from './OutcomeMark';

const useStyles = makeStyles(
  theme => ({
    columns: {
      display: 'grid',
      gap: theme.spacing(2, 4),
      gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    },
    functions: { listStyle: 'none', margin: 0, padding: 0 },
    function: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
    },
  }),
  { name: 'ContinuityGraphCounts' },
);

/** As many as are read at a glance; the table has all of them. */
const MAX_OWNERS = 8;

const Tally = (props: {
  label: string;
  rows: { key: string; title: string; failed: number; degraded: number }[];
}) => {
  const { t } = useTranslationRef(graphTranslationRef);
  return (
    <DataTable
      label={props.label}
      columns={[props.label, t('outcome.failed'), t('outcome.degraded')]}
    >
      {props.rows.map(({ key, title, failed, degraded }) => (
        <TableRow key={key}>
          <TableCell>{title}</TableCell>
          <TableCell>{failed}</TableCell>
          <TableCell>{degraded}</TableCell>
        </TableRow>
      ))}
    </DataTable>
  );
};

/** Business functions, tiers and owners of everything that is reached. */
export const CountsView = ({ counts }: { counts: GraphCounts }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(graphTranslationRef);
  const { businessFunctions, byOwner, byTier, hidden } = counts;
  const titleOf = useTitles(byOwner.flatMap(({ owner }) => owner ?? []));
  return (
    <>
      <div className={classes.columns}>
        <div>
          <Typography variant="subtitle2" component="h3">
            {t('counts.functions')}
          </Typography>
          {businessFunctions.length === 0 ? (
            <Typography variant="body2">{t('counts.noFunctions')}</Typography>
          ) : (
            <ul className={classes.functions}>
              {businessFunctions.map(({ node, outcome }) => (
                <li key={node.id} className={classes.function}>
                  <OutcomeMark outcome={outcome} />
                  <NodeName node={node} />
                </li>
              ))}
            </ul>
          )}
        </div>
        {byTier.length > 0 ? (
          <Tally
            label={t('counts.byTier')}
            rows={byTier.map(({ id, ...tier }) => ({ key: id, ...tier }))}
          />
        ) : null}
        {byOwner.length > 0 ? (
          <Tally
            label={t('counts.byOwner')}
            rows={ownersShown(byOwner).map(({ owner, other, ...tally }) => ({
              key: owner ?? (other ? 'other' : 'none'),
              title: owner
                ? titleOf(owner)
                : t(other ? 'counts.otherOwners' : 'counts.noOwner'),
              ...tally,
            }))}
          />
        ) : null}
      </div>
      {hidden > 0 ? (
        <Typography variant="body2">
          {t('counts.hidden', { count: hidden })}
        </Typography>
      ) : null}
    </>
  );
};

type Owner = GraphCounts['byOwner'][number];

/** The most affected, and all others as one, so that the sums stay true. */
function ownersShown(owners: readonly Owner[]): Owner[] {
  if (owners.length <= MAX_OWNERS) return [...owners];
  const shown = owners.slice(0, MAX_OWNERS - 1);
  const rest = owners.slice(MAX_OWNERS - 1);
  return [
    ...shown,
    {
      other: true,
      failed: rest.reduce((sum, { failed }) => sum + failed, 0),
      degraded: rest.reduce((sum, { degraded }) => sum + degraded, 0),
    },
  ];
}
