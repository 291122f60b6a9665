/** What the what-if page is asked, as far as links to it say it. */
export interface ExploreAddress {
  /** Refs of what is down. */
  down?: readonly string[];
  regions?: readonly string[];
  /** ISO 8601 length of the outage. */
  duration?: string;
}

export function formatExplore(address: ExploreAddress): URLSearchParams {
  const params = new URLSearchParams();
  for (const ref of address.down ?? []) params.append('down', ref);
  for (const region of address.regions ?? []) params.append('region', region);
  if (address.duration) params.set('for', address.duration);
  return params;
}
