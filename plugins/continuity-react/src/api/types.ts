import type { components } from '@continuity/plugin-continuity-common';

type Schemas = components['schemas'];

/** A place that a service is deployed to. */
export type Environment = Schemas['Environment'];
/** `pass`, `fail` or `unknown`. */
export type Verdict = Schemas['Verdict'];
/** What a window does to a release: `block`, `approval` or `warn`. */
export type Enforcement = Schemas['Enforcement'];
/** `freeze` closes while it is in force; `maintenance` closes while it is not. */
export type WindowEffect = Schemas['WindowEffect'];
/** Where a calendar comes from, and so where it is edited. */
export type CalendarOrigin = Schemas['CalendarOrigin'];
