import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  continuityChecksExtensionPoint,
  continuityCollectorsExtensionPoint,
  continuityEvidenceKindsExtensionPoint,
} from '@continuity/plugin-continuity-node';
import { backup } from './backup';
import { BackupCollector } from './BackupCollector';
import { backupWithinRpo } from './backupWithinRpo';

/** Teaches Continuity what backups are, and where to ask for them. */
export default createBackendModule({
  pluginId: 'continuity',
  moduleId: 'backups',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        kinds: continuityEvidenceKindsExtensionPoint,
        checks: continuityChecksExtensionPoint,
        collectors: continuityCollectorsExtensionPoint,
      },
      async init({ config, kinds, checks, collectors }) {
        kinds.addKinds(backup);
        checks.addChecks(backupWithinRpo);
        const url = config.getOptionalString('acme.backups.url');
        if (url) collectors.addCollectors(new BackupCollector(url));
      },
    });
  },
});
