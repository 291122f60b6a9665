import { randomUUID, sign } from 'node:crypto';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { formatInstant, type Instant } from '@continuity/engine';
import type { SigningKey } from '@continuity/plugin-continuity-common';
import type { LedgerService } from '../ledger';
import {
  generateKeyPair,
  privatePem,
  publicJwk,
  readKeyPair,
  type KeyPair,
} from './keyMaterial';
import type { SigningKeyStore, StoredKey } from './SigningKeyStore';

export interface SigningKeysOptions {
  store: SigningKeyStore;
  ledger: Pick<LedgerService, 'writeRow'>;
  /** The key of the configuration. Absent: keys are made here and kept in the database. */
  configured?: KeyPair;
  now: () => Instant;
}

/** What signs now. */
export interface Signer {
  keyId: string;
  sign(message: Uint8Array): Uint8Array;
}

/** Replicas that take turns with one another, before somebody gives up. */
const ATTEMPTS = 5;

const SYSTEM = 'system';

/**
 * The keys that decisions are signed with. All replicas share one, the newest; it is made
 * when it is first needed. Private keys leave this class for the database alone.
 */
export class SigningKeys {
  readonly #options: SigningKeysOptions;
  #introduced?: Promise<void>;

  constructor(options: SigningKeysOptions) {
    this.#options = options;
  }

  /**
   * The newest key, as the database has it now: a rotation counts at once, everywhere.
   *
   * @throws ServiceUnavailableError when that key is not one of this replica
   */
  async signer(): Promise<Signer> {
    const newest = await this.#newest();
    const pair = this.#pairOf(newest);
    if (!pair) {
      throw new ServiceUnavailableError(
        `Decisions are signed with key ${newest.keyId} since ${formatInstant(
          newest.since,
        )}, which this replica does not have; give all replicas the same continuity.signing.privateKey and restart them`,
      );
    }
    return {
      keyId: pair.keyId,
      sign: message => sign(null, message, pair.privateKey),
    };
  }

  /** Public keys, newest first; one that came back later is told once. */
  async list(): Promise<SigningKey[]> {
    await this.#newest();
    const turns = await this.#options.store.all();
    const keys = new Map<string, SigningKey>();
    for (const [position, turn] of turns.entries()) {
      const { keyId, publicKey, since } = turn;
      const next = turns.at(position + 1);
      const known = keys.get(keyId);
      keys.delete(keyId);
      keys.set(keyId, {
        keyId,
        algorithm: 'Ed25519',
        since: known?.since ?? formatInstant(since),
        ...(next && { retiredAt: formatInstant(next.since) }),
        pem: publicKey,
        jwk: publicJwk(publicKey, keyId),
      });
    }
    return [...keys.values()].reverse();
  }

  /**
   * Makes a new key and retires the one before; what that signed can still be verified.
   *
   * @param actor - who wants it
   * @throws ConflictError when the key is in the configuration, or another rotation was
   * faster
   */
  async rotate(actor: string): Promise<SigningKey[]> {
    if (this.#options.configured) {
      throw new ConflictError(
        'The key is given by continuity.signing.privateKey; put another one there and restart, which retires this one',
      );
    }
    const { sequence } = await this.#newest();
    const isNew = await this.#add(generateKeyPair(), sequence + 1, actor, true);
    if (!isNew) {
      throw new ConflictError(
        'Another rotation was faster; look at the keys before you ask again',
      );
    }
    return this.list();
  }

  async #newest(): Promise<StoredKey> {
    this.#introduced ??= this.#introduce().catch(error => {
      // The next one tries again.
      this.#introduced = undefined;
      throw error;
    });
    await this.#introduced;
    const newest = await this.#options.store.newest();
    if (!newest) {
      throw new ServiceUnavailableError('There is no key to sign with');
    }
    return newest;
  }

  /** Sees to it, once a process, that there is a key, and that it is the configured one. */
  async #introduce(): Promise<void> {
    const { store, configured } = this.#options;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const newest = await store.newest();
      if (newest && this.#pairOf(newest)) {
        await store.forgetRetired(newest.sequence);
        return;
      }
      await this.#add(
        configured ?? generateKeyPair(),
        (newest?.sequence ?? 0) + 1,
        SYSTEM,
        configured === undefined,
      );
    }
    throw new ServiceUnavailableError(
      'Replicas do not agree on the key to sign with; give all of them the same continuity.signing.privateKey',
    );
  }

  /** @returns whether it came to its turn, or another one did before it */
  async #add(
    pair: KeyPair,
    sequence: number,
    actor: string,
    isKept: boolean,
  ): Promise<boolean> {
    const { store, ledger } = this.#options;
    const since = this.#options.now();
    const { keyId, publicKey } = pair;
    const { inserted } = await ledger.writeRow(
      store.insertion({
        sequence,
        keyId,
        publicKey,
        ...(isKept && { privateKey: privatePem(pair) }),
        since,
      }),
      {
        id: randomUUID(),
        type: 'gate.signing-key',
        at: formatInstant(since),
        actor: { ref: actor },
        subjects: [],
        data: { sequence, keyId, algorithm: 'Ed25519', publicKey },
      },
    );
    if (inserted) {
      await store.forgetRetired(sequence);
    }
    return inserted;
  }

  /** Absent: its private part is somewhere else. */
  #pairOf({ keyId, privateKey }: StoredKey): KeyPair | undefined {
    const { configured } = this.#options;
    if (configured) {
      return configured.keyId === keyId ? configured : undefined;
    }
    return privateKey === undefined ? undefined : readKeyPair(privateKey);
  }
}
