import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Evidence } from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  useEvidence,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { EvidenceVerdict } from '../../entity/EvidenceVerdict';
import { needs } from '../../shared/permissions';
import { rehearsalSteps } from './rehearsalSteps';
import { RehearsalTable } from './RehearsalTable';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { padding: theme.spacing(0.5, 0) },
  }),
  { name: 'ContinuityCheckEvidence' },
);

/** The newest of each kind and place; more than that a service hardly has. */
const LIMIT = 100;

const Piece = ({ evidence }: { evidence: Evidence }) => {
  const { kindTitle, headline, source } = evidence;
  const { t } = useTranslationRef(scorecardTranslationRef);
  const steps = rehearsalSteps(evidence.payload);
  return (
    <>
      <EvidenceVerdict evidence={evidence} /> <strong>{kindTitle}</strong>:{' '}
      {headline}
      <Typography variant="caption" component="div">
        {[source, evidence.environment, evidence.region]
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

const Known = (props: { entityRef: string; ids: readonly string[] }) => {
  const { entityRef, ids } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardTranslationRef);
  const latest = useEvidence(entityRef, { latest: true, limit: LIMIT });
  return (
    <ResourceView
      resource={latest}
      what={t('check.evidenceWhat')}
      permission={needs.evidence}
      lines={1}
    >
      {({ items }) => {
        const found = items.filter(({ id }) => ids.includes(id));
        const older = ids.length - found.length;
        return (
          <>
            <ul className={classes.list} aria-label={t('check.evidence')}>
              {found.map(evidence => (
                <li key={evidence.id} className={classes.item}>
                  <Piece evidence={evidence} />
                </li>
              ))}
            </ul>
            {older > 0 ? t('check.older', { count: older }) : null}
          </>
        );
      }}
    </ResourceView>
  );
};

/** The evidence that a verdict rests on; it is asked for when somebody looks. */
export const CheckEvidence = (props: {
  entityRef: string;
  ids: readonly string[];
}) => {
  const { t } = useTranslationRef(scorecardTranslationRef);
  return props.ids.length === 0 ? (
    <>{t('check.noEvidence')}</>
  ) : (
    <Known {...props} />
  );
};
