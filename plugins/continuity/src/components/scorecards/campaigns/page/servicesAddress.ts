import type { CampaignServicesQuery } from '@continuity/plugin-continuity-common';
import { useSearchParams } from 'react-router-dom';

export const WHICH = [
  'open',
  'not-reached',
  'not-known',
  'exempt',
  'reached',
  'joined',
  'left',
] as const satisfies readonly NonNullable<
  NonNullable<CampaignServicesQuery>['which']
>[];

/** What the services of a campaign are narrowed to. */
export interface ServicesAddress {
  /** Ref, or `none`. */
  owner?: string;
  which?: (typeof WHICH)[number];
  text?: string;
}

export type ChangeServices = (part: Partial<ServicesAddress>) => void;

/** Reads an address. What cannot be read is as if it were not there. */
export function parseServices(params: URLSearchParams): ServicesAddress {
  const owner = params.get('owner')?.slice(0, 400);
  const text = params.get('text')?.slice(0, 200);
  const which = WHICH.find(one => one === params.get('which'));
  return {
    ...(owner && { owner }),
    ...(which && { which }),
    ...(text && { text }),
  };
}

/** What the address says, so that a view can be shared, and how to change it. */
export function useServicesAddress(): [ServicesAddress, ChangeServices] {
  const [params, setParams] = useSearchParams();
  return [
    parseServices(params),
    part =>
      setParams(
        before => {
          const next = new URLSearchParams();
          const all = { ...parseServices(before), ...part };
          for (const [name, value] of Object.entries(all)) {
            if (value) next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
  ];
}
