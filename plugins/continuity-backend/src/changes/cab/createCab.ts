import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Instant, ReleaseSettings } from '@continuity/engine';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { FleetVisibility } from '../../fleet';
import type { Access } from '../../http';
import type { LedgerService } from '../../ledger';
import type { ChangeBallot } from '../ChangeBallot';
import type { ChangeReader } from '../ChangeReader';
import type { ChangeAuthority } from '../ChangeRights';
import type { PeopleDirectory } from '../people';
import { AgendaReader } from './AgendaReader';
import { BoardStore } from './BoardStore';
import { BulkBallot } from './BulkBallot';
import { createCabRoutes } from './cabRoutes';
import { MeetingDesk } from './MeetingDesk';
import { MeetingStore } from './MeetingStore';

/** Boards that approve changes: their agenda, their votes, their meetings. */
export function createCab(options: {
  access: Access;
  auditor: AuditorService;
  authority: ChangeAuthority;
  ballot: ChangeBallot;
  database: Knex;
  ledger: LedgerService;
  logger: LoggerService;
  people: PeopleDirectory;
  reader: ChangeReader;
  releases: ReleaseSettings;
  visibility: FleetVisibility;
  now: () => Instant;
}): Router {
  const boards = new BoardStore(options.database);
  return createCabRoutes({
    ...options,
    agenda: new AgendaReader({ ...options, boards }),
    meetings: new MeetingDesk({
      ...options,
      boards,
      store: new MeetingStore(options.database),
    }),
    ballot: new BulkBallot(options),
  });
}
