import {
  canonicalize,
  encodeBase64,
  leafHash,
  makeDecisionStatement,
  preAuthEncoding,
  STATEMENT_PAYLOAD_TYPE,
} from '@continuity/engine';
import type { SignedStatement } from '@continuity/plugin-continuity-common';
import type { RecordedInPlace } from '../gate';
import type { SigningKeys } from './SigningKeys';

/** Signs decisions, as they were recorded. */
export class DecisionStatements {
  readonly #keys: Pick<SigningKeys, 'signer'>;

  constructor(keys: Pick<SigningKeys, 'signer'>) {
    this.#keys = keys;
  }

  /**
   * A decision as an in-toto statement in a DSSE envelope. Asked for again, it is the same,
   * until there is a new key.
   *
   * @param recorded - the decision as the ledger has it, and the text of its entry
   * @throws ServiceUnavailableError when this replica has no key to sign with
   */
  async sign({
    decision,
    canonical,
    ledgerIndex,
  }: RecordedInPlace): Promise<SignedStatement> {
    const statement = makeDecisionStatement(decision, {
      index: ledgerIndex,
      leafHash: leafHash(canonical),
    });
    const payload = new TextEncoder().encode(canonicalize(statement));
    const signer = await this.#keys.signer();
    const message = preAuthEncoding(STATEMENT_PAYLOAD_TYPE, payload);
    return {
      payloadType: STATEMENT_PAYLOAD_TYPE,
      payload: encodeBase64(payload),
      signatures: [
        { keyid: signer.keyId, sig: encodeBase64(signer.sign(message)) },
      ],
    };
  }
}
