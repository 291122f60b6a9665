import { InputError, NotFoundError } from '@backstage/errors';
import type { SubscriptionSubject } from '@continuity/plugin-continuity-common';
import {
  type CountedServices,
  mayKnowOf,
  ownerRefOf,
  ownerTitleOf,
  PORTAL_CALENDAR_KIND,
  selectServices,
} from '../../calendars';
import type { LoadedSnapshot } from '../../catalog';
import type { FleetVisibility, VisibleEntities } from '../../fleet';
import { type Access, type Caller, canonicalRef, toIso } from '../../http';
import type { CatalogPresence } from './CatalogPresence';
import type { FeedBinding } from './types';

/** What feeds can be about, who may make one of it, and whether it is there still. */
export class FeedSubjects {
  readonly #options: {
    access: Pick<Access, 'assertVisible' | 'visibleOf'>;
    presence: Pick<CatalogPresence, 'of'>;
    services: CountedServices;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
  };

  constructor(options: {
    access: Pick<Access, 'assertVisible' | 'visibleOf'>;
    presence: Pick<CatalogPresence, 'of'>;
    services: CountedServices;
    visibility: Pick<FleetVisibility, 'visibleTo'>;
  }) {
    this.#options = options;
  }

  /**
   * What a feed of the subject shows that the caller makes: nothing that they cannot see.
   *
   * @throws InputError that names the field when there is no such subject, or the caller
   * may not see it
   */
  async bind(
    { kind, ref }: SubscriptionSubject,
    snapshot: LoadedSnapshot,
    caller: Caller,
  ): Promise<FeedBinding> {
    const { access } = this.#options;
    switch (kind) {
      case 'entity': {
        const subject = { kind, ref: canonicalRef('subject.ref', ref) };
        await access.assertVisible(subject.ref, caller).catch(refused);
        requireService(subject.ref, snapshot);
        return { subject };
      }
      case 'team': {
        const subject = { kind, ref: ownerRefOf('subject.ref', ref) };
        await access.assertVisible(subject.ref, caller).catch(refused);
        const visible = await this.#options.visibility.visibleTo(caller);
        return this.#boundTo(subject, visible, snapshot);
      }
      case 'calendar': {
        const subject = { kind, ref: canonicalRef('subject.ref', ref) };
        const visible = await this.#options.visibility.visibleTo(caller);
        if (
          titleOfCalendar(subject.ref, snapshot) === undefined ||
          !mayKnowOf(subject.ref, visible)
        ) {
          throw new InputError(
            `subject.ref: there is no calendar ${subject.ref}, or you may not see it`,
          );
        }
        return { subject };
      }
      default:
        throw new InputError(
          `subject.kind: "${String(
            kind,
          )}" is not one of entity, team, calendar`,
        );
    }
  }

  /**
   * What feeds that the caller made show from now on, in the order of their subjects.
   * Absent: the caller cannot see the subject any more, or it is gone.
   */
  async rebind(
    subjects: readonly SubscriptionSubject[],
    snapshot: LoadedSnapshot,
    caller: Caller,
  ): Promise<(FeedBinding | undefined)[]> {
    const { access, visibility } = this.#options;
    const visible = await visibility.visibleTo(caller);
    const seen = await access.visibleOf(
      subjects.flatMap(({ kind, ref }) => (kind === 'calendar' ? [] : [ref])),
      caller,
    );
    return Promise.all(
      subjects.map(async subject =>
        (
          subject.kind === 'calendar'
            ? mayKnowOf(subject.ref, visible)
            : seen.has(subject.ref)
        )
          ? this.#boundTo(subject, visible, snapshot)
          : undefined,
      ),
    );
  }

  /** What people call the subject. Absent: it is there no more. */
  async titleOf(
    { kind, ref }: SubscriptionSubject,
    snapshot: LoadedSnapshot,
  ): Promise<string | undefined> {
    switch (kind) {
      case 'entity': {
        const metadata = snapshot.services.get(ref)?.entity.metadata;
        return metadata && (metadata.title ?? metadata.name);
      }
      case 'team': {
        const team = await this.#options.presence.of(ref);
        return team && ownerTitleOf(team);
      }
      default:
        return titleOfCalendar(ref, snapshot);
    }
  }

  async #boundTo(
    subject: SubscriptionSubject,
    visible: VisibleEntities,
    snapshot: LoadedSnapshot,
  ): Promise<FeedBinding> {
    if (subject.kind !== 'team' || visible === 'all') {
      return { subject };
    }
    const { index } = await this.#options.services.of(snapshot);
    const services = selectServices(index, visible, { owner: subject.ref });
    return {
      subject,
      visible: [...services]
        .map(position => index.rows[position].service.entityRef)
        .sort(),
    };
  }
}

function requireService(ref: string, { services, readAt }: LoadedSnapshot) {
  if (!services.has(ref)) {
    throw new InputError(
      `subject.ref: ${ref} is not among the services of the catalog as read at ${toIso(
        readAt,
      )}. Components, Resources, Systems and APIs are; a new one appears with the next reading.`,
    );
  }
}

/**
 * Absent: there is no such calendar. Those of the portal come and go with their windows,
 * and everybody may know of them, so of one without any nothing is hidden or gone.
 */
function titleOfCalendar(
  ref: string,
  snapshot: Pick<LoadedSnapshot, 'calendars' | 'unreadableCalendars'>,
): string | undefined {
  const isAsked = (calendar: { ref: string }) => calendar.ref === ref;
  const known =
    snapshot.calendars.find(isAsked) ??
    snapshot.unreadableCalendars.find(isAsked);
  if (known) {
    return known.title;
  }
  return ref.startsWith(`${PORTAL_CALENDAR_KIND}:`)
    ? ref.slice(ref.indexOf('/') + 1)
    : undefined;
}

/** What a request names in its body and is not there makes the request wrong. */
function refused(error: unknown): never {
  if (error instanceof NotFoundError) {
    throw new InputError(`subject.ref: ${error.message}`);
  }
  throw error;
}
