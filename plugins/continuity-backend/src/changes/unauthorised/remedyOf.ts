import type { StoredUnauthorised } from './UnauthorisedStore';

/**
 * What to do about a deployment without a change.
 *
 * @returns undefined when somebody has answered for it
 */
export function remedyOf({
  changeId,
  environment,
  resolution,
  times,
}: Pick<
  StoredUnauthorised,
  'changeId' | 'environment' | 'resolution' | 'times'
>): string | undefined {
  if (resolution) return undefined;
  const then = 'then answer for the deployment here';
  if (changeId !== undefined) {
    return `Complete the change that was drafted for it afterwards and have it approved; ${then}.`;
  }
  return times > 1
    ? `It keeps being deployed: raise a change for ${environment} before it is deployed again; ${then}.`
    : `If it is to stay, raise a change for it afterwards, else roll it back; ${then}.`;
}
