import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DriftCulprit } from '@continuity/plugin-continuity-common';
import { Moment } from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { useOverridePaths } from '../../changes/overrides/shared/useOverridePaths';
import { useChangePaths } from '../../changes/shared/useChangePaths';

/** More than these nobody compares by eye. */
const AT_MOST = 5;

type Candidate = DriftCulprit['candidates'][number];

const CandidateLink = ({ candidate }: { candidate: Candidate }) => {
  const { kind, id, title, from, to } = candidate;
  const { t } = useTranslationRef(driftTranslationRef);
  const changes = useChangePaths();
  const overrides = useOverridePaths();
  const path = {
    change: changes?.change(id),
    override: overrides?.override(id),
    // The page of the service has its deployments in its evidence.
    deployment: undefined,
  }[kind];
  return (
    <>
      {t(`culprit.${kind}`)}{' '}
      {path ? <Link to={path}>{title}</Link> : <strong>{title}</strong>}{' '}
      <Typography variant="caption">
        <Moment at={from} /> – <Moment at={to} />
      </Typography>
    </>
  );
};

/** Who is answerable for a finding and why, with the way to what they did. */
export const CulpritWords = ({ culprit }: { culprit: DriftCulprit }) => {
  const { reason, candidates } = culprit;
  return (
    <>
      {reason}
      {candidates.slice(0, AT_MOST).map(candidate => (
        <div key={`${candidate.kind} ${candidate.id}`}>
          <CandidateLink candidate={candidate} />
        </div>
      ))}
    </>
  );
};
