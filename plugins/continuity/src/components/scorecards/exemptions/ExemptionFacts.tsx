import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ScorecardExemption } from '@continuity/plugin-continuity-common';
import { StatusMark } from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { EntityLink } from '../../shared/EntityLink';

/** One exemption: until when, why, who asked for it and who decided. */
export const ExemptionFacts = (props: { exemption: ScorecardExemption }) => {
  const { state, until, reason, requestedBy, decidedBy } = props.exemption;
  const { t } = useTranslationRef(scorecardTranslationRef);
  return (
    <>
      <StatusMark
        tone={state === 'in-force' ? 'caution' : 'unknown'}
        label={t(`exemption.state.${state}`)}
      />
      <Typography variant="body2" component="div">
        {t('exemption.until', { until })} <EntityLink entityRef={requestedBy} />
        {decidedBy ? (
          <>
            , {t('exemption.decidedBy')} <EntityLink entityRef={decidedBy} />
          </>
        ) : null}
      </Typography>
      <Typography variant="body2">
        {t('exemption.reason', { reason })}
      </Typography>
    </>
  );
};
