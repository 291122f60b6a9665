import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  EntityContinuity,
  ReleaseClass,
} from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  continuityReactTranslationRef,
  type Resource,
} from '@continuity/plugin-continuity-react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { useSearchParams } from 'react-router-dom';
import { continuityTranslationRef } from '../../translation';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';
import { EnvironmentGate } from './EnvironmentGate';

const CLASSES = [
  'standard',
  'major',
  'emergency',
] as const satisfies ReleaseClass[];

/** The release class that is asked about; kept in the address, so that it can be shared. */
function useReleaseClass(): [ReleaseClass, (next: string) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get('class');
  const releaseClass = CLASSES.find(name => name === asked) ?? 'standard';
  const choose = (next: string) =>
    setParams(
      before => {
        const after = new URLSearchParams(before);
        after.set('class', next);
        return after;
      },
      { replace: true },
    );
  return [releaseClass, choose];
}

const Gates = (props: {
  entityRef: string;
  continuity: EntityContinuity;
  releaseClass: ReleaseClass;
  zoneOf: (at: string) => string | undefined;
}) => {
  const { environments, environmentsSource } = props.continuity;
  const { t } = useTranslationRef(continuityTranslationRef);
  if (environments.length === 0) {
    return (
      <>
        <Typography variant="body1">{t('gate.none')}</Typography>
        <Typography variant="body2" color="textSecondary">
          {t('gate.noneRemedy')}
        </Typography>
      </>
    );
  }
  return (
    <>
      {environmentsSource === 'organisation' ? (
        <Typography variant="body2" color="textSecondary">
          {t('gate.organisation')}
        </Typography>
      ) : null}
      {environments.map(environment => (
        <EnvironmentGate
          key={`${environment.name}/${environment.region ?? ''}`}
          entityRef={props.entityRef}
          environment={environment}
          releaseClass={props.releaseClass}
          zoneOf={props.zoneOf}
        />
      ))}
    </>
  );
};

/** May the service be deployed now? One answer for each of its environments. */
export const GateSection = (props: {
  entityRef: string;
  continuity: Resource<EntityContinuity>;
  /** The calendar's zone of an instant, where one is known. */
  zoneOf: (at: string) => string | undefined;
}) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { t: tShared } = useTranslationRef(continuityReactTranslationRef);
  const [releaseClass, setReleaseClass] = useReleaseClass();
  const title = t('gate.title');
  return (
    <Section title={title}>
      <FormControl component="fieldset">
        <FormLabel component="legend">{t('gate.class')}</FormLabel>
        <RadioGroup
          row
          name="continuity-release-class"
          value={releaseClass}
          onChange={event => setReleaseClass(event.target.value)}
        >
          {CLASSES.map(name => (
            <FormControlLabel
              key={name}
              value={name}
              control={<Radio size="small" color="primary" />}
              label={tShared(`releaseClass.${name}`)}
            />
          ))}
        </RadioGroup>
      </FormControl>
      <ResourceView
        resource={props.continuity}
        what={t('gate.what')}
        permission={needs.entity}
        lines={6}
        notFound={<Typography>{t('who.notFound')}</Typography>}
      >
        {continuity => (
          <Gates
            entityRef={props.entityRef}
            continuity={continuity}
            releaseClass={releaseClass}
            zoneOf={props.zoneOf}
          />
        )}
      </ResourceView>
      {props.continuity.state === 'failed' ? (
        <Typography variant="body2">{t('gate.noAnswer')}</Typography>
      ) : null}
    </Section>
  );
};
