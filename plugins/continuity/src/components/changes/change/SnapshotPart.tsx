import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  ReadinessDifference,
  ReadinessSnapshot,
} from '@continuity/plugin-continuity-common';
import { EvidenceVerdictChip } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { ClassMark } from '../shared/ClassMark';
import { Digest } from '../shared/Digest';
import { EntityNames } from '../shared/EntityNames';
import { PlannedTime } from '../shared/PlannedTime';

type Part = ReadinessDifference['part'];

export const READINESS_PARTS = [
  'class',
  'digests',
  'checks',
  'window',
  'closings',
  'blastRadius',
] as const satisfies readonly Part[];

const useStyles = makeStyles(
  { list: { listStyle: 'none', margin: 0, padding: 0 } },
  { name: 'ContinuitySnapshotPart' },
);

const Items = (props: { items: readonly (readonly [string, ReactNode])[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  if (props.items.length === 0) return <>{t('readiness.none')}</>;
  return (
    <ul className={classes.list}>
      {props.items.map(([key, item]) => (
        <li key={key}>{item}</li>
      ))}
    </ul>
  );
};

/** One part of what an approval is given on; what is absent is not known. */
export const SnapshotPart = (props: {
  snapshot: ReadinessSnapshot;
  part: Part;
}) => {
  const { snapshot, part } = props;
  const { t } = useTranslationRef(changeTranslationRef);
  if (snapshot[part] === undefined) return <>{t('readiness.unknown')}</>;
  switch (part) {
    case 'class':
      return snapshot.class ? (
        <ClassMark releaseClass={snapshot.class} />
      ) : null;
    case 'digests':
      return (
        <Items
          items={Object.entries(snapshot.digests ?? {}).map(([ref, digest]) => [
            ref,
            <>
              {shortRef(ref)}: <Digest digest={digest} />
            </>,
          ])}
        />
      );
    case 'checks':
      return (
        <Items
          items={Object.entries(snapshot.checks ?? {}).map(([id, verdict]) => [
            id,
            <>
              {id} <EvidenceVerdictChip verdict={verdict} />
            </>,
          ])}
        />
      );
    case 'window':
      return <PlannedTime window={snapshot.window} />;
    case 'closings':
      return <Items items={Object.entries(snapshot.closings ?? {})} />;
    default:
      return snapshot.blastRadius?.length === 0 ? (
        <>{t('readiness.none')}</>
      ) : (
        <EntityNames refs={snapshot.blastRadius ?? []} most={8} />
      );
  }
};
