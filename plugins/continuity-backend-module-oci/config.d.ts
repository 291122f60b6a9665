export interface Config {
  continuity?: {
    collectors?: {
      /** Asks registries whether the last good releases can still be pulled. Absent: none is asked. */
      oci?: {
        /** What regions pull from. A region may have several. */
        registries: Array<{
          /** As environments of services name it, e.g. `eu-west-1`. */
          region: string;
          /** Without a path, e.g. `https://registry.eu-west-1.example.com`. */
          url: string;
          /**
           * What stands before every repository there, e.g. the name of a project or of a
           * mirror. Absent: nothing.
           */
          prefix?: string;
          /** Environments that pull from it. Absent: every one. */
          environments?: string[];
          /** Who we are there; somebody who may pull and nothing else. Absent: nobody. */
          auth?:
            | { type: 'anonymous' }
            | {
                /** For the registry itself, or for the server that its tokens are from. */
                type: 'basic';
                username: string;
                /** @visibility secret */
                password: string;
              }
            | {
                /** Sent to the registry as it is. */
                type: 'token';
                /** @visibility secret */
                token: string;
              };
          /**
           * Addresses of token servers that may be told the password, besides the host of
           * the registry, e.g. `https://auth.docker.io`. Absent: none.
           */
          realms?: string[];
        }>;
        /** From one run to the next, from 10 minutes to a day. Absent: 6 hours. */
        every?: string | object;
        /** Of one request, at most a minute. Absent: 20 seconds. */
        timeout?: string | object;
        /**
         * Where a release has to be: `all`, in every registry that is listed for its
         * environment; `declared`, only in those of the regions that the service declares
         * for the environment, where it declares any. Absent: `all`.
         */
        regions?: 'all' | 'declared';
        /**
         * Annotation of entities that names their repository, for deployments that are
         * reported with a digest only. Absent: `continuity.dev/oci-repository`.
         */
        annotation?: string;
      };
    };
  };
}
