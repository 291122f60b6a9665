import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Evidence } from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  useEvidenceById,
} from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { EvidenceVerdict } from '../../entity/EvidenceVerdict';
import { needs } from '../../shared/permissions';
import { useActorName } from '../../shared/useActorName';
import { rehearsalSteps } from './rehearsalSteps';
import { RehearsalTable } from './RehearsalTable';

/** One piece of evidence: what it says, who saw it when, and until when it counts. */
export const EvidencePiece = ({ evidence }: { evidence: Evidence }) => {
  const { kindTitle, headline, source } = evidence;
  const nameOf = useActorName();
  const { t } = useTranslationRef(scorecardTranslationRef);
  const steps = rehearsalSteps(evidence.payload);
  return (
    <>
      <EvidenceVerdict evidence={evidence} /> <strong>{kindTitle}</strong>:{' '}
      {headline}
      <Typography variant="caption" component="div">
        {[nameOf(source), evidence.environment, evidence.region]
          .filter(Boolean)
          .join(' · ')}
        {' · '}
        {t('check.observed')} <Age at={evidence.observedAt} />
        {' · '}
        {t('check.expires')} <Age at={evidence.expiresAt} />
      </Typography>
      {steps.length > 0 ? <RehearsalTable steps={steps} /> : null}
    </>
  );
};

/** The same of one that is not among the newest; it is asked for by its id. */
export const OlderEvidencePiece = ({ id }: { id: string }) => {
  const { t } = useTranslationRef(scorecardTranslationRef);
  return (
    <ResourceView
      resource={useEvidenceById(id)}
      what={t('check.evidenceWhat')}
      permission={needs.evidence}
      lines={1}
    >
      {evidence => <EvidencePiece evidence={evidence} />}
    </ResourceView>
  );
};
