import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DriftParityCell,
  DriftParityPage,
  DriftParityRow,
  DriftPlace,
} from '@continuity/plugin-continuity-common';
import {
  Age,
  toneColor,
  ToneIcon,
  type Tone,
} from '@continuity/plugin-continuity-react';
import { alpha, makeStyles, type Theme } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { EntityLink } from '../../shared/EntityLink';
import { placeWords } from '../shared/placeOf';
import { ScrollTable } from '../shared/ScrollTable';
import { useScanPath } from '../shared/useDriftPaths';

const TONES = {
  'in-sync': 'good',
  findings: 'bad',
  'not-compared': 'unknown',
} as const satisfies Record<DriftParityCell['state'], Tone>;

/** Colour only behind and beside the words, so that these keep their contrast. */
const coloured = (theme: Theme, state: DriftParityCell['state']) => {
  const color = toneColor(theme, TONES[state]);
  return {
    borderLeft: `4px solid ${color}`,
    backgroundColor: alpha(color, 0.1),
  };
};

// A class for each state, and not a style for each cell: there are hundreds.
const useStyles = makeStyles(
  theme => ({
    'in-sync': coloured(theme, 'in-sync'),
    findings: coloured(theme, 'findings'),
    'not-compared': coloured(theme, 'not-compared'),
    words: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
  }),
  { name: 'ContinuityParityTable' },
);

const Cell = (props: { row: DriftParityRow; cell: DriftParityCell }) => {
  const { row, cell } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(driftTranslationRef);
  const path = useScanPath()({
    ...cell,
    entityRef: row.entityRef,
    against: 'parity',
  });
  const state = t(`parity.state.${cell.state}`);
  const words =
    cell.state === 'findings'
      ? t('parity.findings', { count: cell.findings })
      : state;
  const name = t('parity.cell', {
    state: words,
    service: row.title ?? shortRef(row.entityRef),
    place: placeWords(cell),
  });
  return (
    <TableCell className={classes[cell.state]}>
      <span className={classes.words}>
        <ToneIcon tone={TONES[cell.state]} />
        {path ? (
          <Link to={path} aria-label={name}>
            {words}
          </Link>
        ) : (
          words
        )}
      </span>
      <Typography variant="caption" component="div">
        {t(`parity.role.${cell.role}`)}
        {cell.scannedAt ? (
          <>
            {', '}
            <Age at={cell.scannedAt} />
          </>
        ) : null}
      </Typography>
      {cell.state === 'not-compared' ? (
        <Typography variant="caption" component="div">
          {cell.reason}
        </Typography>
      ) : null}
    </TableCell>
  );
};

const isAt = (column: DriftPlace) => (cell: DriftPlace) =>
  cell.environment === column.environment && cell.region === column.region;

const Row = (props: {
  row: DriftParityRow;
  columns: readonly DriftPlace[];
}) => {
  const { row, columns } = props;
  const { t } = useTranslationRef(driftTranslationRef);
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        <EntityLink
          entityRef={row.entityRef}
          title={row.title ?? shortRef(row.entityRef)}
        />
        <Typography variant="caption" component="div">
          {row.primary
            ? t('parity.primary', { place: placeWords(row.primary) })
            : t('parity.noPrimary')}
        </Typography>
      </TableCell>
      {columns.map(column => {
        const cell = row.cells.find(isAt(column));
        return cell ? (
          <Cell key={placeWords(column)} row={row} cell={cell} />
        ) : (
          <TableCell key={placeWords(column)}>
            <Typography variant="caption" color="textSecondary">
              {t('parity.noCell')}
            </Typography>
          </TableCell>
        );
      })}
    </TableRow>
  );
};

/** A page of services by environments. */
export const ParityTable = ({ page }: { page: DriftParityPage }) => {
  const { t } = useTranslationRef(driftTranslationRef);
  return (
    <ScrollTable
      label={t('parity.title')}
      scroll={t('parity.scroll')}
      columns={[t('parity.service'), ...page.columns.map(placeWords)]}
    >
      {page.items.map(row => (
        <Row key={row.entityRef} row={row} columns={page.columns} />
      ))}
    </ScrollTable>
  );
};
