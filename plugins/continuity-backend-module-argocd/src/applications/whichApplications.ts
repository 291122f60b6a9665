import type { CollectedService } from '@continuity/plugin-continuity-node';

/** Ours, for a service that has another application in every environment. */
const OWN = 'continuity.dev/argocd-app';
/** Those of the plugins of Argo CD for Backstage. */
const NAME = 'argocd/app-name';
const SELECTOR = 'argocd/app-selector';
const NAMESPACE = 'argocd/app-namespace';
const INSTANCE = 'argocd/instance-name';

/** How the applications of a service are found. */
export interface WhichApplications {
  readonly by: { readonly name: string } | { readonly selector: string };
  /** Where the application itself lives. Absent: the one of Argo CD. */
  readonly namespace?: string;
}

/**
 * Which applications deploy a service to an environment. Of its annotations the one for the
 * environment goes first (`continuity.dev/argocd-app.production`), then the one for all,
 * with `{environment}` and `{region}` for their names, then those of Argo CD's plugins.
 *
 * @returns undefined when no annotation says, or they name another instance
 */
export function whichApplications(
  { annotations }: Pick<CollectedService, 'annotations'>,
  {
    environment,
    region = '',
    instance,
  }: { environment: string; region?: string; instance: string },
): WhichApplications | undefined {
  const of = (name: string) => annotations[name]?.trim() || undefined;
  const instances = of(INSTANCE)
    ?.split(',')
    .map(one => one.trim());
  if (instances && !instances.includes(instance)) return undefined;
  const namespace = of(NAMESPACE);
  const name =
    of(`${OWN}.${environment}`) ??
    of(OWN)
      ?.replaceAll('{environment}', environment)
      .replaceAll('{region}', region) ??
    of(NAME);
  const selector = of(SELECTOR);
  if (name === undefined && selector === undefined) return undefined;
  return {
    by: name !== undefined ? { name } : { selector: selector ?? '' },
    ...(namespace !== undefined && { namespace }),
  };
}
