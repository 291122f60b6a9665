import type {
  FreezeCalendar,
  OverrideContent,
  Problem,
} from '@continuity/engine';
import type { CatalogService } from '../catalog';

type Places = Pick<CatalogService, 'environments'>;

/** Environments, regions and windows of an override that there are not, by field. */
export function findUnknownParts(
  {
    environments,
    regions = [],
    rules,
  }: Pick<OverrideContent, 'environments' | 'regions' | 'rules'>,
  services: readonly Places[],
  calendars: readonly FreezeCalendar[],
): Problem[] {
  const places = services.flatMap(service => service.environments);
  const asked = places.filter(({ name }) => environments.includes(name));
  return [
    ...unknownAmong('environments', environments, {
      known: places.map(({ name }) => name),
      noun: 'an environment of any of the services',
    }),
    ...unknownAmong('regions', regions, {
      known: asked.flatMap(({ region }) => region ?? []),
      noun: 'a region of any of the services there',
    }),
    ...rules.flatMap((rule, index) =>
      isOfNoWindow(rule, calendars)
        ? [
            {
              path: `rules.${index}`,
              message: `there is no window "${rule}"; expected one as a decision of the gate names it`,
            },
          ]
        : [],
    ),
  ];
}

function unknownAmong(
  field: string,
  names: readonly string[],
  { known, noun }: { known: readonly string[]; noun: string },
): Problem[] {
  const expected = [...new Set(known)].sort();
  return names.flatMap((name, index) =>
    expected.includes(name)
      ? []
      : [
          {
            path: `${field}.${index}`,
            message: `${JSON.stringify(name)} is not ${noun}; expected ${
              expected.length === 0 ? 'none' : `one of ${expected.join(', ')}`
            }`,
          },
        ],
  );
}

/** Rules of checks are of no window either, and are looked at elsewhere. */
function isOfNoWindow(
  rule: string,
  calendars: readonly FreezeCalendar[],
): boolean {
  const [, calendarRef, id] =
    /^(?:freeze|maintenance):(.+)#([^#]+)$/.exec(rule) ?? [];
  if (calendarRef === undefined) return false;
  return !calendars.some(
    ({ ref, windows }) =>
      ref === calendarRef && windows.some(window => window.id === id),
  );
}
