import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { canonicalRef } from '../http';

/** The kind in the refs of calendars that are made in the portal; no such entity exists. */
export const PORTAL_CALENDAR_KIND = 'portalcalendar';

/** The calendar in which the windows of an owner stand. */
export function portalCalendarRef(ownerRef: string): string {
  const { namespace, name } = parseEntityRef(ownerRef);
  return `${PORTAL_CALENDAR_KIND}:${namespace}/${name}`;
}

/** @throws InputError unless the ref is of a Group or User */
export function ownerRefOf(field: string, ref: string): string {
  const canonical = canonicalRef(field, ref);
  const { kind } = parseEntityRef(canonical);
  if (kind !== 'group' && kind !== 'user') {
    throw new InputError(
      `${field}: "${ref}" is not a Group or User, e.g. group:default/finance-operations`,
    );
  }
  return canonical;
}

/** What people call an owner. */
export function ownerTitleOf(owner: Entity): string {
  const { name, title } = owner.metadata;
  return title ?? displayName(owner.spec?.profile) ?? name;
}

function displayName(profile: unknown): string | undefined {
  return typeof profile === 'object' &&
    profile !== null &&
    'displayName' in profile &&
    typeof profile.displayName === 'string' &&
    profile.displayName.trim() !== ''
    ? profile.displayName
    : undefined;
}
