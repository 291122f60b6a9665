import { EntityLink } from './EntityLink';

/** Calendars of these kinds are entities of the catalog; others exist in the portal only. */
const IN_CATALOG = /^(freezecalendar|businessfunction):/i;

/** A calendar by its title, with a link where the catalog has it. */
export const CalendarLink = (props: { calendarRef: string; title?: string }) =>
  IN_CATALOG.test(props.calendarRef) ? (
    <EntityLink entityRef={props.calendarRef} title={props.title} />
  ) : (
    <>{props.title ?? props.calendarRef}</>
  );
