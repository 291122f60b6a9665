/**
 * Where the manifests of a service for an environment are: what its annotation for that
 * environment says (`continuity.dev/manifests-url.production`), or else its annotation for
 * all of them. `{environment}` and `{region}` stand for their names.
 *
 * @returns undefined when it does not say; `unfit` when it asks for a region that there is not
 */
export function manifestsUrl(
  annotations: Readonly<Record<string, string>>,
  annotation: string,
  { environment, region }: { environment: string; region?: string },
): { url: string } | { unfit: string } | undefined {
  const own = `${annotation}.${environment}`;
  const name = annotations[own]?.trim() ? own : annotation;
  const template = annotations[name]?.trim().replace(/^url:/, '');
  if (!template) return undefined;
  if (region === undefined && template.includes('{region}')) {
    return {
      unfit: `The annotation ${name} names a {region}, and ${environment} declares none`,
    };
  }
  return {
    url: template
      .replaceAll('{environment}', encodeURIComponent(environment))
      .replaceAll('{region}', encodeURIComponent(region ?? '')),
  };
}
