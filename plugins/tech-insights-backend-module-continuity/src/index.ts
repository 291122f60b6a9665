/**
 * Publishes the results of Continuity's scorecards as facts of Tech Insights.
 *
 * @packageDocumentation
 */

export { techInsightsModuleContinuity as default } from './module';
