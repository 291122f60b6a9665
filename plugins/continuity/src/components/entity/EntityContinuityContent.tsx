import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityContinuity } from '@continuity/plugin-continuity-react';
import Grid from '@material-ui/core/Grid';
import { ChangesSection } from '../changes/entity/ChangesSection';
import { DriftSection } from '../drift/entity/DriftSection';
import { DependenciesSection } from '../graph/entity/DependenciesSection';
import { ScorecardsSection } from '../scorecards/entity/ScorecardsSection';
import { StatusBanner } from '../shared/StatusBanner';
import { DecisionsSection } from './DecisionsSection';
import { EvidenceSection } from './EvidenceSection';
import { GateSection } from './GateSection';
import { PeaksSection } from './PeaksSection';
import { useUpcomingWindows, zonesOfInstants } from './useUpcomingWindows';
import { WhoSection } from './WhoSection';
import { WindowsSection } from './WindowsSection';

/** Only what is deployed can run otherwise than is desired. */
const DEPLOYED: ReadonlySet<string> = new Set(['Component', 'Resource']);

/** The Continuity tab of an entity page; it takes the entity from the page. */
export const EntityContinuityContent = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const continuity = useEntityContinuity(entityRef);
  const upcoming = useUpcomingWindows(entityRef);
  return (
    <>
      <StatusBanner />
      <Grid container spacing={3}>
        <Grid item xs={12} md={5}>
          <WhoSection entity={entity} continuity={continuity} />
        </Grid>
        <Grid item xs={12} md={7}>
          <GateSection
            entityRef={entityRef}
            continuity={continuity}
            zoneOf={zonesOfInstants(upcoming.windows)}
          />
        </Grid>
        <Grid item xs={12}>
          <WindowsSection entityRef={entityRef} {...upcoming} />
        </Grid>
        <PeaksSection entity={entity} />
        <Grid item xs={12}>
          <ChangesSection entityRef={entityRef} />
        </Grid>
        <Grid item xs={12}>
          <DependenciesSection entityRef={entityRef} />
        </Grid>
        {DEPLOYED.has(entity.kind) ? (
          <Grid item xs={12}>
            <DriftSection entityRef={entityRef} continuity={continuity} />
          </Grid>
        ) : null}
        <Grid item xs={12}>
          <ScorecardsSection entityRef={entityRef} />
        </Grid>
        <Grid item xs={12} xl={6}>
          <EvidenceSection entityRef={entityRef} />
        </Grid>
        <Grid item xs={12} xl={6}>
          <DecisionsSection entityRef={entityRef} />
        </Grid>
      </Grid>
    </>
  );
};
