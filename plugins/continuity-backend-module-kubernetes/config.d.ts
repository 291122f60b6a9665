export interface Config {
  continuity?: {
    collectors?: {
      /** Holds what runs in clusters against what Git says. Absent: nothing is compared. */
      kubernetes?: {
        /** Clusters of `kubernetes.clusterLocatorMethods`, and what runs in them. */
        clusters: Array<{
          /** As it is called there. */
          name: string;
          /** Environments of services that run in it, e.g. `production`. */
          environments: string[];
          /** As environments of services name it. Absent: it is no matter. */
          region?: string;
        }>;
        /** From one run to the next, from 10 minutes to half a day. Absent: an hour. */
        every?: string | object;
        /** Of one request, at most a minute. Absent: 30 seconds. */
        timeout?: string | object;
        /**
         * Annotation of entities that says where their manifests are. Absent:
         * `continuity.dev/manifests-url`.
         */
        annotation?: string;
        /** How fields that only live objects have are judged. Absent: `two-way`. */
        compare?: 'two-way' | 'three-way' | 'ownership';
        /** Field managers that deploy. Absent: those of Argo CD, Flux and Helm. */
        managers?: string[];
        /** Rules for what to leave out, as in the file of `continuity drift --ignore`. */
        ignore?: object[];
        /**
         * Holds secondaries and standbys against their primary, too. Absent: they are not
         * compared.
         */
        parity?: {
          /** Differences that are meant, as in the file of `continuity drift parity --allow`. */
          allow?: object[];
        };
        /**
         * After each run, how long the changes of clusters are followed, so that a service
         * is compared again soon after somebody changed it. Absent: not at all.
         */
        watch?: string | object;
      };
    };
  };
  kubernetes?: {
    clusterLocatorMethods?: Array<{
      clusters?: Array<{
        /** @visibility secret */
        serviceAccountToken?: string;
      }>;
    }>;
  };
}
