import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import { createScorecardFactRetriever } from './createScorecardFactRetriever';
import { readScorecards } from './readScorecards';

/**
 * Adds a fact retriever for each scorecard to Tech Insights. One that has no schedule in
 * `techInsights.factRetrievers` is never run.
 */
export const techInsightsModuleContinuity = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'continuity',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        retrievers: techInsightsFactRetrieversExtensionPoint,
      },
      async init({ config, retrievers }) {
        retrievers.addFactRetrievers(
          Object.fromEntries(
            [...readScorecards(config)].map(([name, scorecard]) => [
              name,
              createScorecardFactRetriever(name, scorecard),
            ]),
          ),
        );
      },
    });
  },
});
