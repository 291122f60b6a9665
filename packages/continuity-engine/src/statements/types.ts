import type { GateVerdict } from '../gate';
import type { ReleaseClass } from '../calendar';

/** A signature of an envelope. */
export interface EnvelopeSignature {
  /** A hint that nobody vouches for; no decision may rest on it. */
  keyid?: string;
  /** Base64, standard or URL-safe. */
  sig: string;
}

/**
 * A DSSE envelope: some bytes, what they are, and who signed both.
 *
 * @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
 */
export interface Envelope {
  payloadType: string;
  /** Base64, standard or URL-safe. */
  payload: string;
  signatures: EnvelopeSignature[];
}

/** A reason of a decision in short: without the evidence and the remedy. */
export interface StatedReason {
  rule: string;
  policy?: string;
  verdict: GateVerdict;
  explanation: string;
  /** ISO 8601. */
  until?: string;
  change?: string;
  override?: string;
}

/** What a signed statement says of a decision, as it was recorded. */
export interface DecisionPredicate {
  /** UUID of the decision, and of its entry in the ledger. */
  id: string;
  verdict: GateVerdict;
  /** What is not recorded is not signed. */
  dryRun: false;
  request: {
    /** Entity ref, e.g. `component:default/payments-api`. */
    entity: string;
    environment: string;
    /** Absent: all regions of the environment. */
    region?: string;
    class: ReleaseClass;
    /** Absent: a deployment. */
    operation?: 'deploy' | 'rollback' | 'continue';
    continues?: string;
    /** `sha256:` and 64 hexadecimal digits. Absent: for no artifact in particular. */
    artifactDigest?: string;
    change?: string;
    /** The moment that was asked about, ISO 8601. */
    at: string;
  };
  reasons: StatedReason[];
  /** ISO 8601. */
  decidedAt: string;
  /** Who asked. */
  decidedBy?: string;
  /** It may be relied on before this moment, ISO 8601. */
  validUntil: string;
  /** Where it stands in the ledger, and the RFC 6962 leaf hash of that entry, hex. */
  ledger: { index: number; leafHash: string };
}

/**
 * An in-toto statement about a decision of the gate.
 *
 * @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 */
export interface DecisionStatement {
  _type: typeof STATEMENT_TYPE;
  /** The artifact, or when none was asked about the entity in its environment. */
  subject: { name: string; digest: { sha256: string } }[];
  predicateType: typeof DECISION_PREDICATE;
  predicate: DecisionPredicate;
}

/** The type of an in-toto statement, version 1. */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** What a predicate about a decision of the gate is called. */
export const DECISION_PREDICATE = 'https://continuity.dev/gate-decision/v1';

/** The media type of in-toto statements in an envelope. */
export const STATEMENT_PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** Why a statement does not open anything. */
export interface StatementRefusal {
  code:
    | 'envelope'
    | 'signature'
    | 'payload-type'
    | 'statement'
    | 'verdict'
    | 'entity'
    | 'environment'
    | 'region'
    | 'digest'
    | 'not-yet'
    | 'expired';
  why: string;
  /** What to do about it. */
  next: string;
}

/** A public key that is trusted. */
export interface TrustedKey {
  /** SHA-256 of the key as SubjectPublicKeyInfo in DER, hex. */
  keyId: string;
  /** Whether the signature over the message is one of this key. */
  verifies(message: Uint8Array, signature: Uint8Array): boolean;
}
