import type {
  GateDecision,
  GateReason,
} from '@continuity/plugin-continuity-common';
import { parseEntityRef } from '@backstage/catalog-model';

/** More reasons than these nobody reads in a terminal; the portal has them all. */
const MOST_REASONS = 3;

/**
 * A decision in the words of an answer to `kubectl apply`: what, why, what to do next,
 * and where to read on.
 */
export function explainDecision(
  decision: GateDecision,
  portalUrl: string | undefined,
): string {
  const { verdict, request, reasons, nextOpen, id } = decision;
  const deciding = reasons.filter(reason => reason.verdict === verdict);
  const place = [request.environment, request.region]
    .filter(part => part !== undefined)
    .join(', ');
  const more = deciding.length - MOST_REASONS;
  return [
    headline(verdict, request.entity, place),
    ...deciding.slice(0, MOST_REASONS).map(explainReason),
    ...(more > 0 ? [`And ${more} more.`] : []),
    ...(nextOpen === undefined ? [] : [`It opens at ${nextOpen}.`]),
    ...(id === undefined ? [] : [`Decision ${id}.`]),
    ...(portalUrl === undefined
      ? []
      : [`See ${portalUrl.replace(/\/+$/, '')}${pathOf(request.entity)}`]),
  ].join(' ');
}

function headline(
  verdict: GateDecision['verdict'],
  entity: string,
  place: string,
): string {
  switch (verdict) {
    case 'allow':
      return `${entity} may be deployed to ${place} now.`;
    case 'deny':
      return `${entity} may not be deployed to ${place} now.`;
    default:
      return `${entity} needs an approval to be deployed to ${place} now.`;
  }
}

function explainReason({ explanation, remedy, until }: GateReason): string {
  return [
    sentence(explanation),
    ...(until === undefined ? [] : [`Until ${until}.`]),
    ...(remedy === undefined ? [] : [`Next: ${sentence(remedy)}`]),
  ].join(' ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The tab of the service in the portal. */
function pathOf(entity: string): string {
  const { kind, namespace, name } = parseEntityRef(entity);
  return `/catalog/${namespace}/${kind}/${name}/continuity`;
}
