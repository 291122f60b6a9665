export interface Config {
  continuity?: {
    /** Answers deployment protection rules of GitHub. Absent: nothing is answered. */
    github?: {
      /**
       * Secrets of the webhook of the GitHub App, each of them as good as the others, so
       * that one can be replaced without a gap.
       *
       * @deepVisibility secret
       */
      webhookSecrets: string[];
      /**
       * How long a denial must have lasted that nothing known will end, before the
       * deployment is rejected; `never`: it waits until GitHub gives up. Absent: 15
       * minutes.
       */
      rejectAfter?: string | object;
      /** Environments of GitHub that have another name in the catalog. */
      environments?: { [name: string]: string };
    };
  };
}
