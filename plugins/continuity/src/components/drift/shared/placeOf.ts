import type { DriftAgainst } from '@continuity/plugin-continuity-common';

/** A place that services are deployed to. */
export interface Place {
  environment: string;
  region?: string;
}

/** The same in every language: `production, eu-west-1`. */
export function placeWords({ environment, region }: Place): string {
  return region ? `${environment}, ${region}` : environment;
}

/** What the address of a service's tab calls one of its scans. */
export function scanKey({
  against,
  environment,
  region,
}: Place & { against: DriftAgainst }): string {
  return [against, environment, ...(region ? [region] : [])].join(':');
}
