import {
  type BasicPermission,
  createPermission,
} from '@backstage/plugin-permission-common';

const basic = (name: string, action: 'create' | 'read'): BasicPermission =>
  createPermission({ name, attributes: { action } });

/** Report evidence, singly or in batches. For pipelines and collectors. */
export const continuityEvidenceCreatePermission = basic(
  'continuity.evidence.create',
  'create',
);

/** Read the evidence of a service that one may see in the catalog. */
export const continuityEvidenceReadPermission = basic(
  'continuity.evidence.read',
  'read',
);

/** Have a decision made and recorded in the ledger. */
export const continuityGateDecidePermission = basic(
  'continuity.gate.decide',
  'create',
);

/** Ask the gate without recording, and read recorded decisions. */
export const continuityGateReadPermission = basic(
  'continuity.gate.read',
  'read',
);

/** See all services at a glance, as far as the catalog shows them. */
export const continuityFleetReadPermission = basic(
  'continuity.fleet.read',
  'read',
);

/** Read tier, objectives, environments and windows of a service. */
export const continuityEntityReadPermission = basic(
  'continuity.entity.read',
  'read',
);

/** Read and verify the ledger: every write and every decision of everybody. */
export const continuityLedgerReadPermission = basic(
  'continuity.ledger.read',
  'read',
);

/** See how old the reading of the catalog is. */
export const continuityStatusReadPermission = basic(
  'continuity.status.read',
  'read',
);

/** Every permission of the suite; the backend registers them all. */
export const continuityPermissions: BasicPermission[] = [
  continuityEvidenceCreatePermission,
  continuityEvidenceReadPermission,
  continuityGateDecidePermission,
  continuityGateReadPermission,
  continuityFleetReadPermission,
  continuityEntityReadPermission,
  continuityLedgerReadPermission,
  continuityStatusReadPermission,
];
