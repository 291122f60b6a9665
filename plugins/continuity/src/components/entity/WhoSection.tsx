import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  ContinuityProfile,
  EntityContinuity,
} from '@continuity/plugin-continuity-common';
import {
  Age,
  DurationText,
  ResourceView,
  TierChip,
  type Resource,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { continuityTranslationRef } from '../../translation';
import { EntityLink } from '../shared/EntityLink';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';
import { Findings } from './Findings';
import { HowToClassify } from './HowToClassify';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(9em, max-content) 1fr',
      gap: theme.spacing(1, 2),
      margin: 0,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
    reasons: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'ContinuityWho' },
);

const Fact = (props: { name: string; children: ReactNode }) => (
  <>
    <Typography variant="body2" component="dt">
      {props.name}
    </Typography>
    <Typography variant="body2" component="dd">
      {props.children}
    </Typography>
  </>
);

const Objective = (props: { value: ContinuityProfile['rto'] }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  return props.value ? (
    <>
      <DurationText value={props.value.duration} /> (
      {t(`who.${props.value.source}`)})
    </>
  ) : (
    <>{t('who.notDeclared')}</>
  );
};

const Tier = ({ profile }: { profile: ContinuityProfile }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { tier, derivedTier } = profile;
  return (
    <>
      <TierChip tier={tier} />{' '}
      {tier
        ? `(${t(
            tier.source === 'declared' ? 'who.tierDeclared' : 'who.tierDerived',
          )})`
        : null}
      {derivedTier && derivedTier.id !== tier?.id ? (
        <p>{t('who.derivedTier', { tier: derivedTier.title })}</p>
      ) : null}
    </>
  );
};

const planningKeys = {
  yes: 'who.planningYes',
  no: 'who.planningNo',
  unknown: 'who.planningUnknown',
} as const;

const Profile = (props: { entity: Entity; continuity: EntityContinuity }) => {
  const { profile, rollbackOwner, catalogReadAt } = props.continuity;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <>
      {profile.classification === 'unclassified' ? (
        <HowToClassify entity={props.entity} remedy={profile.remedy} />
      ) : null}
      <dl className={classes.facts}>
        <Fact name={t('who.tier')}>
          <Tier profile={profile} />
        </Fact>
        <Fact name={t('who.rto')}>
          <Objective value={profile.rto} />
        </Fact>
        <Fact name={t('who.rpo')}>
          <Objective value={profile.rpo} />
        </Fact>
        <Fact name={t('who.planning')}>
          {t(planningKeys[profile.planning.inScope])}
          <ul className={classes.reasons}>
            {profile.planning.reasons.map(reason => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Fact>
        {rollbackOwner ? (
          <Fact name={t('who.rollbackOwner')}>
            <EntityLink entityRef={rollbackOwner} />
          </Fact>
        ) : null}
        <Fact name={t('who.readAt')}>
          <Age at={catalogReadAt} />
        </Fact>
      </dl>
      <Findings findings={profile.findings} />
    </>
  );
};

/** Who this service is for continuity, and why. */
export const WhoSection = (props: {
  entity: Entity;
  continuity: Resource<EntityContinuity>;
}) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const title = t('who.title');
  return (
    <Section title={title}>
      <ResourceView
        resource={props.continuity}
        what={title}
        permission={needs.entity}
        lines={6}
        notFound={<Typography>{t('who.notFound')}</Typography>}
      >
        {continuity => (
          <Profile entity={props.entity} continuity={continuity} />
        )}
      </ResourceView>
    </Section>
  );
};
