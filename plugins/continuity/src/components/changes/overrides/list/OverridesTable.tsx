import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Override } from '@continuity/plugin-continuity-common';
import { Age } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { DataTable } from '../../../shared/DataTable';
import { EntityLink } from '../../../shared/EntityLink';
import { EntityNames } from '../../shared/EntityNames';
import { useSeatsWord } from '../../shared/useSeatsWord';
import { OverrideStateMark } from '../shared/OverrideStateMark';
import { RuleNames } from '../shared/RuleNames';
import { TimeLeft } from '../shared/TimeLeft';
import { useOverridePaths } from '../shared/useOverridePaths';
import { useWindowTitles } from '../shared/useWindowTitles';

/** So many names fit into a cell; the override itself has all of them. */
const NAMED = 3;

const useStyles = makeStyles(
  { reason: { overflowWrap: 'anywhere', minWidth: 180 } },
  { name: 'ContinuityOverridesTable' },
);

/** What time means for an override: until when it counts, or what is due. */
const Clock = ({ override }: { override: Override }) => {
  const { t } = useTranslationRef(overridesTranslationRef);
  const { state, end, lapsesAt, reviewDueAt } = override;
  if (state === 'in-force' && end) return <TimeLeft until={end} />;
  if (state === 'requested' && lapsesAt) {
    return (
      <>
        {t('lapses')} <Age at={lapsesAt} />
      </>
    );
  }
  if (state === 'in-review' && reviewDueAt) {
    return (
      <>
        {t('reviewDue')} <Age at={reviewDueAt} />
      </>
    );
  }
  return null;
};

const OverrideRow = (props: {
  override: Override;
  titleOf: ReturnType<typeof useWindowTitles>;
}) => {
  const { override, titleOf } = props;
  const classes = useStyles();
  const paths = useOverridePaths();
  const seatsWord = useSeatsWord();
  const { t } = useTranslationRef(overridesTranslationRef);
  const { id, incident, reason, state, rules, entities, environments } =
    override;
  const name = t('incident', { incident });
  return (
    <TableRow>
      <TableCell component="th" scope="row" className={classes.reason}>
        {paths ? <Link to={paths.override(id)}>{name}</Link> : name}
        <Typography variant="body2">{reason}</Typography>
      </TableCell>
      <TableCell>
        <OverrideStateMark state={state} />
        <Typography variant="caption" component="p">
          <Clock override={override} />
        </Typography>
      </TableCell>
      <TableCell>
        <RuleNames rules={rules} titleOf={titleOf} />
      </TableCell>
      <TableCell>
        <EntityNames refs={entities} most={NAMED} />
        <Typography variant="caption" component="p" color="textSecondary">
          {[...environments, ...(override.regions ?? [])].join(', ')}
        </Typography>
      </TableCell>
      <TableCell>{seatsWord(override.seats)}</TableCell>
      <TableCell>
        <EntityLink entityRef={override.requestedBy} />
        <Typography variant="caption" component="p" color="textSecondary">
          <Age at={override.requestedAt} />
        </Typography>
      </TableCell>
    </TableRow>
  );
};

/** Overrides as a table. */
export const OverridesTable = (props: {
  label: string;
  overrides: readonly Override[];
}) => {
  const { t } = useTranslationRef(overridesTranslationRef);
  const titleOf = useWindowTitles(
    props.overrides.flatMap(({ rules }) => rules),
  );
  return (
    <DataTable
      label={props.label}
      columns={[
        t('column.override'),
        t('column.state'),
        t('column.rules'),
        t('column.entities'),
        t('column.seats'),
        t('column.requested'),
      ]}
    >
      {props.overrides.map(override => (
        <OverrideRow key={override.id} override={override} titleOf={titleOf} />
      ))}
    </DataTable>
  );
};
