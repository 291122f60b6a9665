import { findIana } from 'windows-iana';
import { isKnownZone } from '../../occurrences/sharedClock';

/**
 * The IANA zone that a TZID names, when it names one: as such, behind a prefix such
 * as `/freeassociation.sourceforge.net/Europe/Zurich`, or as Windows calls it
 * (`W. Europe Standard Time`, mapped as in Unicode CLDR). Exchange calls UTC
 * `tzone://Microsoft/Utc`, and leaves the VTIMEZONE out.
 */
export function zoneNamed(tzid: string): string | undefined {
  const text = tzid.trim();
  if (text === '' || text.length > 200) return undefined;
  if (isKnownZone(text)) return text;
  if (/^tzone:\/\/Microsoft\/Utc$/i.test(text)) return 'UTC';
  const segments = text.split('/');
  // The longest ending that is a zone: `America/Indiana/Knox` before `Indiana/Knox`.
  for (let first = 1; first < segments.length; first++) {
    const ending = segments.slice(first).join('/');
    if (ending.includes('/') && isKnownZone(ending)) return ending;
  }
  const [fromWindows] = findIana(text);
  return fromWindows !== undefined && isKnownZone(fromWindows)
    ? fromWindows
    : undefined;
}
