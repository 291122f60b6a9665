import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  GateDecision,
  ReleaseClass,
} from '@continuity/plugin-continuity-common';
import {
  Moment,
  MomentText,
  ReasonList,
  ResourceView,
  VerdictChip,
  useGate,
  type Environment,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation';
import { BreakGlassLink } from '../changes/overrides/shared/BreakGlassLink';
import { needs } from '../shared/permissions';
import { Openings } from './Openings';

const useStyles = makeStyles(
  theme => ({
    gate: {
      borderTop: `1px solid ${theme.palette.divider}`,
      padding: theme.spacing(1.5, 0),
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    grow: { flex: 1 },
  }),
  { name: 'ContinuityEnvironmentGate' },
);

const NextChange = ({
  decision,
  zoneOf,
}: {
  decision: GateDecision;
  zoneOf: (at: string) => string | undefined;
}) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { nextChange } = decision;
  return (
    <Typography variant="body2">
      {nextChange ? (
        <>
          <strong>
            {nextChange.verdict === decision.verdict
              ? t(`gate.stays.${nextChange.verdict}`)
              : t(`gate.changes.${nextChange.verdict}`)}
          </strong>{' '}
          <Moment at={nextChange.at} zone={zoneOf(nextChange.at)} />:{' '}
          <MomentText text={nextChange.cause} />
        </>
      ) : (
        t('gate.noChange')
      )}
    </Typography>
  );
};

/** The gate's answer for one environment: open or closed, why, and until when. */
export const EnvironmentGate = (props: {
  entityRef: string;
  environment: Environment;
  releaseClass: ReleaseClass;
  /** The calendar's zone of an instant, where one is known. */
  zoneOf: (at: string) => string | undefined;
}) => {
  const { environment } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  const gate = useGate({
    entity: props.entityRef,
    environment: environment.name,
    region: environment.region,
    class: props.releaseClass,
  });
  const place = environment.region
    ? `${environment.name} ${t('gate.inRegion', {
        region: environment.region,
      })}`
    : environment.name;
  return (
    <div className={classes.gate} role="group" aria-label={place}>
      <div className={classes.heading}>
        <Typography variant="subtitle1" component="h3">
          {place}
        </Typography>
        <Typography
          variant="caption"
          color="textSecondary"
          className={classes.grow}
        >
          {t(`gate.role.${environment.role}`)}
        </Typography>
        {gate.state === 'ready' ? (
          <VerdictChip verdict={gate.value.verdict} />
        ) : null}
      </div>
      <ResourceView
        resource={gate}
        what={t('gate.answer', { environment: place })}
        permission={needs.gate}
        lines={2}
      >
        {decision => (
          <>
            <NextChange decision={decision} zoneOf={props.zoneOf} />
            <Openings decision={decision} zoneOf={props.zoneOf} />
            <ReasonList reasons={decision.reasons} zoneOf={props.zoneOf} />
            <BreakGlassLink decision={decision} />
          </>
        )}
      </ResourceView>
      {gate.state === 'failed' ? (
        <Typography variant="body2">{t('gate.noAnswer')}</Typography>
      ) : null}
    </div>
  );
};
