import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  continuityChecksExtensionPoint,
  continuityEvidenceKindsExtensionPoint,
} from '@continuity/plugin-continuity-node';
import type { EvidenceKind } from '@continuity/engine';
import { checks, kinds } from './checks';

/** Brings the thirty kinds and checks that are measured. */
export default createBackendModule({
  pluginId: 'continuity',
  moduleId: 'bench-scorecards',
  register(env) {
    env.registerInit({
      deps: {
        kindsPoint: continuityEvidenceKindsExtensionPoint,
        checksPoint: continuityChecksExtensionPoint,
      },
      async init({ kindsPoint, checksPoint }) {
        kindsPoint.addKinds(...(kinds as EvidenceKind[]));
        checksPoint.addChecks(...checks);
      },
    });
  },
});
