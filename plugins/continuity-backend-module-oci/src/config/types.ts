/** Who we are to a registry. */
export type RegistryAuth =
  | { type: 'anonymous' }
  /** Sent to the registry, or to the server that its tokens are from. */
  | { type: 'basic'; username: string; password: string }
  /** Sent to the registry as it is. */
  | { type: 'token'; token: string };

/** A registry that a region pulls from. */
export interface RegistrySettings {
  region: string;
  /** Origin, without a path. */
  url: string;
  /** To show. */
  name: string;
  /** What stands before every repository there, without a slash at its end. Absent: nothing. */
  prefix?: string;
  /** Absent: every environment pulls from it. */
  environments?: string[];
  auth: RegistryAuth;
  /** Origins to which the credentials may be sent for a token, besides the registry's host. */
  realms: string[];
}

/** What the collector is told by the configuration. */
export interface OciSettings {
  registries: RegistrySettings[];
  everySeconds: number;
  /** Of one request, in milliseconds. */
  timeoutMs: number;
  /** `declared`: where a service declares regions, only those of them. */
  regions: 'all' | 'declared';
  /** Annotation that says in which repository a release lies, where its deployment does not. */
  annotation: string;
}
