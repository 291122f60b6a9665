import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DriftEntry } from '@continuity/plugin-continuity-common';
import { Age, StatusMark } from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { EntityLink } from '../../shared/EntityLink';
import { placeWords, scanKey } from '../shared/placeOf';
import { ScrollTable } from '../shared/ScrollTable';
import { StandingMark } from '../shared/StandingMark';
import { useScanPath } from '../shared/useDriftPaths';

const CULPRITS = [
  'unauthorised',
  'ambiguous',
  'unknown',
  'attributed',
] as const;

const OpenFindings = ({ entry }: { entry: DriftEntry }) => {
  const { t } = useTranslationRef(driftTranslationRef);
  const words = CULPRITS.filter(one => entry.open[one] > 0).map(one =>
    t('list.open', {
      number: String(entry.open[one]),
      culprit: t(`culprit.${one}`),
    }),
  );
  // What nobody knows is no pass.
  const without = t(
    entry.standing === 'in-sync' ? 'list.none' : 'list.notKnown',
  );
  return <>{words.length > 0 ? words.join(', ') : without}</>;
};

const Row = ({ entry }: { entry: DriftEntry }) => {
  const { t } = useTranslationRef(driftTranslationRef);
  const path = useScanPath()(entry);
  const name = entry.title ?? shortRef(entry.entityRef);
  const without = t(
    entry.standing === 'in-sync' ? 'list.noDrift' : 'list.notKnown',
  );
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {path ? <Link to={path}>{name}</Link> : name}
        {entry.owner ? (
          <Typography variant="caption" component="div">
            <EntityLink entityRef={entry.owner} />
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        {entry.tierTitle ?? entry.tier ?? t('list.unclassified')}
      </TableCell>
      <TableCell>{placeWords(entry)}</TableCell>
      <TableCell>
        {t(`filter.againsts.${entry.against}`)}
        {entry.comparedWith ? (
          <Typography variant="caption" component="div">
            {placeWords(entry.comparedWith)}
          </Typography>
        ) : null}
        {entry.baselineVersion ? (
          <Typography variant="caption" component="div">
            {t('place.baseline', { version: String(entry.baselineVersion) })}
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        <StandingMark standing={entry.standing} />
        {entry.current ? null : (
          <StatusMark tone="unknown" label={t('scan.stale')} />
        )}
      </TableCell>
      <TableCell>{entry.since ? <Age at={entry.since} /> : without}</TableCell>
      <TableCell>
        <OpenFindings entry={entry} />
      </TableCell>
      <TableCell>
        <Age at={entry.scannedAt} />
      </TableCell>
    </TableRow>
  );
};

/** The newest scans of services, each leading to what it found. */
export const DriftTable = (props: { entries: readonly DriftEntry[] }) => {
  const { t } = useTranslationRef(driftTranslationRef);
  return (
    <ScrollTable
      label={t('list.title')}
      scroll={t('list.scroll')}
      columns={[
        t('list.column.service'),
        t('list.column.tier'),
        t('list.column.where'),
        t('list.column.against'),
        t('list.column.standing'),
        t('list.column.since'),
        t('list.column.findings'),
        t('list.column.scanned'),
      ]}
    >
      {props.entries.map(entry => (
        <Row key={`${entry.entityRef} ${scanKey(entry)}`} entry={entry} />
      ))}
    </ScrollTable>
  );
};
