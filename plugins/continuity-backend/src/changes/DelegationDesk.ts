import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { formatInstant, type Instant } from '@continuity/engine';
import type {
  ApprovalDelegation,
  ApprovalDelegationRequest,
} from '@continuity/plugin-continuity-common';
import {
  canonicalRef,
  parseInstant,
  toIso,
  type Access,
  type Caller,
} from '../http';
import type { LedgerService } from '../ledger';
import { readComment } from './contentInput';
import type { DelegationStore, StoredDelegation } from './people';

/** Longest that somebody stands in for somebody else; whoever is away longer asks again. */
const MAX_DAYS = 92;
const DAY_MS = 86_400_000;

interface DelegationDeskOptions {
  store: DelegationStore;
  ledger: Pick<LedgerService, 'write'>;
  access: Pick<Access, 'assertVisible'>;
  now: () => Instant;
}

/** Having others decide in one's place, for a while. */
export class DelegationDesk {
  readonly #options: DelegationDeskOptions;

  constructor(options: DelegationDeskOptions) {
    this.#options = options;
  }

  /** Those that the caller gave or was given, and that are not over. */
  async list(caller: Caller): Promise<ApprovalDelegation[]> {
    const { now, store } = this.#options;
    const found = await store.ofPerson(caller.ref, now());
    return found.map(presentDelegation);
  }

  /** @throws InputError that names the field that is wrong */
  async create(
    request: ApprovalDelegationRequest,
    caller: Caller,
  ): Promise<ApprovalDelegation> {
    const { access, ledger, now, store } = this.#options;
    const at = now();
    const delegation = readRequest(request, caller, at);
    await access.assertVisible(delegation.to, caller).catch(error => {
      if (error instanceof NotFoundError) {
        throw new InputError(`to: ${error.message}`);
      }
      throw error;
    });
    await ledger.write(async (tx, append) => {
      await store.insert(tx, delegation, at);
      await append([entryOf('given', delegation, caller, at)]);
    });
    return presentDelegation(delegation);
  }

  /**
   * @throws NotAllowedError for whoever did not give it
   * @throws ConflictError when it is over
   */
  async end(id: string, caller: Caller): Promise<void> {
    const { ledger, now, store } = this.#options;
    const delegation = await store.byId(id);
    if (!delegation || ![delegation.from, delegation.to].includes(caller.ref)) {
      throw new NotFoundError(
        `id: there is no delegation ${id} that is yours to end`,
      );
    }
    if (delegation.from !== caller.ref) {
      throw new NotAllowedError(
        `${delegation.from} gave it and can end it; you can leave decisions to them meanwhile`,
      );
    }
    const at = now();
    await ledger.write(async (tx, append) => {
      if (!(await store.end(tx, id, at))) {
        throw new ConflictError(
          `Delegation ${id} was over at ${formatInstant(delegation.end)}`,
        );
      }
      await append([entryOf('ended', { ...delegation, end: at }, caller, at)]);
    });
  }
}

function readRequest(
  { to: ref, ...request }: ApprovalDelegationRequest,
  caller: Caller,
  now: Instant,
): StoredDelegation {
  if (caller.isService) {
    throw new NotAllowedError('Only people have a place to give');
  }
  const to = canonicalRef('to', ref);
  if (!to.startsWith('user:')) {
    throw new InputError(`to: "${to}" is not a user, e.g. user:default/anna`);
  }
  if (to === caller.ref) {
    throw new InputError('to: is yourself; expected somebody else');
  }
  const start = parseInstant('start', request.start);
  const end = parseInstant('end', request.end);
  if (end <= start) {
    throw new InputError(
      `end: ${toIso(end)} is not after start, ${toIso(start)}`,
    );
  }
  if (end <= now) {
    throw new InputError(`end: ${toIso(end)} is over already`);
  }
  if (end - start > MAX_DAYS * DAY_MS) {
    throw new InputError(
      `end: ${toIso(end)} is more than ${MAX_DAYS} days after start`,
    );
  }
  const reason = readComment(request.reason);
  return {
    id: randomUUID(),
    from: caller.ref,
    to,
    start,
    end,
    ...(reason !== undefined && { reason }),
  };
}

function entryOf(
  step: 'given' | 'ended',
  delegation: StoredDelegation,
  caller: Caller,
  at: Instant,
) {
  const { id, from, to, start, end, reason } = delegation;
  return {
    id: randomUUID(),
    type: `approval.delegation.${step}`,
    at: formatInstant(at),
    actor: { ref: caller.ref },
    subjects: [from, to],
    data: {
      id,
      from,
      to,
      start: formatInstant(start),
      end: formatInstant(end),
      ...(reason !== undefined && { reason }),
    },
  };
}

function presentDelegation(delegation: StoredDelegation): ApprovalDelegation {
  const { id, from, to, start, end, reason } = delegation;
  return {
    id,
    from,
    to,
    start: toIso(start),
    end: toIso(end),
    ...(reason !== undefined && { reason }),
  };
}
