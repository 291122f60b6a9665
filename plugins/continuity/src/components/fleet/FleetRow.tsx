import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { FleetItem } from '@continuity/plugin-continuity-common';
import {
  DurationText,
  EnforcementChip,
  Moment,
  TierChip,
  continuityReactTranslationRef,
} from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation';
import { EntityLink } from '../shared/EntityLink';

/** Where the Continuity tab stands on an entity page, unless the portal moved it. */
const TAB_PATH = 'continuity';

const ServiceLink = ({ item }: { item: FleetItem }) => {
  const entityRoute = useRouteRef(entityRouteRef);
  const page = entityRoute(parseEntityRef(item.entityRef));
  return <Link to={`${page}/${TAB_PATH}`}>{item.title ?? item.name}</Link>;
};

const Frozen = ({ frozen }: Pick<FleetItem, 'frozen'>) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { t: tShared } = useTranslationRef(continuityReactTranslationRef);
  if (frozen.length === 0) return <>{t('table.no')}</>;
  return (
    <>
      {frozen.map(window => (
        <div key={`${window.calendarRef}#${window.windowId}`}>
          <EnforcementChip enforcement={window.enforcement} />
          <Typography variant="caption" component="p">
            {window.title} ({window.environments.join(', ')}
            {window.classes
              ? `; ${t('table.onlyClasses', {
                  classes: window.classes
                    .map(name => tShared(`releaseClass.${name}`))
                    .join(', '),
                })}`
              : null}
            ), {t('table.until')} <Moment at={window.until} />
          </Typography>
        </div>
      ))}
    </>
  );
};

/** One service of the fleet. */
export const FleetRow = ({ item }: { item: FleetItem }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <ServiceLink item={item} />
        <Typography variant="caption" component="p" color="textSecondary">
          {[item.kind, item.type].filter(Boolean).join(' · ')}
        </Typography>
      </TableCell>
      <TableCell>
        <TierChip tier={item.tier} />
      </TableCell>
      <TableCell>
        {item.rto ? <DurationText value={item.rto} /> : '–'}
      </TableCell>
      <TableCell>
        {item.rpo ? <DurationText value={item.rpo} /> : '–'}
      </TableCell>
      <TableCell>
        {item.owner ? <EntityLink entityRef={item.owner} /> : '–'}
      </TableCell>
      <TableCell>
        {item.system ? <EntityLink entityRef={item.system} /> : '–'}
      </TableCell>
      <TableCell>
        <Frozen frozen={item.frozen} />
      </TableCell>
      <TableCell>
        {item.findings > 0
          ? t('table.findingsCount', { count: item.findings })
          : t('table.none')}
      </TableCell>
    </TableRow>
  );
};
