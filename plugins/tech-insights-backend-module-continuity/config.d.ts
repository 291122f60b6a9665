export interface Config {
  continuity?: {
    techInsights?: {
      /**
       * Ids of the scorecards whose results become facts. Absent: those of
       * `continuity.scorecards`, or the two that are built in. Each needs a schedule in
       * `techInsights.factRetrievers`, or nothing of it is published.
       */
      scorecards?: string[];
    };
  };
}
