import type {
  AuditorService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type { Router } from 'express';
import type { LoadedProjection } from '../catalog';
import type { ContinuitySettings } from '../config';
import type { FleetVisibility } from '../fleet';
import type { Access } from '../http';
import type { LedgerService } from '../ledger';
import { createCalendarRoutes } from './calendarRoutes';
import { CalendarService } from './CalendarService';
import { CalendarLintService } from './lint/CalendarLintService';
import type { PortalCalendarSource } from './PortalCalendarSource';
import { PortalWindowService } from './PortalWindowService';
import type { PortalWindowStore } from './PortalWindowStore';
import { WindowPreviewService } from './preview/WindowPreviewService';
import { DraftReader } from './readDraft';
import type { CountedServices } from './services/CountedServices';
import { SimulationService } from './simulation/SimulationService';
import { CalendarViewService } from './view/CalendarViewService';
import { WindowAuthority } from './WindowAuthority';
import { WindowOpenings } from './WindowOpenings';
import { createWindowRoutes } from './windowRoutes';

export interface CalendarFeatureOptions {
  access: Access;
  auditor: AuditorService;
  ledger: LedgerService;
  permissions: PermissionsService;
  /** What the source is among the sources of. */
  projection: LoadedProjection;
  services: CountedServices;
  settings: Pick<ContinuitySettings, 'tiers'>;
  source: PortalCalendarSource;
  store: PortalWindowStore;
  userInfo: UserInfoService;
  visibility: FleetVisibility;
  now: () => Instant;
}

/** Calendars over HTTP, and windows made in the portal. */
export function createCalendarFeature(
  options: CalendarFeatureOptions,
): Router[] {
  const { access, auditor, source, settings } = options;
  const tierIds = settings.tiers.tiers.map(({ id }) => id);
  const authority = new WindowAuthority(options);
  const common = {
    ...options,
    authority,
    tierIds,
    portalIds: source.idOf.bind(source),
    drafts: new DraftReader({ ...options, authority, tierIds }),
  };
  return [
    createCalendarRoutes({
      access,
      calendars: new CalendarService(common),
      views: new CalendarViewService(common),
      linter: new CalendarLintService(common),
      simulations: new SimulationService(common),
    }),
    createWindowRoutes({
      access,
      auditor,
      previews: new WindowPreviewService(common),
      service: new PortalWindowService({
        ...common,
        openings: new WindowOpenings(common),
      }),
    }),
  ];
}
