export interface Config {
  continuity?: {
    collectors?: {
      /** Holds what runs against what Argo CD says is desired. Absent: nothing is compared. */
      argocd?: {
        /** Servers of Argo CD, and what they deploy to. */
        instances: Array<{
          /** To show; `argocd/instance-name` of an entity may name one. */
          name: string;
          /** e.g. `https://argocd.example.com`. */
          url: string;
          /**
           * Of an account that may get applications and nothing else.
           * @visibility secret
           */
          token: string;
          /** Environments of services that it deploys to, e.g. `production`. */
          environments: string[];
          /** As environments of services name it. Absent: it is no matter. */
          region?: string;
          /**
           * Name or address of the cluster of applications that count, where one instance
           * deploys to several. Absent: all.
           */
          destination?: string;
        }>;
        /** From one run to the next, from 10 minutes to half a day. Absent: an hour. */
        every?: string | object;
        /** Of one request, at most a minute. Absent: 30 seconds. */
        timeout?: string | object;
        /** How fields that only live objects have are judged. Absent: `two-way`. */
        compare?: 'two-way' | 'three-way' | 'ownership';
        /** Field managers that deploy. Absent: those of Argo CD, Flux and Helm. */
        managers?: string[];
        /** Rules for what to leave out, as in the file of `continuity drift --ignore`. */
        ignore?: object[];
      };
    };
  };
}
