import { formatInstant, showValue, type Instant } from '../../../time';
import type { Component } from '../components';
import { textOf } from '../contentLines';
import { firstDifference, zoneThatBehavesLike } from './matchZone';
import { zoneNamed } from './zoneNames';
import { readZoneRules } from './ZoneRules';

/** Comparing a definition with all zones of the world takes a moment. */
const MAX_COMPARED = 25;

/** What a TZID means. `note`: that the zone was not simply the one it names. */
export type ResolvedZone =
  | { ok: true; zone: string; note?: string }
  | { ok: false; why: string };

/**
 * Finds the IANA zone that a TZID of one VCALENDAR means. Asked, in this order: the
 * name itself; `X-LIC-LOCATION` of its VTIMEZONE; the zone that behaves as the
 * VTIMEZONE says over the years that matter.
 */
export class ZoneResolver {
  readonly #definitions = new Map<string, Component>();
  readonly #resolved = new Map<string, ResolvedZone>();
  readonly #from: Instant;
  readonly #to: Instant;
  readonly #preferred: string;
  #compared = 0;

  /**
   * @param years - The first and last year that matter.
   * @param preferred - Zone to choose where several behave alike.
   */
  constructor(
    definitions: readonly Component[],
    years: { from: number; to: number },
    preferred: string,
  ) {
    for (const definition of definitions) {
      const tzid = property(definition, 'TZID');
      // Of several with one name the first counts; a file may have one only.
      if (tzid !== undefined && !this.#definitions.has(tzid)) {
        this.#definitions.set(tzid, definition);
      }
    }
    this.#from = Date.UTC(years.from, 0, 1);
    this.#to = Date.UTC(years.to + 1, 0, 1);
    this.#preferred = preferred;
  }

  resolve(tzid: string): ResolvedZone {
    let found = this.#resolved.get(tzid);
    if (!found) {
      found = this.#find(tzid);
      this.#resolved.set(tzid, found);
    }
    return found;
  }

  #find(tzid: string): ResolvedZone {
    const definition = this.#definitions.get(tzid);
    const location = definition && property(definition, 'X-LIC-LOCATION');
    const named =
      zoneNamed(tzid) ??
      (location === undefined ? undefined : zoneNamed(location));
    if (!definition) {
      return named !== undefined
        ? { ok: true, zone: named }
        : {
            ok: false,
            why: `${showValue(
              tzid,
            )} is neither an IANA zone nor a Windows one, and the file has no VTIMEZONE for it`,
          };
    }
    this.#compared += 1;
    if (this.#compared > MAX_COMPARED) {
      return named !== undefined
        ? { ok: true, zone: named }
        : {
            ok: false,
            why: `${showValue(
              tzid,
            )} is one of more than ${MAX_COMPARED} time zones that the file defines`,
          };
    }
    const rules = readZoneRules(definition, this.#from, this.#to);
    if (named !== undefined) {
      const differs =
        rules && firstDifference(rules, named, this.#from, this.#to);
      return {
        ok: true,
        zone: named,
        ...(differs !== undefined && {
          note: `the file's VTIMEZONE for ${showValue(
            tzid,
          )} has other clocks than ${named}, first on ${formatInstant(
            differs,
          )}; those of ${named} count`,
        }),
      };
    }
    if (!rules) {
      return {
        ok: false,
        why: `${showValue(
          tzid,
        )} is neither an IANA zone nor a Windows one, and its VTIMEZONE cannot be worked out`,
      };
    }
    const alike = zoneThatBehavesLike(
      rules,
      this.#from,
      this.#to,
      tzid,
      // Exchange numbers definitions of one name: `Eastern Standard Time 1`.
      zoneNamed(tzid.replace(/ \d+$/, '')) ?? this.#preferred,
    );
    return alike !== undefined
      ? {
          ok: true,
          zone: alike,
          note: `${showValue(
            tzid,
          )} is no zone that is known, but its VTIMEZONE has the clocks of ${alike}, which counts`,
        }
      : {
          ok: false,
          why: `${showValue(
            tzid,
          )} is neither an IANA zone nor a Windows one, and no zone of the world has the clocks that its VTIMEZONE describes`,
        };
  }
}

function property(component: Component, name: string): string | undefined {
  const line = component.properties.find(one => one.name === name);
  const text = line && textOf(line.value).trim();
  return text ? text : undefined;
}
