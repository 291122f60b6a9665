import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DriftScan,
  EntityContinuity,
} from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useEntityDrift,
  useRegularly,
  type Resource,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { Link, useSearchParams } from 'react-router-dom';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { scanKey } from '../shared/placeOf';
import { useDriftPaths } from '../shared/useDriftPaths';
import { NotScanned, ScanCommand } from './NotScanned';
import { ScanPanel } from './ScanPanel';
import { unscannedOf } from './unscannedOf';

const EVERY_MS = 60_000;

const Scans = (props: {
  entityRef: string;
  scans: readonly DriftScan[];
  continuity: Resource<EntityContinuity>;
}) => {
  const { entityRef, scans, continuity } = props;
  const { t } = useTranslationRef(driftTranslationRef);
  const [params] = useSearchParams();
  const drift = params.get('drift');
  // An address may name what was not scanned; then it hides nothing.
  const asked = scans.some(scan => scanKey(scan) === drift) ? drift : null;
  const environments =
    continuity.state === 'ready' ? continuity.value.environments : [];
  const unscanned = unscannedOf(environments, scans);
  if (scans.length === 0) {
    return (
      <ScanCommand
        title={t('section.empty')}
        means={t('section.emptyRemedy')}
        entityRef={entityRef}
        place={unscanned.at(0)}
      />
    );
  }
  return (
    <>
      {scans.map(scan => {
        const key = scanKey(scan);
        const isAsked = key === asked;
        return (
          <ScanPanel
            key={key}
            scan={scan}
            isAsked={isAsked}
            // What is asked for is not to be looked for among others.
            isOpen={asked ? isAsked : scan.findings.length > 0}
          />
        );
      })}
      {unscanned.map(place => (
        <NotScanned
          key={scanKey({ ...place, against: 'git' })}
          entityRef={entityRef}
          place={place}
        />
      ))}
    </>
  );
};

/** Where what runs is not what is desired, who did it, how long ago, and the ways out. */
export const DriftSection = (props: {
  entityRef: string;
  /** Knows which environments there are. */
  continuity: Resource<EntityContinuity>;
}) => {
  const { entityRef, continuity } = props;
  const { t } = useTranslationRef(driftTranslationRef);
  const paths = useDriftPaths();
  const scans = useEntityDrift(entityRef);
  useRegularly(() => {
    if (scans.state !== 'loading') scans.retry();
  }, EVERY_MS);
  return (
    <Section
      title={t('section.title')}
      action={
        paths ? (
          <Button size="small" component={Link} to={paths.list()}>
            {t('section.all')}
          </Button>
        ) : null
      }
    >
      <ResourceView
        resource={scans}
        what={t('section.what')}
        permission={needs.drift}
        notFound={
          <Empty title={t('pages.unknown')} remedy={t('pages.unknownRemedy')} />
        }
      >
        {value => (
          <Scans entityRef={entityRef} scans={value} continuity={continuity} />
        )}
      </ResourceView>
    </Section>
  );
};
