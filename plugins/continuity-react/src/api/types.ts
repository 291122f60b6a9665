import type { components } from '@continuity/plugin-continuity-common';

type Schemas = components['schemas'];

/** Who a service is for continuity, with the environments that it is asked about. */
export type EntityContinuity = Schemas['EntityContinuity'];
/** Tier, objectives, findings and planning scope of a service. */
export type ContinuityProfile = Schemas['ContinuityProfile'];
/** A place that a service is deployed to. */
export type Environment = Schemas['Environment'];
/** One window in force for a service, in one period. */
export type EntityWindow = Schemas['EntityWindow'];
/** One period of a window, in UTC and in the wall clock of its zone. */
export type Occurrence = Schemas['Occurrence'];
/** A calendar that could not be read; everything that it might freeze is denied. */
export type UnreadableCalendar = Schemas['UnreadableCalendar'];
/** One piece of evidence, as stored. */
export type Evidence = Schemas['Evidence'];
/** `pass`, `fail` or `unknown`. */
export type Verdict = Schemas['Verdict'];
/** `allow`, `deny` or `needs-approval`. */
export type GateVerdict = Schemas['GateVerdict'];
/** What a window does to a release: `block`, `approval` or `warn`. */
export type Enforcement = Schemas['Enforcement'];
/** `standard`, `major` or `emergency`. */
export type ReleaseClass = Schemas['ReleaseClass'];
/** The question that the gate answers. */
export type GateRequest = Schemas['GateRequest'];
/** The gate's answer, with every reason. */
export type GateDecision = Schemas['GateDecision'];
/** One reason of a decision. */
export type GateReason = Schemas['GateReason'];
/** The fleet at a glance, and one page of its services. */
export type Fleet = Schemas['Fleet'];
/** One service of the fleet. */
export type FleetItem = Schemas['FleetItem'];
/** What the backend knows, and how old that is. */
export type ContinuityStatus = Schemas['Status'];
