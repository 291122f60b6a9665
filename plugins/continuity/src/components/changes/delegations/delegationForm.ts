import type { ApprovalDelegationRequest } from '@continuity/plugin-continuity-common';
import { instantOf, onClock } from '../form/changeForm';

/** Whom somebody gives their place to, as the form holds it. */
export interface DelegationForm {
  /** At most one ref. */
  to: string[];
  /** On the reader's clock, `2026-03-04T08:00`. */
  start: string;
  end: string;
  reason: string;
}

/** The fields of what is sent. */
export const DELEGATION_FIELDS = ['to', 'start', 'end', 'reason'];

/** A form that nothing was typed into: from now on. */
export const emptyDelegation = (
  now: number,
  timeZone: string,
): DelegationForm => ({
  to: [],
  start: onClock(new Date(now).toISOString(), timeZone),
  end: '',
  reason: '',
});

/** Whether everything is there that it needs. */
export const isWhole = ({ to, start, end }: DelegationForm) =>
  to.length > 0 && start !== '' && end !== '';

/** What a form says, to be sent; the backend names the fields that are wrong. */
export function delegationOf(
  { to, start, end, reason }: DelegationForm,
  timeZone: string,
): ApprovalDelegationRequest {
  return {
    to: to[0] ?? '',
    start: instantOf(start, timeZone),
    end: instantOf(end, timeZone),
    ...(reason.trim() && { reason: reason.trim() }),
  };
}
