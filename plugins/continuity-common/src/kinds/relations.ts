/**
 * From a business function to a service it cannot do without.
 * Reversed by {@link RELATION_SUPPORTS}. Declared in `spec.supportedBy`.
 */
export const RELATION_SUPPORTED_BY = 'supportedBy';

/** From a service to a business function that cannot do without it. */
export const RELATION_SUPPORTS = 'supports';

/**
 * From a calendar to an entity that it names one by one in `spec.freezes`.
 * Reversed by {@link RELATION_FROZEN_BY}.
 *
 * @remarks
 * Not the list of everything the calendar freezes: a window's scope binds
 * services by tier, environment or predicate without naming them. Read this
 * relation to navigate, never to decide whether a service is frozen.
 */
export const RELATION_FREEZES = 'freezes';

/** From an entity to a calendar that names it. See {@link RELATION_FREEZES}. */
export const RELATION_FROZEN_BY = 'frozenBy';
