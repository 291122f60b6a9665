import type {
  ChangeState,
  ReleaseClass,
} from '@continuity/plugin-continuity-common';
import type { Template } from '../mapping/template';

/** Who we are there. */
export type ServiceNowAuth =
  | { type: 'basic'; username: string; password: string }
  | { type: 'oauth'; clientId: string; clientSecret: string };

/** As what a change request is made. */
export type ChangeType =
  | { type: 'normal' | 'emergency' }
  /** `sys_id` of a standard change template. */
  | { template: string }
  /** `sys_id` of a change model. */
  | { model: string };

/** What a state there asks for here. */
export type InboundMove = 'cancel' | 'schedule' | 'start' | 'finish';

/** Which records there become drafts here. */
export interface DraftSettings {
  /** Encoded query on `change_request`. */
  query: string;
  /** Annotation that names the configuration item. */
  annotation: string;
  /** Whether an entity may also be found by the name of the configuration item. */
  byName: boolean;
  /** Where it is to be deployed; ServiceNow does not know. */
  environments: string[];
}

/** The configuration of the connector, checked. */
export interface ServiceNowSettings {
  /** Of the instance, without a slash at its end. */
  url: string;
  auth: ServiceNowAuth;
  pollSeconds: number;
  /** Of one request. */
  timeoutMs: number;
  approvals: 'show' | 'count';
  types: Record<ReleaseClass, ChangeType>;
  /** What is written into each column of `change_request`. */
  fields: ReadonlyMap<string, Template>;
  /** Value of `state` by state of the change. */
  toThere: Partial<Record<ChangeState, string>>;
  /** By value of `state`. */
  fromThere: ReadonlyMap<string, InboundMove>;
  /** Annotation that names the configuration item of an entity. */
  annotation: string;
  /** Absent: no record there becomes a draft. */
  drafts?: DraftSettings;
}
